using System.Text;

namespace Recap.Talks.Sites;

/// <summary>Addresses as Jekyll makes them: of posts by pattern, of other pages as the files lie.</summary>
internal static class JekyllAddress
{
    private static readonly PermalinkWords Words = new()
    {
        Slugged = text => Slugged(text).ToLowerInvariant(),
        Title = page => page.Slug ?? Slugged(WithoutDate(page.File), kept: "._~!$&'()+,;=@"),
        Name = page => WithoutDate(page.File),
        Categories = CategoriesOf,
    };

    public static string? Of(SiteSettings settings, PageFacts page)
    {
        var collection = page.Content.Split('/').FirstOrDefault(folder => folder.StartsWith('_'))?[1..];
        var isPost = collection is "posts" or "drafts";
        var pattern = page.Pattern ?? (collection is null ? null : settings.SectionPermalinks.GetValueOrDefault(isPost ? "posts" : collection));
        if (pattern is null && !isPost)
        {
            return page.Content.TrimStart('_') + (settings.Permalink is "pretty" ? "/" : ".html");
        }

        return Permalink.Fill(Styled(pattern ?? settings.Permalink ?? "date"), page with { Content = BelowCollection(page.Content) }, Words);
    }

    private static string Styled(string pattern) => pattern switch
    {
        "date" => "/:categories/:year/:month/:day/:title.html",
        "pretty" => "/:categories/:year/:month/:day/:title/",
        "ordinal" => "/:categories/:year/:y_day/:title.html",
        "weekdate" => "/:categories/:year/W:week/:short_day/:title.html",
        "none" => "/:categories/:title.html",
        _ => pattern,
    };

    // "conf/_posts/x" is in category "conf", before those of its front matter.
    private static IEnumerable<string> CategoriesOf(PageFacts page) => page.Below.Split('/').TakeWhile(folder => !folder.StartsWith('_'))
        .Concat(PermalinkWords.CategoriesOf(page)).Select(category => category.ToLowerInvariant()).Distinct();

    private static string BelowCollection(string content)
    {
        var folders = content.Split('/');
        return string.Join('/', folders.Skip(Array.FindIndex(folders, folder => folder.StartsWith('_')) + 1));
    }

    // Runs of whatever is no letter, digit or one of the marks kept are one hyphen.
    private static string Slugged(string text, string kept = "")
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || kept.Contains(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }

    // "2024-05-16-x" is "x".
    private static string WithoutDate(string name) =>
        name.Length > 11 && name[10] == '-' && DateOnly.TryParseExact(name.AsSpan(0, 10), "yyyy-MM-dd", out _) ? name[11..] : name;
}
