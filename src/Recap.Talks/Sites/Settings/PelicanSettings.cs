using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Recap.Talks.Posts.Data;

namespace Recap.Talks.Sites.Settings;

/// <summary>Reads Pelican's configuration, which is a program: what it sets to a plain literal is known, all else is not.</summary>
internal static partial class PelicanSettings
{
    /// <summary>Stands for a value that only the program knows.</summary>
    public const string Computed = "{?}";

    private static readonly ImmutableArray<string> NoPosts = ["output/**", "themes/**", "theme/**"];

    public static DataResult Parse(string text)
    {
        var fields = DataNode.Table();
        foreach (Match match in Assignment().Matches(text))
        {
            fields[match.Groups["name"].Value] = new DataNode { Text = match.Groups["plain"].Success ? match.Groups["value"].Value : Computed };
        }

        return new DataNode { Fields = fields };
    }

    public static SiteSettings Apply(SiteSettings settings, DataNode file)
    {
        // The configuration for readers is read behind the other, and holds only what differs.
        var known = settings.Generator == SiteGenerator.Pelican ? settings.SectionPermalinks
            : settings.SectionPermalinks.SetItem("pages", "pages/{slug}.html").SetItem("lang", "{slug}-{lang}.html").SetItem("articles", "{slug}.html").SetItem("slug", "title");
        return settings with
        {
            Generator = SiteGenerator.Pelican,
            BaseUrl = SiteConfiguration.WithSlash(file["SITEURL"].Text) ?? settings.BaseUrl,
            ContentFolder = file["PATH"].Text is { } path && path != Computed ? path.Trim('.', '/')
                : settings.Generator == SiteGenerator.Pelican ? settings.ContentFolder : SiteConfiguration.ContentFolderOf(SiteGenerator.Pelican),
            SectionPermalinks = known.SetItems(Set("articles", file["ARTICLE_URL"]).Concat(Set("lang", file["ARTICLE_LANG_URL"])).Concat(Set("pages", file["PAGE_URL"])).Concat(Set("slug", file["SLUGIFY_SOURCE"]))),
            Language = file["DEFAULT_LANG"].Text is { } language && language != Computed ? language.Split('-', '_')[0].ToLowerInvariant() : settings.Language,
            // Without an extension that is not among the usual ones, headings of Markdown have no ids.
            Anchors = AnchorStyle.None,
            Exclude = settings.Generator == SiteGenerator.Pelican ? settings.Exclude : [.. settings.Exclude, .. NoPosts],
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Set(string name, DataNode value) => value.Text is { } text ? [KeyValuePair.Create(name, text)] : [];

    [GeneratedRegex(@"^(?<name>[A-Z][A-Z_]+)[ \t]*=[ \t]*((?<plain>[rRuU]?(""(?<value>[^""\n]*)""|'(?<value>[^'\n]*)')[ \t]*(#[^\n]*)?\r?$)|[^\n=])", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Assignment();
}
