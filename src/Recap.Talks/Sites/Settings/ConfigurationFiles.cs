using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Recap.Talks.Sites.Settings;

/// <summary>Which files configure a site, and in which order they hold.</summary>
internal static class ConfigurationFiles
{
    private static readonly ImmutableArray<string> ScriptNotations = [".js", ".mjs", ".cjs", ".ts", ".mts", ".cts"];

    private static readonly ImmutableArray<string> HugoNotations = [".toml", ".yaml", ".yml", ".json"];

    // Hugo reads these two folders whole when it builds for readers; a file there holds the table of its name.
    private static readonly ImmutableArray<string> HugoFolders = ["config/_default/", "config/production/"];

    private static readonly ImmutableArray<string> HugoFiles = ["hugo", "config", "languages", "permalinks", "markup"];

    /// <summary>Hugo's, as paths below the site's folder; a later one wins.</summary>
    public static ImmutableArray<string> OfHugo { get; } =
    [
        .. HugoFiles.Take(2).SelectMany(file => HugoNotations, (file, notation) => file + notation),
        .. HugoFolders.SelectMany(folder => HugoFiles.SelectMany(file => HugoNotations, (file, notation) => folder + file + notation)),
    ];

    /// <summary>The others, which win over Hugo's.</summary>
    public static ImmutableArray<string> OfOthers { get; } =
    [
        "_config.yml", "_config.yaml", "_config.toml", "_quarto.yml", "_quarto.yaml", "mkdocs.yml", "mkdocs.yaml", "zola.toml",
        "pelicanconf.py", "publishconf.py", "conf.py",
        "astro.config.mjs", "astro.config.ts", "astro.config.js", "nuxt.config.ts", "nuxt.config.js",
        ".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs",
        .. Scripts("gatsby-config"), .. Scripts("docusaurus.config"), .. Scripts(".vuepress/config"), .. Scripts(".vitepress/config"),
        "_data/metadata.json", "_data/metadata.js", "_data/site.json", "_data/site.js", "recap.json",
    ];

    private static IEnumerable<string> Scripts(string name) =>
        ScriptNotations.Select(notation => name + notation);

    // The longest first: config/_default/hugo.toml configures the site above it, not its own folder.
    private static readonly FrozenDictionary<string, ImmutableArray<string>> ByFileName = OfHugo.Concat(OfOthers)
        .GroupBy(path => path[(path.LastIndexOf('/') + 1)..], StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(path => path.Length).ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>The name by which <see cref="SiteSettings.Read"/> knows a file; null where it configures nothing.</summary>
    public static string? NameOf(string path)
    {
        var file = path.AsSpan(path.LastIndexOf('/') + 1);
        return ByFileName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(file, out var names)
            ? names.FirstOrDefault(name => path == name || path.EndsWith("/" + name, StringComparison.Ordinal))
            : null;
    }

    /// <summary>The table that a file of one of Hugo's folders holds; null where it holds the whole configuration.</summary>
    public static string? TableOf(string name)
    {
        var stem = Path.GetFileNameWithoutExtension(name);
        return stem is "hugo" or "config" ? null : stem;
    }
}
