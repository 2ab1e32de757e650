using System.Collections.Immutable;
using Recap.Talks.Posts.Data;

namespace Recap.Talks.Sites.Settings;

/// <summary>Reads VitePress's and VuePress's configuration. Their public address stands in it for the map of the site alone, if at all.</summary>
internal static class VitePressSettings
{
    private static readonly ImmutableArray<string> NoPosts = [".vitepress/**", ".vuepress/**", "public/**"];

    /// <param name="settings">Settings that hold where the file says nothing.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="file">What it states.</param>
    public static SiteSettings Apply(SiteSettings settings, string name, DataNode file)
    {
        var isPlain = name.StartsWith(".vitepress", StringComparison.Ordinal);
        // Paths that a program makes are not known.
        var isComputed = file["rewrites"].IsTrue() || file["permalinkPattern"].IsTrue() || file["plugin-blog"].IsTrue();
        var host = file["hostname"].Text;
        var prefix = file["base"].Text ?? "";
        prefix = host is not null && host.TrimEnd('/').EndsWith("/" + prefix.Trim('/'), StringComparison.Ordinal) ? "" : prefix;
        return settings with
        {
            Generator = isPlain ? SiteGenerator.VitePress : SiteGenerator.VuePress,
            BaseUrl = isComputed ? null : ScriptSettings.Address(host, prefix) ?? settings.BaseUrl,
            ContentFolder = isPlain ? file["srcDir"].Text?.Trim('.', '/') ?? "" : "",
            SectionPermalinks = file["cleanUrls"].IsTrue() ? settings.SectionPermalinks.SetItem("pages", "/:path") : settings.SectionPermalinks,
            Language = file["lang"].Text?.Split('-')[0].ToLowerInvariant() ?? settings.Language,
            Anchors = AnchorStyle.VitePress,
            Exclude = [.. settings.Exclude, .. NoPosts],
        };
    }
}
