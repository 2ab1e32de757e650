using System.Collections.Immutable;
using Recap.Talks.Posts.Data;

namespace Recap.Talks.Sites.Settings;

/// <summary>Reads Zola's configuration, whose old name is Hugo's old name as well.</summary>
internal static class ZolaSettings
{
    private static readonly ImmutableArray<string> NoPosts = ["templates/**", "themes/**", "static/**", "sass/**", "public/**"];

    public static bool IsZola(DataNode file) => file["base_url"].Text is not null && file["baseURL"].Text is null;

    public static SiteSettings Apply(SiteSettings settings, DataNode file)
    {
        var slugify = file["slugify"];
        var main = file["default_language"].Text ?? "en";
        return settings with
        {
            Generator = SiteGenerator.Zola,
            BaseUrl = SiteConfiguration.WithSlash(file["base_url"].Text) ?? settings.BaseUrl,
            ContentFolder = SiteConfiguration.ContentFolderOf(SiteGenerator.Zola),
            Language = file["default_language"].Text?.Split('-')[0].ToLowerInvariant() ?? settings.Language,
            LanguageFolders = [.. file["languages"].Fields.Keys.Where(language => language != main)],
            PlainPaths = slugify["paths"].Text is null or "on",
            SectionPermalinks = slugify["paths_keep_dates"].IsTrue() ? settings.SectionPermalinks.SetItem("pages", "/:sections/:slugorfilename/") : settings.SectionPermalinks,
            Anchors = slugify["anchors"].Text is null or "on" ? AnchorStyle.Slug : AnchorStyle.None,
            Exclude = [.. settings.Exclude, .. NoPosts],
        };
    }
}
