using System.Globalization;
using System.Text;

namespace Recap.Talks.Sites;

/// <summary>Addresses as Hugo makes them: by section pattern, or as the files lie.</summary>
internal static class HugoAddress
{
    public static string? Of(SiteSettings settings, PageFacts page)
    {
        string Named(string text) => Sanitized(settings.PlainPaths ? Slug.WithoutAccents(text) : text);
        var section = page.Content.Split('/')[0];
        if ((page.Pattern ?? settings.SectionPermalinks.GetValueOrDefault(section) ?? settings.Permalink) is not { } pattern)
        {
            return string.Join('/', page.WithSlug().Split('/').Select(Named)) + "/";
        }

        var words = new PermalinkWords { Slugged = Named, Title = facts => facts.Title is null ? null : Named(facts.Title) };
        return Permalink.Fill(pattern, page, words) is not { } filled ? null
            : filled.EndsWith('/') || filled.EndsWith(".html", StringComparison.Ordinal) ? filled : filled + "/";
    }

    // Letters of every script stay, punctuation goes without a trace, blanks are one hyphen.
    private static string Sanitized(string text)
    {
        var path = new StringBuilder(text.Length);
        var blank = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is '.' or '_' or '#' or '+' or '~' or '-' or '@' or '/' || IsMark(rune))
            {
                path.Append(blank && path.Length > 0 && path[^1] != '-' && rune.Value != '-' ? "-" : "").Append(Rune.ToLowerInvariant(rune));
                blank = false;
            }
            else
            {
                blank |= Rune.IsWhiteSpace(rune);
            }
        }

        return path.ToString();
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
