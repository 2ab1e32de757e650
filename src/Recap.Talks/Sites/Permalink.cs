using System.Globalization;
using System.Text.RegularExpressions;

namespace Recap.Talks.Sites;

/// <summary>What a generator makes of the words in a permalink pattern that are not dates.</summary>
internal sealed record PermalinkWords
{
    /// <summary>What becomes of a word on its way into an address.</summary>
    public required Func<string, string> Slugged { get; init; }

    /// <summary>What <c>:title</c> stands for; null where the page has none.</summary>
    public required Func<PageFacts, string?> Title { get; init; }

    /// <summary>What <c>:slug</c> stands for where the author gave none.</summary>
    public Func<PageFacts, string?> Name { get; init; } = page => page.Title ?? page.File;

    /// <summary>What <c>:categories</c> stands for.</summary>
    public Func<PageFacts, IEnumerable<string>> Categories { get; init; } = page => CategoriesOf(page).Select(Slug.Of);

    public static IEnumerable<string> CategoriesOf(PageFacts page) =>
        page.Fields["categories"].IsNothing ? page.Fields["category"].Texts() : page.Fields["categories"].Texts();
}

/// <summary>Patterns of addresses such as <c>/:year/:month/:title/</c>, as Hugo and Jekyll have them.</summary>
internal static partial class Permalink
{
    /// <returns>The path; null where the pattern wants a day and the page has none.</returns>
    public static string? Fill(string pattern, PageFacts page, PermalinkWords words)
    {
        var wantsDay = false;
        var filled = Placeholder().Replace(pattern, match =>
        {
            var ofDay = DayWord(match.Groups["word"].Value, page.Date ?? DateOnly.MinValue);
            wantsDay |= ofDay is not null;
            return ofDay ?? PageWord(match, page, words);
        });
        return wantsDay && page.Date is null ? null : Slashes().Replace(filled, "/");
    }

    private static string? DayWord(string word, DateOnly day) => word switch
    {
        "year" => day.Year.ToString("0000", CultureInfo.InvariantCulture),
        "short_year" => (day.Year % 100).ToString("00", CultureInfo.InvariantCulture),
        "month" => day.Month.ToString("00", CultureInfo.InvariantCulture),
        "i_month" => day.Month.ToString(CultureInfo.InvariantCulture),
        "monthname" or "long_month" => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(day.Month),
        "short_month" => CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(day.Month),
        "day" => day.Day.ToString("00", CultureInfo.InvariantCulture),
        "i_day" => day.Day.ToString(CultureInfo.InvariantCulture),
        "yearday" => day.DayOfYear.ToString(CultureInfo.InvariantCulture),
        "y_day" => day.DayOfYear.ToString("000", CultureInfo.InvariantCulture),
        "weekday" => ((int)day.DayOfWeek).ToString(CultureInfo.InvariantCulture),
        "weekdayname" or "long_day" => day.DayOfWeek.ToString(),
        "short_day" => day.DayOfWeek.ToString()[..3],
        "week" => ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue)).ToString("00", CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string PageWord(Match match, PageFacts page, PermalinkWords words) => match.Groups["word"].Value switch
    {
        "title" => words.Title(page) ?? words.Slugged(page.File),
        "slug" => words.Slugged(page.Slug ?? words.Name(page) ?? page.File),
        "slugorfilename" or "slugorcontentbasename" => words.Slugged(page.Slug ?? page.File),
        "contentbasename" or "filename" or "name" => words.Slugged(page.File),
        "section" => page.Content.Split('/')[0],
        "sections" => Sections(page.Content, match.Groups["part"].Value),
        "path" => page.Content,
        "categories" or "category" => string.Join('/', words.Categories(page)),
        _ => "",
    };

    // ":sections[1:]" leaves the first out, ":sections[last]" is the nearest.
    private static string Sections(string content, string part)
    {
        var sections = content.Split('/')[..^1];
        var (from, to) = part.Split(':') switch
        {
            ["last"] => (sections.Length - 1, sections.Length),
            [var one] when int.TryParse(one, CultureInfo.InvariantCulture, out var at) => (at, at + 1),
            [var first, var last] => (Bound(first, 0), Bound(last, sections.Length)),
            _ => (0, sections.Length),
        };
        return string.Join('/', sections.Take(to).Skip(from));

        int Bound(string text, int otherwise) => text is "last" ? sections.Length - 1 : int.TryParse(text, CultureInfo.InvariantCulture, out var bound) ? bound : otherwise;
    }

    [GeneratedRegex(@":(?<word>[a-z_]+)(\[(?<part>[^\]]*)\])?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex("/{2,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Slashes();
}
