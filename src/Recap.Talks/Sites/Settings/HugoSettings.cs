using System.Collections.Immutable;
using Recap.Talks.Posts.Data;

namespace Recap.Talks.Sites.Settings;

/// <summary>Reads Hugo's configuration.</summary>
internal static class HugoSettings
{
    // Templates, copied files and built pages: their HTML would be read as posts.
    private static readonly ImmutableArray<string> NoPosts =
        ["layouts/**", "themes/**", "archetypes/**", "assets/**", "static/**", "public/**", "resources/**"];

    public static SiteSettings Apply(SiteSettings settings, DataNode file)
    {
        var languages = file["languages"].Fields;
        var main = file["defaultContentLanguage"].Text ?? (languages.Count == 0 ? file["languageCode"].Text : null) ?? "fr";
        var permalinks = file["permalinks"]["page"].IsNothing ? file["permalinks"] : file["permalinks"]["page"];
        var folders = languages.Where(language => language.Value["contentDir"].Text is not null)
            .ToImmutableSortedDictionary(language => language.Value["contentDir"].Text!.Trim('.', '/'), language => language.Key, StringComparer.Ordinal);
        return settings with
        {
            Generator = SiteGenerator.Hugo,
            BaseUrl = SiteConfiguration.WithSlash(file["baseURL"].Text ?? languages.GetValueOrDefault(main, DataNode.Nothing)["baseURL"].Text) ?? settings.BaseUrl,
            ContentFolder = file["contentDir"].Text?.Trim('.', '/') ?? SiteConfiguration.ContentFolderOf(SiteGenerator.Hugo),
            LanguagesByFolder = folders,
            PlainPaths = file["removePathAccents"].IsTrue(),
            Exclude = [.. settings.Exclude, .. NoPosts],
            Language = main.Split('-')[0].ToLowerInvariant(),
            LanguageFolders = [.. languages.Keys.Where(language => language != main || file["defaultContentLanguageInSubdir"].IsTrue())],
            SectionPermalinks = settings.SectionPermalinks.SetItems(
                permalinks.Fields.Where(field => field.Value.Text is not null).Select(field => KeyValuePair.Create(field.Key, field.Value.Text!))),
            Permalink = file["uglyURLs"].IsTrue() ? "/:path.html" : settings.Permalink,
            Anchors = file["markup"]["goldmark"]["parser"]["autoHeadingIDType"].Text switch
            {
                "github-ascii" => AnchorStyle.GitHubAscii,
                "blackfriday" => AnchorStyle.Blackfriday,
                _ => file["markup"]["goldmark"]["parser"]["autoHeadingID"].IsFalse() ? AnchorStyle.None : AnchorStyle.GitHub,
            },
            Drafts = settings.Drafts || file["buildDrafts"].IsTrue(),
        };
    }
}
