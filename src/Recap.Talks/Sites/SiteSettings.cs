using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace Recap.Talks;

/// <summary>How a site turns its files into public pages, as far as the addresses of its talks need it.</summary>
public sealed record SiteSettings
{
    /// <summary>No configuration at all: bare Markdown, no public address.</summary>
    public static SiteSettings Default { get; } = new();

    /// <summary>Name of the source; null leaves the choice to the caller.</summary>
    public string? Source { get; init; }

    /// <summary>Folder of the site below the root of the source, with forward slashes; empty for the root itself.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Public address of the site, absolute, with a slash at its end; null where not known.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>What builds the site.</summary>
    public SiteGenerator Generator { get; init; }

    /// <summary>How the ids of headings are made.</summary>
    public AnchorStyle Anchors { get; init; } = AnchorStyle.GitHub;

    /// <summary>Pattern of the path of a page in the generator's own notation, such as <c>/:year/:month/:title/</c>; null for its default.</summary>
    public string? Permalink { get; init; }

    /// <summary>Patterns by section (Hugo), collection (Jekyll), folder of a blog (Docusaurus, MkDocs, Nikola) or kind of page (Pelican: <c>pages</c>, <c>lang</c>), each before <see cref="Permalink"/>.</summary>
    public ImmutableSortedDictionary<string, string> SectionPermalinks { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Folder of the posts below <see cref="Folder"/>, such as <c>content</c>; empty for the folder itself.</summary>
    public string ContentFolder { get; init; } = "";

    /// <summary>Language of the site, BCP 47.</summary>
    public string Language { get; init; } = "fr";

    /// <summary>Languages whose pages stand below a folder of their name in the address.</summary>
    public ImmutableArray<string> LanguageFolders { get; init; } = [];

    /// <summary>Languages whose posts have a content folder of their own (Hugo), by folder below <see cref="Folder"/>.</summary>
    public ImmutableSortedDictionary<string, string> LanguagesByFolder { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>True where accents are taken out of addresses (Hugo's <c>removePathAccents</c>), or they are spelled in ASCII (Zola's <c>slugify.paths</c>).</summary>
    public bool PlainPaths { get; init; }

    /// <summary>Globs of the paths below <see cref="Folder"/> that are posts; empty for all.</summary>
    public ImmutableArray<string> Include { get; init; } = [];

    /// <summary>Globs of the paths below <see cref="Folder"/> that are no posts.</summary>
    public ImmutableArray<string> Exclude { get; init; } = [];

    /// <summary>True where drafts are read like published posts.</summary>
    public bool Drafts { get; init; }

    /// <summary>Last day whose posts are published: later ones are read like drafts. Null for no such day; a caller with a clock sets today.</summary>
    public DateOnly? PublishedUntil { get; init; }

    /// <summary>Changes whenever a setting but the day changes: lower-case hexadecimal SHA-256.</summary>
    public string Fingerprint()
    {
        // By hand: to have a serializer find out what settings are made of takes as long as to hash a thousand posts.
        using var said = new MemoryStream();
        using (var json = new Utf8JsonWriter(said))
        {
            json.WriteStartArray();
            Write(json, [Source, Folder, BaseUrl, Permalink, ContentFolder, Language]);
            Write(json, LanguageFolders);
            Write(json, LanguagesByFolder.Keys);
            Write(json, LanguagesByFolder.Values);
            Write(json, Include);
            Write(json, Exclude);
            Write(json, SectionPermalinks.Keys);
            Write(json, SectionPermalinks.Values);
            json.WriteNumberValue((int)Generator);
            json.WriteNumberValue((int)Anchors);
            json.WriteBooleanValue(Drafts);
            json.WriteBooleanValue(PlainPaths);
            json.WriteEndArray();
        }

        return Convert.ToHexStringLower(SHA256.HashData(said.ToArray()));
    }

    /// <summary>The site that a file configures: the name by which <see cref="Read"/> knows the file, and the site's folder.</summary>
    /// <param name="path">Path below the root of the source, with forward slashes.</param>
    /// <returns>Null for a file that is no configuration.</returns>
    public static (string Folder, string Name)? ConfiguredBy(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Sites.Settings.ConfigurationFiles.NameOf(path) is { } name ? (path[..^name.Length].TrimEnd('/'), name) : null;
    }

    /// <summary>The files that configure a site, as paths below its folder.</summary>
    public static ImmutableArray<string> ConfigurationPaths { get; } = [.. Sites.Settings.ConfigurationFiles.OfHugo, .. Sites.Settings.ConfigurationFiles.OfOthers];

    /// <summary>Settings of a folder that holds configuration files, on top of those of the folder above.</summary>
    /// <param name="parent">Settings that hold where the files say nothing.</param>
    /// <param name="folder">The folder, as a path below the root of the source; empty for the root.</param>
    /// <param name="files">Bytes by name as <see cref="ConfiguredBy"/> tells it; other names are passed over.</param>
    /// <returns>The settings, and a diagnostic for every file or value that could not be understood.</returns>
    public static SiteSettingsResult Read(SiteSettings parent, string folder, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files) =>
        Sites.Settings.SiteConfiguration.Read(parent, folder, files);

    private static void Write(Utf8JsonWriter json, IEnumerable<string?> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}

/// <summary>Settings of a folder with what was wrong in its configuration files.</summary>
/// <param name="Settings">The settings: those above where nothing could be read.</param>
/// <param name="Diagnostics">What could not be understood, by file.</param>
public sealed record SiteSettingsResult(SiteSettings Settings, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>The site generators whose addresses are known.</summary>
public enum SiteGenerator
{
    /// <summary>None known: a page's address is its path without extension.</summary>
    Plain,

    /// <summary>Hugo.</summary>
    Hugo,

    /// <summary>Jekyll.</summary>
    Jekyll,

    /// <summary>Nuxt Content.</summary>
    Nuxt,

    /// <summary>Astro.</summary>
    Astro,

    /// <summary>Eleventy.</summary>
    Eleventy,

    /// <summary>Hexo.</summary>
    Hexo,

    /// <summary>Pelican.</summary>
    Pelican,

    /// <summary>Nikola.</summary>
    Nikola,

    /// <summary>Sphinx, and the blogs that ABlog makes of it.</summary>
    Sphinx,

    /// <summary>Zola.</summary>
    Zola,

    /// <summary>Quarto websites.</summary>
    Quarto,

    /// <summary>MkDocs, with the blog of its Material theme.</summary>
    MkDocs,

    /// <summary>Docusaurus: its blogs.</summary>
    Docusaurus,

    /// <summary>VitePress.</summary>
    VitePress,

    /// <summary>VuePress.</summary>
    VuePress,

    /// <summary>Gatsby: pages whose front matter tells their path.</summary>
    Gatsby,
}

/// <summary>Ways of making the id of a heading from its text.</summary>
public enum AnchorStyle
{
    /// <summary>GitHub's: lower case, letters of every script kept, punctuation dropped, blanks to hyphens.</summary>
    GitHub,

    /// <summary>As <see cref="GitHub"/>, ASCII only (Hugo's <c>github-ascii</c>).</summary>
    GitHubAscii,

    /// <summary>Hugo's <c>blackfriday</c>: letters and digits kept, every run of others one hyphen.</summary>
    Blackfriday,

    /// <summary>Kramdown's: drops all before the first ASCII letter and whatever is not ASCII.</summary>
    Kramdown,

    /// <summary>Headings have no id: addresses carry no anchor.</summary>
    None,

    /// <summary>Pandoc's, and so Quarto's: marks but <c>_-.</c> dropped, runs of blanks one hyphen, all before the first letter dropped.</summary>
    Pandoc,

    /// <summary>Python-Markdown's, and so MkDocs's: ASCII only, runs of blanks and hyphens one hyphen, equal ones numbered behind <c>_</c>.</summary>
    PythonMarkdown,

    /// <summary>Docutils', and so those of reStructuredText: ASCII letters and digits, every run of others one hyphen.</summary>
    Docutils,

    /// <summary>VitePress's and VuePress's: no accents, every run of ASCII marks and blanks one hyphen.</summary>
    VitePress,

    /// <summary>Hexo's: as <see cref="VitePress"/>, capitals kept.</summary>
    Hexo,

    /// <summary>Zola's: letters spelled in ASCII, every run of others one hyphen.</summary>
    Slug,

    /// <summary>Hugo's for Org: headings are counted.</summary>
    Counted,
}
