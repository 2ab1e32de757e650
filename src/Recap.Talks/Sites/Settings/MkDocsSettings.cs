using System.Collections.Immutable;
using Recap.Talks.Posts.Data;

namespace Recap.Talks.Sites.Settings;

/// <summary>Reads the configuration of MkDocs, and of the blog that its Material theme brings.</summary>
internal static class MkDocsSettings
{
    private static readonly ImmutableArray<string> NoPosts = ["site/**", "overrides/**"];

    public static SiteSettings Apply(SiteSettings settings, DataNode file)
    {
        var hasFolders = !file["use_directory_urls"].IsFalse();
        return settings with
        {
            Generator = SiteGenerator.MkDocs,
            BaseUrl = SiteConfiguration.WithSlash(file["site_url"].Text) ?? settings.BaseUrl,
            ContentFolder = file["docs_dir"].Text?.Trim('.', '/') ?? SiteConfiguration.ContentFolderOf(SiteGenerator.MkDocs),
            SectionPermalinks = settings.SectionPermalinks.SetItems(Blogs(file, hasFolders ? "/" : ".html")).SetItem("pages", hasFolders ? "/:path/" : "/:path.html"),
            Language = file["theme"]["language"].Text?.Split('-')[0].ToLowerInvariant() ?? settings.Language,
            Anchors = AnchorStyle.PythonMarkdown,
            Exclude = [.. settings.Exclude, .. NoPosts],
        };
    }

    // Posts of a blog lie in a folder of their own; what a program of the site makes of their titles is not known.
    private static IEnumerable<KeyValuePair<string, string>> Blogs(DataNode file, string end)
    {
        foreach (var plugin in file["plugins"].Items.Append(file["plugins"]))
        {
            if (plugin.Text == "blog" || plugin.Fields.ContainsKey("blog"))
            {
                var blog = plugin["blog"];
                var folder = (blog["blog_dir"].Text ?? "blog").Trim('.', '/');
                var posts = (blog["post_dir"].Text ?? "{blog}/posts").Replace("{blog}", folder, StringComparison.Ordinal).Trim('/');
                var format = blog["post_url_date_format"].Text is null or "yyyy/MM/dd" ? blog["post_url_format"].Text ?? "{date}/{slug}" : "{?}";
                yield return KeyValuePair.Create(posts, $"/{(folder.Length > 0 ? folder + "/" : "")}{format}{end}");
            }
        }
    }
}
