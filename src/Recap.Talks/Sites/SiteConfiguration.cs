using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Recap.Talks.Posts;
using Recap.Talks.Posts.Data;

namespace Recap.Talks.Sites;

/// <summary>Reads the configuration files of the site generators, as far as addresses need them.</summary>
internal static partial class SiteConfiguration
{
    public static SiteSettingsResult Read(SiteSettings parent, string folder, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
    {
        var settings = parent;
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var name in SiteSettings.ConfigFileNames)
        {
            if (!files.TryGetValue(name, out var bytes))
            {
                continue;
            }

            var path = folder.Length == 0 ? name : $"{folder}/{name}";
            var read = Parse(name, PostText.Decode(bytes.Span).Text ?? "");
            if (read.Fault is { } fault)
            {
                diagnostics.Add(Codes.SettingsBad.At(fault.Line, $"The configuration cannot be read: {fault.Message}").In(path));
                continue;
            }

            settings = Apply(settings with { Folder = folder }, name, read.Node!, remark => diagnostics.Add(remark.In(path)));
        }

        return new SiteSettingsResult(settings, diagnostics.ToImmutable());
    }

    private static DataResult Parse(string name, string text) => Path.GetExtension(name) switch
    {
        ".toml" => TomlData.Read(text),
        ".json" => JsonData.Read(text),
        ".yml" or ".yaml" => YamlData.Read(text),
        _ => Script(text),
    };

    // Scripts are not run; the two addresses they state are plain string literals nearly always.
    private static DataResult Script(string text)
    {
        var fields = DataNode.Table();
        foreach (Match match in StringSetting().Matches(text))
        {
            fields[match.Groups["name"].Value] = new DataNode { Text = match.Groups["value"].Value };
        }

        return new DataNode { Fields = fields };
    }

    private static SiteSettings Apply(SiteSettings settings, string name, DataNode file, Action<Remark> report) => name switch
    {
        "recap.json" => RecapSettings.Apply(settings, file, report),
        ['_', ..] => Jekyll(settings, file),
        ['a', 's', ..] => Script(settings, file, SiteGenerator.Astro, file["site"].Text),
        ['n', ..] => Script(settings, file, SiteGenerator.Nuxt, file["url"].Text ?? file["siteUrl"].Text),
        ['.', ..] or ['e', ..] => Script(settings, file, SiteGenerator.Eleventy, file["url"].Text),
        _ => Hugo(settings, file),
    };

    // Templates, copied files and built pages: their HTML would be read as posts.
    private static readonly ImmutableArray<string> NoPostsOfHugo =
        ["layouts/**", "themes/**", "archetypes/**", "assets/**", "static/**", "public/**", "resources/**"];

    private static readonly ImmutableArray<string> NoPostsOfJekyll = ["_layouts/**", "_includes/**", "_sass/**", "assets/**", "_site/**"];

    private static SiteSettings Hugo(SiteSettings settings, DataNode file)
    {
        var languages = file["languages"].Fields;
        var main = file["defaultContentLanguage"].Text ?? (languages.Count == 0 ? file["languageCode"].Text : null) ?? "fr";
        var permalinks = file["permalinks"]["page"].IsNothing ? file["permalinks"] : file["permalinks"]["page"];
        return settings with
        {
            Generator = SiteGenerator.Hugo,
            BaseUrl = WithSlash(file["baseURL"].Text) ?? settings.BaseUrl,
            ContentFolder = file["contentDir"].Text?.Trim('/') ?? ContentFolderOf(SiteGenerator.Hugo),
            Exclude = [.. settings.Exclude, .. NoPostsOfHugo],
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

    private static SiteSettings Jekyll(SiteSettings settings, DataNode file)
    {
        var url = file["url"].Text is { } root ? root.TrimEnd('/') + "/" + (file["baseurl"].Text ?? "").Trim('/') : null;
        var collections = file["collections"].Fields.Where(field => field.Value["permalink"].Text is not null)
            .Select(field => KeyValuePair.Create(field.Key, field.Value["permalink"].Text!));
        return settings with
        {
            Generator = SiteGenerator.Jekyll,
            Exclude = [.. settings.Exclude, .. NoPostsOfJekyll],
            BaseUrl = WithSlash(url) ?? settings.BaseUrl,
            ContentFolder = file["source"].Text?.Trim('.', '/') ?? "",
            Permalink = file["permalink"].Text ?? settings.Permalink,
            SectionPermalinks = settings.SectionPermalinks.SetItems(collections),
            Language = file["lang"].Text?.Split('-')[0].ToLowerInvariant() ?? settings.Language,
            // Jekyll reads kramdown's GitHub dialect, and its ids, unless told otherwise.
            Anchors = file["kramdown"]["auto_ids"].IsFalse() ? AnchorStyle.None
                : file["kramdown"]["input"].Text is "kramdown" ? AnchorStyle.Kramdown : AnchorStyle.GitHub,
            Drafts = settings.Drafts || file["show_drafts"].IsTrue(),
        };
    }

    private static SiteSettings Script(SiteSettings settings, DataNode file, SiteGenerator generator, string? site)
    {
        var prefix = (file["base"].Text ?? file["baseURL"].Text ?? file["pathPrefix"].Text ?? "").Trim('/');
        var absolute = site is not null && Uri.TryCreate(site, UriKind.Absolute, out _);
        return settings with
        {
            Generator = generator,
            BaseUrl = absolute ? WithSlash($"{site!.TrimEnd('/')}/{(prefix.Contains("://", StringComparison.Ordinal) ? "" : prefix)}") : settings.BaseUrl,
            ContentFolder = ContentFolderOf(generator),
            Permalink = file["trailingSlash"].Text == "never" ? "/:path" : settings.Permalink,
        };
    }

    internal static string ContentFolderOf(SiteGenerator generator) => generator switch
    {
        SiteGenerator.Hugo or SiteGenerator.Nuxt => "content",
        SiteGenerator.Astro => "src/content",
        _ => "",
    };

    internal static string? WithSlash(string? url) =>
        string.IsNullOrWhiteSpace(url) || !Uri.TryCreate(url.Trim(), UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https")
            ? null
            : url.Trim().TrimEnd('/') + "/";

    [GeneratedRegex(@"\b(?<name>site|base|baseURL|url|siteUrl|pathPrefix|trailingSlash)\s*:\s*[""'`](?<value>[^""'`]*)[""'`]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex StringSetting();
}
