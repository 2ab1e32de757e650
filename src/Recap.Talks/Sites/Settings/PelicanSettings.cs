using System.Collections.Immutable;
using Recap.Talks.Posts.Data;

namespace Recap.Talks.Sites.Settings;

/// <summary>Reads Pelican's configuration.</summary>
internal static class PelicanSettings
{
    private static readonly ImmutableArray<string> NoPosts = ["output/**", "themes/**", "theme/**"];

    public static SiteSettings Apply(SiteSettings settings, DataNode file)
    {
        // The configuration for readers is read behind the other, and holds only what differs.
        var known = settings.Generator == SiteGenerator.Pelican ? settings.SectionPermalinks
            : settings.SectionPermalinks.SetItem("pages", "pages/{slug}.html").SetItem("lang", "{slug}-{lang}.html").SetItem("articles", "{slug}.html").SetItem("slug", "title");
        return settings with
        {
            Generator = SiteGenerator.Pelican,
            BaseUrl = SiteConfiguration.WithSlash(file["SITEURL"].Text) ?? settings.BaseUrl,
            ContentFolder = PythonLiterals.Known(file["PATH"])?.Trim('.', '/')
                ?? (settings.Generator == SiteGenerator.Pelican ? settings.ContentFolder : SiteConfiguration.ContentFolderOf(SiteGenerator.Pelican)),
            SectionPermalinks = known.SetItems(Set("articles", file["ARTICLE_URL"]).Concat(Set("lang", file["ARTICLE_LANG_URL"])).Concat(Set("pages", file["PAGE_URL"])).Concat(Set("slug", file["SLUGIFY_SOURCE"]))),
            Language = PythonLiterals.Known(file["DEFAULT_LANG"])?.Split('-', '_')[0].ToLowerInvariant() ?? settings.Language,
            // Without an extension that is not among the usual ones, headings of Markdown have no ids.
            Anchors = AnchorStyle.None,
            Exclude = settings.Generator == SiteGenerator.Pelican ? settings.Exclude : [.. settings.Exclude, .. NoPosts],
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Set(string name, DataNode value) => value.Text is { } text ? [KeyValuePair.Create(name, text)] : [];
}
