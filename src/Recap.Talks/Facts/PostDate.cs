using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Recap.Talks.Posts;
using Recap.Talks.Sites;

namespace Recap.Talks.Facts;

/// <summary>The day of a post: from front matter, file name or folder, in that order.</summary>
internal static partial class PostDate
{
    private static readonly string[] Months =
        ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];

    private static readonly string[] EnglishMonths =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    // A post is begun some days before it is published.
    private const int DaysOfWriting = 7;

    private const int YearAndDash = 5;

    public static (DateOnly? Date, ImmutableArray<Remark> Remarks) Of(Post post)
    {
        var remarks = ImmutableArray.CreateBuilder<Remark>();
        var node = post.Fields["date"].Text is null ? post.Fields["publishDate"] : post.Fields["date"];
        node = node.Text is null ? post.Fields["pubDate"] : node;
        var written = node.Text is { } text ? Parse(text) : null;
        var line = post.LineOf(node);
        if (node.Text is { } wrong && written is null)
        {
            remarks.Add(Codes.DateBad.At(line, $"The date \"{wrong}\" is not understood; write it as YYYY-MM-DD."));
        }

        var slash = post.Path.LastIndexOf('/');
        (string Place, DateOnly Day)[] told =
        [
            .. Told("front matter", written),
            .. Told("file name", Named(post.Path[(slash + 1)..])),
            .. Told("folder", Named(post.Path[..(slash + 1)])),
        ];
        if (told is [var first, ..] && Array.Find(told, place => Math.Abs(place.Day.DayNumber - first.Day.DayNumber) > DaysOfWriting) is { Place: not null } other)
        {
            remarks.Add(Codes.DateContradicts.At(line, $"The {first.Place} says {first.Day:yyyy-MM-dd}, the {other.Place} {other.Day:yyyy-MM-dd}; the {first.Place} was believed."));
        }

        DateOnly? date = told is [var believed, ..] ? believed.Day : null;
        if (date is null)
        {
            remarks.Add(Codes.DateMissing.At(1, "Neither front matter nor path tells the day of the post."));
        }

        return (date, remarks.ToImmutable());
    }

    /// <summary>A day as people write it in French, in English or by ISO 8601.</summary>
    public static DateOnly? Parse(string text)
    {
        text = text.Trim();
        if (Iso().First(text) is (_, > 0 and var length))
        {
            var day = text.AsSpan(YearAndDash, length - YearAndDash);
            var dash = day.IndexOf('-');
            return Day(text.AsSpan(0, YearAndDash - 1), Number(day[..dash]), day[(dash + 1)..]);
        }

        var spoken = Spoken().Match(Slug.WithoutAccents(text).ToLowerInvariant());
        var month = Array.IndexOf(Months, spoken.Groups["m"].Value) + 1;
        month = month > 0 ? month : Array.IndexOf(EnglishMonths, spoken.Groups["m"].Value) + 1;
        if (spoken.Success && month > 0)
        {
            return Day(spoken.Groups["y"].ValueSpan, month, spoken.Groups["d"].ValueSpan);
        }

        var slashed = Slashed().Match(text);
        return slashed.Success ? Day(slashed)
            : DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var any) && text.Length > 7 ? DateOnly.FromDateTime(any)
            : null;
    }

    private static IEnumerable<(string, DateOnly)> Told(string place, DateOnly? day) => day is { } told ? [(place, told)] : [];

    private static DateOnly? Named(string path) =>
        MayHoldYear(path) && InName().First(path) is (var at, > 0 and var length) ? DayOf(path.AsSpan(at, length).TrimStart("/_")) : null;

    // "2024-06-01", whatever stands between the digits.
    private static DateOnly? DayOf(ReadOnlySpan<char> date) => Day(date[..4], Number(date[5..7]), date[8..10]);

    /// <summary>Whether a text has what years of this century or the last begin with: most have not, and need no pattern.</summary>
    public static bool MayHoldYear(string text) => text.Contains("20", StringComparison.Ordinal) || text.Contains("19", StringComparison.Ordinal);

    private static DateOnly? Day(Match found) => Day(found.Groups["y"].ValueSpan, Number(found.Groups["m"].ValueSpan), found.Groups["d"].ValueSpan);

    private static DateOnly? Day(ReadOnlySpan<char> year, int month, ReadOnlySpan<char> day) =>
        (Number(year), Number(day)) is ( >= 1 and <= 9999 and var y, >= 1 and var d) && month is >= 1 and <= 12 && d <= DateTime.DaysInMonth(y, month) ? new DateOnly(y, month, d) : null;

    private static int Number(ReadOnlySpan<char> digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"^\d{4}-\d{1,2}-\d{1,2}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Iso();

    [GeneratedRegex(@"\b(?<d>\d{1,2})(er|st|nd|rd|th)? (?<m>[a-z]+),? (?<y>\d{4})\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Spoken();

    [GeneratedRegex(@"^(?<d>\d{1,2})[/.](?<m>\d{1,2})[/.](?<y>\d{4})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Slashed();

    [GeneratedRegex(@"(^|/|_)(19|20)\d{2}[-_/][01]\d[-_/][0-3]\d([-_/.]|\z)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex InName();
}
