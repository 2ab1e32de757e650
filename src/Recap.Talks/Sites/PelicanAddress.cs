using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Recap.Talks.Sites;

/// <summary>Addresses as Pelican makes them: by a pattern in braces, from the title more often than from the file.</summary>
internal static partial class PelicanAddress
{
    public static string? Of(SiteSettings settings, PageFacts page)
    {
        var patterns = settings.SectionPermalinks;
        var language = page.Fields["lang"].Text;
        var isPage = page.Content.StartsWith("pages/", StringComparison.Ordinal);
        var pattern = settings.Permalink
            ?? patterns.GetValueOrDefault(isPage ? "pages" : language is not null && language != settings.Language ? "lang" : "articles", "{slug}.html");
        var name = patterns.GetValueOrDefault("slug") == "basename" ? page.File : page.Title;
        var slug = page.Slug ?? (name is null ? null : Slugged(name));
        var isKnown = true;
        var filled = Placeholder().Replace(pattern, match =>
        {
            var value = match.Groups["word"].Value switch
            {
                "slug" => slug,
                "lang" => language ?? settings.Language,
                "category" => page.Fields["category"].Text is { } category ? Slugged(category) : null,
                "date" when page.Date is { } day && match.Groups["format"].Success => Formatted(day, match.Groups["format"].Value),
                _ => null,
            };
            isKnown &= value is not null;
            return value ?? "";
        });
        return isKnown ? filled : null;
    }

    /// <summary>A text as Pelican has it in addresses: ASCII, marks dropped, runs of blanks and hyphens one hyphen.</summary>
    public static string Slugged(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in Slug.WithoutAccents(text))
        {
            if (char.IsAsciiLetterOrDigit(c) || c == '_')
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if ((c is '-' or '–' or '—' || char.IsWhiteSpace(c)) && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }

    // Names of months depend on the machine that builds the site.
    private static string? Formatted(DateOnly day, string format)
    {
        var isKnown = true;
        var text = DayWord().Replace(format, match =>
        {
            var value = match.Value switch
            {
                "%Y" => day.Year.ToString("0000", CultureInfo.InvariantCulture),
                "%y" => (day.Year % 100).ToString("00", CultureInfo.InvariantCulture),
                "%m" => day.Month.ToString("00", CultureInfo.InvariantCulture),
                "%-m" => day.Month.ToString(CultureInfo.InvariantCulture),
                "%d" => day.Day.ToString("00", CultureInfo.InvariantCulture),
                "%-d" => day.Day.ToString(CultureInfo.InvariantCulture),
                "%j" => day.DayOfYear.ToString("000", CultureInfo.InvariantCulture),
                _ => null,
            };
            isKnown &= value is not null;
            return value ?? "";
        });
        return isKnown ? text : null;
    }

    [GeneratedRegex(@"\{(?<word>[^{}:]*)(:(?<format>[^{}]*))?\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"%-?[A-Za-z%]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DayWord();
}
