using System.Collections.Immutable;
using Recap.Talks.Posts;
using Recap.Talks.Posts.Data;

namespace Recap.Talks.Sites.Settings;

/// <summary>Reads the configuration files of the site generators, as far as addresses need them.</summary>
internal static class SiteConfiguration
{
    public static SiteSettingsResult Read(SiteSettings parent, string folder, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var settings = parent;
        var ofHugo = ConfigurationFiles.OfHugo.Select(name => (Name: name, File: ReadFile(name))).Where(read => read.File is not null).ToList();
        if (ofHugo.Count > 0)
        {
            var file = ofHugo.Aggregate(DataNode.Nothing, (all, read) => all.With(InTable(read.Name, read.File!)));
            settings = settings with { Folder = folder };
            settings = ZolaSettings.IsZola(file) ? ZolaSettings.Apply(settings, file) : HugoSettings.Apply(settings, file);
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

            using var text = PostText.Decode(bytes.Span);
            var read = Parse(name, text.Text?.ToString() ?? "");
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
        ".py" => PythonLiterals.Parse(text),
        _ => ScriptSettings.Parse(text),
    };

    private static SiteSettings Apply(SiteSettings settings, string name, DataNode file, Action<Remark> report) => Path.GetFileNameWithoutExtension(name) switch
    {
        "recap" => RecapSettings.Apply(settings, file, report),
        "_config" => HexoSettings.IsHexo(file) ? HexoSettings.Apply(settings, file) : JekyllSettings.Apply(settings, file),
        "_quarto" => QuartoSettings.Apply(settings, file),
        "mkdocs" => MkDocsSettings.Apply(settings, file),
        "zola" => ZolaSettings.Apply(settings, file),
        "pelicanconf" or "publishconf" => PelicanSettings.Apply(settings, file),
        "conf" => file["POSTS"].IsNothing && file["html_baseurl"].IsNothing && file["blog_baseurl"].IsNothing ? settings : NikolaSettings.Apply(settings, file),
        "docusaurus.config" => DocusaurusSettings.Apply(settings, file),
        "gatsby-config" => GatsbySettings.Apply(settings, file),
        "config" when name.StartsWith(".v", StringComparison.Ordinal) => VitePressSettings.Apply(settings, name, file),
        "astro.config" => ScriptSettings.Apply(settings, file, SiteGenerator.Astro, file["site"].Text),
        "nuxt.config" => ScriptSettings.Apply(settings, file, SiteGenerator.Nuxt, file["url"].Text ?? file["siteUrl"].Text),
        _ when name.StartsWith("_data", StringComparison.Ordinal) && settings.Generator != SiteGenerator.Eleventy => settings,
        _ => ScriptSettings.Apply(settings, file, SiteGenerator.Eleventy, file["url"].Text),
    };

    internal static string ContentFolderOf(SiteGenerator generator) => generator switch
    {
        SiteGenerator.Hugo or SiteGenerator.Nuxt or SiteGenerator.Zola or SiteGenerator.Pelican => "content",
        SiteGenerator.Astro => "src/content",
        SiteGenerator.Hexo => "source",
        SiteGenerator.MkDocs => "docs",
        _ => "",
    };

    internal static string? WithSlash(string? url) =>
        string.IsNullOrWhiteSpace(url) || !Uri.TryCreate(url.Trim(), UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https")
            ? null
            : url.Trim().TrimEnd('/') + "/";
}
