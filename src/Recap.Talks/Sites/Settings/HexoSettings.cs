using System.Collections.Immutable;
using Recap.Talks.Posts.Data;

namespace Recap.Talks.Sites.Settings;

/// <summary>Reads Hexo's configuration, which has the name of Jekyll's.</summary>
internal static class HexoSettings
{
    private const string DefaultPermalink = ":year/:month/:day/:title/";

    // Settings that every new site of Hexo's has, and none of Jekyll's.
    private static readonly ImmutableArray<string> Telling =
        ["source_dir", "public_dir", "new_post_name", "render_drafts", "skip_render", "post_asset_folder", "permalink_defaults", "index_generator"];

    private static readonly ImmutableArray<string> NoPosts = ["themes/**", "scaffolds/**", "public/**"];

    public static bool IsHexo(DataNode file) => Telling.Any(file.Fields.ContainsKey);

    public static SiteSettings Apply(SiteSettings settings, DataNode file)
    {
        var permalink = file["permalink"].Text ?? DefaultPermalink;
        // What names of files begin with is no part of their title.
        var isDated = file["new_post_name"].Text?.StartsWith(":year-:month-:day-:title", StringComparison.Ordinal) == true;
        return settings with
        {
            Generator = SiteGenerator.Hexo,
            BaseUrl = SiteConfiguration.WithSlash(file["url"].Text) ?? settings.BaseUrl,
            ContentFolder = file["source_dir"].Text?.Trim('.', '/') ?? SiteConfiguration.ContentFolderOf(SiteGenerator.Hexo),
            SectionPermalinks = settings.SectionPermalinks.SetItem("_posts", isDated ? permalink.Replace(":title", ":undated", StringComparison.Ordinal) : permalink)
                .SetItem("category", file["default_category"].Text ?? "uncategorized"),
            Language = file["language"].Texts().FirstOrDefault()?.Split('-')[0].ToLowerInvariant() ?? settings.Language,
            Anchors = AnchorStyle.Hexo,
            Drafts = settings.Drafts || file["render_drafts"].IsTrue(),
            Exclude = [.. settings.Exclude, .. NoPosts],
        };
    }
}
