using System.Text;
using Recap.Talks.Posts.Data;

namespace Recap.Talks.Sites;

/// <summary>Where a post's page stands: its address and the name it is known by.</summary>
internal static class PageAddress
{
    // That of R Markdown.
    private const int LongestExtension = 10;

    /// <summary>Path of the post below the content folder of its site, without extension; <c>index</c> files are their folder.</summary>
    public static string ContentPath(SiteSettings settings, string path)
    {
        path = BelowContent(settings, path);
        var dot = path.LastIndexOf('.');
        path = dot > path.LastIndexOf('/') + 1 && dot >= path.Length - LongestExtension ? path[..dot] : path;
        foreach (var language in settings.LanguageFolders)
        {
            path = WithoutLanguage(path, language);
        }

        path = WithoutLanguage(WithoutLanguage(WithoutLanguage(path, settings.Language), "fr"), "en");
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name is "index" or "_index" or "README" ? path[..Math.Max(0, path.LastIndexOf('/'))] : path;
    }

    // "post.fr".
    private static string WithoutLanguage(string path, string language) =>
        path.EndsWith(language, StringComparison.OrdinalIgnoreCase) && path.Length > language.Length && path[^(language.Length + 1)] == '.' ? path[..^(language.Length + 1)] : path;

    /// <summary>The language that a post's place among the files tells; that of its site where it tells none.</summary>
    public static string LanguageOf(SiteSettings settings, string path)
    {
        path = Below(settings.Folder, path);
        var name = path[(path.LastIndexOf('/') + 1)..];
        return settings.LanguageFolders.FirstOrDefault(language => name.Contains($".{language}.", StringComparison.Ordinal))
            ?? FolderOfLanguage(settings, path)?.Language ?? settings.Language;
    }

    /// <summary>The public address of a post; null where the site's is not known, or the page's cannot be told.</summary>
    /// <param name="settings">Settings of its site.</param>
    /// <param name="path">Its path below the root of the source.</param>
    /// <param name="fields">Its front matter.</param>
    /// <param name="title">Its title, for patterns that are made from it.</param>
    /// <param name="date">Its day, for patterns that are made from it.</param>
    public static string? Of(SiteSettings settings, string path, DataNode fields, string? title, DateOnly? date)
    {
        if (settings.BaseUrl is not { } root)
        {
            return null;
        }

        var written = fields["url"].Text ?? fields["permalink"].Text;
        if (written is { Length: > 0 } && !written.Contains(':') && !written.Contains("{{"))
        {
            return root + Escape(written.TrimStart('/'));
        }

        if (written is not null && written.StartsWith("http", StringComparison.Ordinal))
        {
            return written;
        }

        var page = new PageFacts
        {
            Content = ContentPath(settings, path),
            Below = Below(settings.Folder, path),
            Fields = fields,
            Title = title,
            Date = date,
            Pattern = written is { Length: > 0 } && !written.Contains("{{") ? written : null,
        };
        return Page(settings, page) is { } found ? root + LanguagePrefix(settings, path) + Escape(found.TrimStart('/')) : null;
    }

    private static string? Page(SiteSettings settings, PageFacts page) => settings.Generator switch
    {
        SiteGenerator.Hugo => HugoAddress.Of(settings, page),
        SiteGenerator.Jekyll => JekyllAddress.Of(settings, page),
        SiteGenerator.Hexo => HexoAddress.Of(settings, page),
        SiteGenerator.Pelican => PelicanAddress.Of(settings, page),
        SiteGenerator.Zola => ZolaAddress.Of(settings, page),
        SiteGenerator.Docusaurus => BlogAddress.OfDocusaurus(settings, page),
        SiteGenerator.Nikola => BlogAddress.OfNikola(settings, page),
        SiteGenerator.MkDocs => BlogAddress.OfMkDocs(settings, page),
        _ when settings.Permalink is { } pattern => Permalink.Fill(pattern, page, Words),
        SiteGenerator.Nuxt => string.Join('/', page.Content.Split('/').Select(segment => Lower(Slug.WithoutAccents(WithoutNumber(segment))))),
        SiteGenerator.Astro => Lower(Below("src/pages", page.WithSlug())) + "/",
        SiteGenerator.Eleventy => WithoutEcho(page.Content) + "/",
        SiteGenerator.Quarto or SiteGenerator.VuePress or SiteGenerator.Sphinx => page.AsFile(".html"),
        SiteGenerator.VitePress => page.AsFile(settings.SectionPermalinks.ContainsKey("pages") ? "" : ".html"),
        SiteGenerator.Gatsby => page.Fields["path"].Text is { Length: > 0 } path ? path : page.Fields["slug"].Text is ['/', ..] slug ? slug : null,
        _ => page.Content,
    };

    /// <summary>What patterns of this project's own settings are made of.</summary>
    public static PermalinkWords Words { get; } = new() { Slugged = Slug.Of, Title = page => page.Title is null ? null : Slug.Of(page.Title) };

    // Paths go in lower case and their blanks as hyphens; accents stay.
    private static string Lower(string path) => path.ToLowerInvariant().Replace(' ', '-');

    // "notes/x/x" is written to "notes/x".
    private static string WithoutEcho(string path) =>
        path.Split('/') is [.., var folder, var file] && folder == file ? path[..^(file.Length + 1)] : path;

    private static string LanguagePrefix(SiteSettings settings, string path) =>
        LanguageOf(settings, path) is var language && settings.LanguageFolders.Contains(language) ? language + "/" : "";

    private static string BelowContent(SiteSettings settings, string path)
    {
        path = Below(settings.Folder, path);
        return FolderOfLanguage(settings, path) is { } own ? Below(own.Folder, path) : Below(settings.ContentFolder, path);
    }

    private static (string Folder, string Language)? FolderOfLanguage(SiteSettings settings, string path)
    {
        foreach (var (folder, language) in settings.LanguagesByFolder)
        {
            if (path.StartsWith(folder + "/", StringComparison.Ordinal))
            {
                return (folder, language);
            }
        }

        return null;
    }

    private static string Below(string folder, string path) =>
        folder.Length > 0 && path.StartsWith(folder + "/", StringComparison.Ordinal) ? path[(folder.Length + 1)..] : path;

    private static string Escape(string path)
    {
        var escaped = new StringBuilder(path.Length);
        // A page stands below the address of its site, whatever its front matter says.
        foreach (var segment in path.Split('/').Where(segment => Uri.UnescapeDataString(segment) is not ("." or "..")))
        {
            escaped.Append(escaped.Length > 0 || path.StartsWith('/') ? "/" : "").Append(Uri.EscapeDataString(Uri.UnescapeDataString(segment)));
        }

        return escaped.ToString();
    }

    // "2.x" is "x".
    private static string WithoutNumber(string segment)
    {
        var digits = segment.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && segment[digits] == '.' && digits + 1 < segment.Length ? segment[(digits + 1)..] : segment;
    }
}
