using System.Text;
using System.Text.RegularExpressions;

namespace Recap.Talks.Sites;

/// <summary>Addresses as Hexo makes them: of posts by pattern, of other pages as the files lie.</summary>
internal static partial class HexoAddress
{
    private const string Posts = "_posts/";

    private static readonly PermalinkWords Words = new()
    {
        Slugged = text => text,
        Title = page => Below(page),
    };

    public static string? Of(SiteSettings settings, PageFacts page)
    {
        if (!page.Content.StartsWith(Posts, StringComparison.Ordinal) && !page.Content.StartsWith("_drafts/", StringComparison.Ordinal))
        {
            return page.AsFile(".html");
        }

        // A pattern may name any field of front matter, and things that only Hexo knows.
        var isKnown = true;
        var pattern = Word().Replace(settings.Permalink ?? settings.SectionPermalinks.GetValueOrDefault("_posts", ":title/"), match =>
        {
            var word = match.Value[1..];
            var value = word switch
            {
                "year" or "month" or "day" or "i_month" or "i_day" or "title" or "name" => match.Value,
                "undated" => Undated().Replace(Below(page), ""),
                "post_title" => page.Title is null ? null : Slugged(page.Title),
                "category" => string.Join('/', PermalinkWords.CategoriesOf(page).DefaultIfEmpty(settings.SectionPermalinks.GetValueOrDefault("category", "uncategorized")).Select(Slugged)),
                _ => page.Fields[word].Text,
            };
            isKnown &= value is not null;
            return value ?? "";
        });
        return isKnown ? Permalink.Fill(pattern, page, Words) : null;
    }

    /// <summary>A text as Hexo has it in addresses: accents go, every run of marks is one hyphen.</summary>
    public static string Slugged(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in Slug.WithoutAccents(text))
        {
            if (c > ' ' && !IsMark(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-' && (c >= ' ' || char.IsWhiteSpace(c)))
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }

    private static bool IsMark(char c) => char.IsWhiteSpace(c) || c < '\u007F' && !char.IsAsciiLetterOrDigit(c);

    private static string Below(PageFacts page) => page.Content[(page.Content.IndexOf('/') + 1)..];

    [GeneratedRegex(@":[a-z_]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}-", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Undated();
}
