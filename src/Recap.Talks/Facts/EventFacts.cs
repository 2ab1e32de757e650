using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Recap.Talks.Posts;
using Recap.Talks.Sites;

namespace Recap.Talks.Facts;

/// <summary>Finds the conference edition that a post tells of: from front matter, title, path, tags, its first words and links.</summary>
internal static partial class EventFacts
{
    private const int LongestOnStack = 1_500;

    private static readonly string[] Cities =
        ["Paris", "Lyon", "Lille", "Nantes", "Bordeaux", "Toulouse", "Rennes", "Strasbourg", "Montpellier", "Grenoble", "Marseille", "Nice", "Rouen", "Tours", "Brest", "Amsterdam", "Bruxelles", "Londres", "Barcelone", "Valence", "Berlin", "Vienne", "Genève", "Lausanne", "Anvers", "Luxembourg", "Copenhague", "Stockholm", "Oslo", "Lisbonne", "Madrid", "Milan", "Rome", "Munich", "Cracovie", "Prague", "Budapest", "Montréal", "Québec", "San Francisco", "Las Vegas", "New York", "Chicago", "Détroit", "Seattle", "Salt Lake City", "Atlanta"];

    private static readonly SearchValues<string> AnyCity = SearchValues.Create(Cities, StringComparison.Ordinal);

    /// <param name="post">The post.</param>
    /// <param name="title">Its title.</param>
    /// <param name="date">Its day.</param>
    /// <returns>The edition; null where nothing names one.</returns>
    public static ConferenceEvent? Of(Post post, string? title, DateOnly? date)
    {
        var places = new EventPlaces(post, title);
        var listed = places.Listed();
        var named = listed is null ? places.Named() : null;
        var conference = listed ?? (named is not null && EventNames.IsEdition(title!, named) ? Unlisted(named) : null) ?? places.ListedBeside()
            ?? Unlisted(named ?? EventNames.InPath(Path.ChangeExtension(post.Path, null)) ?? EventNames.InAddresses(places.Addresses));
        return conference is null ? null : Edition(conference, title, places, date);
    }

    /// <summary>The first year a text names, 1900 to 2099; null where it names none.</summary>
    public static int? YearIn(string text) =>
        PostDate.MayHoldYear(text) && Year().First(text) is (var at, > 0) ? int.Parse(text.AsSpan(char.IsDigit(text[at]) ? at : at + 1, 4), NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>Lower case, no accents, single blanks for every mark but those of names.</summary>
    public static string Fold(string text)
    {
        var plain = Slug.WithoutAccents(text);
        var folded = plain.Length <= LongestOnStack ? stackalloc char[plain.Length] : new char[plain.Length];
        var length = 0;
        foreach (var c in plain)
        {
            if (char.IsAsciiLetterOrDigit(c) || char.IsLetterOrDigit(c) || c is '.' or ':' or '/' or '+' or '&' or '{' or '}' or '\'')
            {
                folded[length++] = char.IsAsciiLetterLower(c) ? c : char.ToLowerInvariant(c);
            }
            else if (length > 0 && folded[length - 1] != ' ')
            {
                folded[length++] = ' ';
            }
        }

        return folded[..length].TrimEnd().ToString();
    }

    private static Conference? Unlisted(string? series) => series is null ? null : new Conference(series, [], [], null);

    private static ConferenceEvent Edition(Conference conference, string? title, EventPlaces places, DateOnly? date) => new()
    {
        Series = conference.Series,
        Year = YearIn(title ?? "") ?? ShortYearIn(title ?? "") ?? YearIn(places.Path) ?? date?.Year ?? YearIn(places.Lead),
        City = conference.City ?? CityIn(title ?? "") ?? CityIn(places.Lead),
        Day = DayIn(places.Name) ?? DayIn(places.Path),
    };

    // "JaSST '07": what is told in January is of last year.
    private static int? ShortYearIn(string title) => ShortYear().Match(title) is { Success: true } year ? 2000 + int.Parse(year.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private static int? DayIn(string folded)
    {
        if (!folded.Contains('j') && !folded.Contains("day", StringComparison.Ordinal))
        {
            return null;
        }

        return Day().First(folded) is (var at, > 0 and var length) ? NumberIn(folded.AsSpan(at, length)) : null;
    }

    // "jour 2", "deuxieme journee".
    private static int? NumberIn(ReadOnlySpan<char> day) => day switch
    {
        [.., >= '1' and <= '9' and var digit] => digit - '0',
        ['p' or '1', ..] => 1,
        ['d', 'e', 'u', 'x', ..] or ['s' or '2', ..] => 2,
        ['t' or '3', ..] => 3,
        _ => null,
    };

    // The first city named, and no longer word that begins like one.
    private static string? CityIn(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(AnyCity); at >= 0; at = text.IndexOfAny(AnyCity))
        {
            text = text[at..];
            foreach (var city in Cities)
            {
                if (text.StartsWith(city) && (text.Length == city.Length || !char.IsLetter(text[city.Length])))
                {
                    return city;
                }
            }

            text = text[1..];
        }

        return null;
    }

    // "devoxxfr2019" holds one, a number of more digits does not.
    [GeneratedRegex(@"(?:^|\D)(?:19|20)\d{2}(?:\D|\z)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Year();

    // Of this century: blogs are no older.
    [GeneratedRegex(@"\s['’](?<year>[0-4]\d)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ShortYear();

    [GeneratedRegex(@"\b(?:jour(?:nee)?|day|j)\s?(?:n°\s?)?[1-9]\b|\b(?:premier|premiere|deuxieme|second|seconde|troisieme|1er|1ere|2e|2eme|3e|3eme) (?:jour|journee)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Day();
}
