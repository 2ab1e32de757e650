using System.Text;
using System.Text.RegularExpressions;
using Recap.Talks.Posts.Data;

namespace Recap.Talks.Sites;

/// <summary>Where a post's page stands: its address and the name it is known by.</summary>
internal static partial class PageAddress
{
    /// <summary>Path of the post below the content folder of its site, without extension; <c>index</c> files are their folder.</summary>
    public static string ContentPath(SiteSettings settings, string path)
    {
        path = Below(settings.Folder, path);
        path = Below(settings.ContentFolder, path);
        var dot = path.LastIndexOf('.');
        path = dot > path.LastIndexOf('/') + 1 && dot >= path.Length - 9 ? path[..dot] : path;
        foreach (var language in settings.LanguageFolders.Append(settings.Language).Append("fr").Append("en"))
        {
            path = path.EndsWith("." + language, StringComparison.OrdinalIgnoreCase) ? path[..^(language.Length + 1)] : path;
        }

        var name = path[(path.LastIndexOf('/') + 1)..];
        return name is "index" or "_index" or "README" ? path[..Math.Max(0, path.LastIndexOf('/'))] : path;
    }

    /// <summary>The public address of a post; null where the site's is not known.</summary>
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

        var content = ContentPath(settings, path);
        var fixedPath = fields["url"].Text ?? fields["permalink"].Text;
        if (fixedPath is { Length: > 0 } && !fixedPath.Contains(':') && !fixedPath.Contains("{{"))
        {
            return root + Escape(fixedPath.TrimStart('/'));
        }

        if (fixedPath is { } absolute && absolute.StartsWith("http", StringComparison.Ordinal))
        {
            return absolute;
        }

        var page = settings.Generator switch
        {
            SiteGenerator.Hugo => Hugo(settings, content, fields, title, date),
            SiteGenerator.Jekyll => Jekyll(settings, content, fields, title, date, fixedPath),
            _ when settings.Permalink is { } pattern => Fill(pattern, content, fields, title, date),
            SiteGenerator.Nuxt => string.Join('/', content.Split('/').Select(segment => Lower(Slug.WithoutAccents(WithoutNumber(segment))))),
            SiteGenerator.Astro => Lower(WithSlug(Below("src/pages", content), fields)) + "/",
            SiteGenerator.Eleventy => WithoutEcho(content) + "/",
            _ => content,
        };
        return root + LanguagePrefix(settings, path) + Escape(page.TrimStart('/'));
    }

    private static string Hugo(SiteSettings settings, string content, DataNode fields, string? title, DateOnly? date)
    {
        var section = content.Split('/')[0];
        var pattern = settings.SectionPermalinks.GetValueOrDefault(section) ?? settings.Permalink;
        if (pattern is not null)
        {
            var filled = Fill(pattern, content, fields, title, date);
            return filled.EndsWith('/') || filled.EndsWith(".html") ? filled : filled + "/";
        }

        return Lower(WithSlug(content, fields)) + "/";
    }

    private static string Jekyll(SiteSettings settings, string content, DataNode fields, string? title, DateOnly? date, string? own)
    {
        var collection = content.Split('/').FirstOrDefault(folder => folder.StartsWith('_'))?[1..];
        var pattern = own ?? (collection is null ? null : settings.SectionPermalinks.GetValueOrDefault(collection)) ?? settings.Permalink ?? "date";
        if (collection is not ("posts" or "drafts") && own is null)
        {
            return content.TrimStart('_') + (settings.Permalink is "pretty" ? "/" : ".html");
        }

        pattern = pattern switch
        {
            "date" => "/:categories/:year/:month/:day/:title.html",
            "pretty" => "/:categories/:year/:month/:day/:title/",
            "ordinal" => "/:categories/:year/:y_day/:title.html",
            "weekdate" => "/:categories/:year/W:week/:short_day/:title.html",
            "none" => "/:categories/:title.html",
            _ => pattern,
        };
        return Fill(pattern, content, fields, title, date);
    }

    private static string Fill(string pattern, string content, DataNode fields, string? title, DateOnly? date)
    {
        var file = content[(content.LastIndexOf('/') + 1)..];
        var name = WithoutDate(file);
        var slug = fields["slug"].Text is { Length: > 0 } own ? own : null;
        var day = date ?? DateOnly.MinValue;
        var filled = Placeholder().Replace(pattern, match => match.Value.TrimStart(':').Trim('[', ']') switch
        {
            "year" => day.Year.ToString("0000"),
            "short_year" => (day.Year % 100).ToString("00"),
            "month" => day.Month.ToString("00"),
            "i_month" => day.Month.ToString(),
            "day" => day.Day.ToString("00"),
            "i_day" => day.Day.ToString(),
            "yearday" or "y_day" => day.DayOfYear.ToString("000"),
            "title" when content.Contains("_posts", StringComparison.Ordinal) => slug ?? name,
            "title" => title is null ? file : Slug.Of(title),
            "slug" => slug ?? (content.Contains("_posts", StringComparison.Ordinal) ? name : Slug.Of(title ?? file)),
            "slugorfilename" => slug ?? file,
            "slugorcontentbasename" or "contentbasename" or "filename" or "name" => match.Value.StartsWith(":slug") ? slug ?? file : file,
            "section" => content.Split('/')[0],
            "sections" => content[..Math.Max(0, content.LastIndexOf('/'))],
            "path" => content,
            "categories" or "category" => string.Join('/', fields["categories"].IsNothing ? fields["category"].Texts().Select(Slug.Of) : fields["categories"].Texts().Select(Slug.Of)),
            _ => "",
        });
        return Slashes().Replace(filled, "/");
    }

    private static string WithSlug(string content, DataNode fields) =>
        fields["slug"].Text is { Length: > 0 } slug ? content[..(content.LastIndexOf('/') + 1)] + slug.Trim('/') : content;

    // Paths go in lower case and their blanks as hyphens; accents stay.
    private static string Lower(string path) => path.ToLowerInvariant().Replace(' ', '-');

    // "notes/x/x" is written to "notes/x".
    private static string WithoutEcho(string path) =>
        path.Split('/') is [.., var folder, var file] && folder == file ? path[..^(file.Length + 1)] : path;

    private static string LanguagePrefix(SiteSettings settings, string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var language = settings.LanguageFolders.FirstOrDefault(folder => name.Contains($".{folder}.", StringComparison.Ordinal));
        return language is null ? "" : language + "/";
    }

    private static string Below(string folder, string path) =>
        folder.Length > 0 && path.StartsWith(folder + "/", StringComparison.Ordinal) ? path[(folder.Length + 1)..] : path;

    private static string Escape(string path)
    {
        var escaped = new StringBuilder(path.Length);
        foreach (var segment in path.Split('/'))
        {
            escaped.Append(escaped.Length > 0 || path.StartsWith('/') ? "/" : "").Append(Uri.EscapeDataString(Uri.UnescapeDataString(segment)));
        }

        return escaped.ToString();
    }

    // "2024-05-16-x" is "x".
    private static string WithoutDate(string name) =>
        name.Length > 11 && name[10] is ('-' or '_') && DateOnly.TryParseExact(name.AsSpan(0, 10), "yyyy-MM-dd", out _) ? name[11..] : name;

    // "2.x" is "x".
    private static string WithoutNumber(string segment)
    {
        var digits = segment.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && segment[digits] == '.' && digits + 1 < segment.Length ? segment[(digits + 1)..] : segment;
    }

    [GeneratedRegex(@":[a-z_]+(\[[^\]]*\])?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex("/{2,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Slashes();
}
