using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Recap.Talks.Sites;

/// <summary>Addresses of posts that lie in a folder of their blog: Docusaurus's, Nikola's, and MkDocs's by its Material theme.</summary>
internal static partial class BlogAddress
{
    /// <returns>Null for what lies in none of its blogs, whose paths other rules make.</returns>
    public static string? OfDocusaurus(SiteSettings settings, PageFacts page)
    {
        if (settings.Permalink is { } own)
        {
            return Permalink.Fill(own, page, PageAddress.Words);
        }

        if (BlogOf(settings, page.Content) is not { } blog)
        {
            return null;
        }

        var dated = Dated().Match(blog.Below);
        var slug = page.Slug ?? (dated.Success ? $"{dated.Groups["day"].Value.Replace('-', '/')}/{dated.Groups["folder"].Value}{dated.Groups["text"].Value}" : blog.Below);
        return blog.Pattern.Replace(":slug", slug, StringComparison.Ordinal);
    }

    public static string? OfNikola(SiteSettings settings, PageFacts page)
    {
        if (settings.Permalink is { } own)
        {
            return Permalink.Fill(own, page, PageAddress.Words);
        }

        return BlogOf(settings, page.Content) is not { } blog ? null
            : blog.Pattern.Replace(":slug", blog.Below[..(blog.Below.LastIndexOf('/') + 1)] + (page.Slug ?? Slug.Of(page.File)), StringComparison.Ordinal);
    }

    public static string? OfMkDocs(SiteSettings settings, PageFacts page)
    {
        if (settings.Permalink is { } own)
        {
            return Permalink.Fill(own, page, PageAddress.Words);
        }

        if (BlogOf(settings, page.Content) is not { } blog)
        {
            return page.IsIndex ? page.Content + "/" : Permalink.Fill(settings.SectionPermalinks.GetValueOrDefault("pages", "/:path/"), page, PageAddress.Words);
        }

        var name = page.Slug ?? page.Title;
        var filled = blog.Pattern.Replace("{date}", page.Date?.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture) ?? "{?}", StringComparison.Ordinal)
            .Replace("{slug}", page.Slug ?? (name is null ? "{?}" : Slugged(name)), StringComparison.Ordinal).Replace("{file}", page.File, StringComparison.Ordinal);
        return filled.Contains('{') ? null : filled;
    }

    private static (string Pattern, string Below)? BlogOf(SiteSettings settings, string content)
    {
        foreach (var (folder, pattern) in settings.SectionPermalinks)
        {
            if (folder != "pages" && content.StartsWith(folder + "/", StringComparison.Ordinal))
            {
                return (pattern, content[(folder.Length + 1)..]);
            }
        }

        return null;
    }

    // Letters of every script stay, marks are dropped, blanks are hyphens.
    private static string Slugged(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text.Trim())
        {
            if (char.IsLetterOrDigit(c) || c is '_' or '-')
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (c == ' ')
            {
                slug.Append('-');
            }
        }

        return slug.ToString();
    }

    [GeneratedRegex(@"^(?<folder>.*?)(?<day>\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(?<text>.*)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Dated();
}
