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
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var settings = parent;
        var ofHugo = ConfigurationFiles.OfHugo.Select(name => (Name: name, File: ReadFile(name))).Where(read => read.File is not null).ToList();
        if (ofHugo.Count > 0)
        {
            settings = Hugo(settings with { Folder = folder }, ofHugo.Aggregate(DataNode.Nothing, (all, read) => all.With(InTable(read.Name, read.File!))));
        }

        foreach (var name in ConfigurationFiles.OfOthers)
        {
            if (ReadFile(name) is { } file)
            {
                settings = Apply(settings with { Folder = folder }, name, file, remark => diagnostics.Add(remark.In(PathOf(name))));
            }
        }

        return new SiteSettingsResult(settings, diagnostics.ToImmutable());

        string PathOf(string name) => folder.Length == 0 ? name : $"{folder}/{name}";

        DataNode? ReadFile(string name)
        {
            if (!files.TryGetValue(name, out var bytes))
            {
                return null;
            }

            var read = Parse(name, PostText.Decode(bytes.Span).Text ?? "");
            if (read.Fault is { } fault)
            {
                diagnostics.Add(Codes.SettingsBad.At(fault.Line, $"The configuration cannot be read: {fault.Message}").In(PathOf(name)));
            }

            return read.Node;
        }
    }

    private static DataNode InTable(string name, DataNode file) =>
        ConfigurationFiles.TableOf(name) is { } table ? new DataNode { Fields = new Dictionary<string, DataNode>(StringComparer.OrdinalIgnoreCase) { [table] = file } } : file;

    private static DataResult Parse(string name, string text) => Path.GetExtension(name) switch
    {
        ".toml" => TomlData.Read(text),
        ".json" => JsonData.Read(text),
        ".yml" or ".yaml" => YamlData.Read(text),
        _ => Script(text),
    };

    // Scripts are not run; the addresses they state are plain string literals nearly always, the site's before its author's.
    private static DataResult Script(string text)
    {
        var fields = DataNode.Table();
        foreach (Match match in StringSetting().Matches(text))
        {
            fields.TryAdd(match.Groups["name"].Value, new DataNode { Text = match.Groups["value"].Value });
        }

        return new DataNode { Fields = fields };
    }

    private static SiteSettings Apply(SiteSettings settings, string name, DataNode file, Action<Remark> report) => name switch
    {
        "recap.json" => RecapSettings.Apply(settings, file, report),
        ['_', 'c', ..] => Jekyll(settings, file),
        ['a', 's', ..] => Script(settings, file, SiteGenerator.Astro, file["site"].Text),
        ['n', ..] => Script(settings, file, SiteGenerator.Nuxt, file["url"].Text ?? file["siteUrl"].Text),
        ['_', 'd', ..] => settings.Generator == SiteGenerator.Eleventy ? Script(settings, file, SiteGenerator.Eleventy, file["url"].Text) : settings,
        _ => Script(settings, file, SiteGenerator.Eleventy, file["url"].Text),
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
        var folders = languages.Where(language => language.Value["contentDir"].Text is not null)
            .ToImmutableSortedDictionary(language => language.Value["contentDir"].Text!.Trim('.', '/'), language => language.Key, StringComparer.Ordinal);
        return settings with
        {
            Generator = SiteGenerator.Hugo,
            BaseUrl = WithSlash(file["baseURL"].Text ?? languages.GetValueOrDefault(main, DataNode.Nothing)["baseURL"].Text) ?? settings.BaseUrl,
            ContentFolder = file["contentDir"].Text?.Trim('.', '/') ?? ContentFolderOf(SiteGenerator.Hugo),
            LanguagesByFolder = folders,
            PlainPaths = file["removePathAccents"].IsTrue(),
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
        // What is set for all posts stands in one of two places.
        var defaults = file["defaults"].Items.Where(item => item["scope"]["type"].Text is null or "posts" && item["scope"]["path"].Text is null or "" or "_posts")
            .Select(item => KeyValuePair.Create("posts", item["values"]["permalink"]));
        var collections = file["collections"].Fields.Select(field => KeyValuePair.Create(field.Key, field.Value["permalink"]))
            .Concat(defaults).Where(field => field.Value.Text is not null).Select(field => KeyValuePair.Create(field.Key, field.Value.Text!));
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
            ContentFolder = generator == SiteGenerator.Eleventy ? file["input"].Text?.Trim('.', '/') ?? settings.ContentFolder : ContentFolderOf(generator),
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

    [GeneratedRegex(@"\b(?<name>site|base|baseURL|url|siteUrl|pathPrefix|trailingSlash|input)[""']?\s*:\s*[""'`](?<value>[^""'`]*)[""'`]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex StringSetting();
}
