using System.Text.RegularExpressions;
using Recap.Talks.Posts.Data;

namespace Recap.Talks.Sites.Settings;

/// <summary>
/// Reads configuration that is a script. Scripts are not run; the addresses they state are plain literals nearly always, the
/// site's before its author's.
/// </summary>
internal static partial class ScriptSettings
{
    /// <summary>The settings that a script states in so many words; the first of a name holds.</summary>
    public static DataResult Parse(string text)
    {
        var fields = DataNode.Table();
        foreach (Match match in Setting().Matches(text))
        {
            fields.TryAdd(match.Groups["name"].Value, new DataNode { Text = match.Groups["truth"].Success ? match.Groups["truth"].Value : match.Groups["value"].Value });
        }

        foreach (var sign in Signs().EnumerateMatches(text))
        {
            fields.TryAdd(text.Substring(sign.Index, sign.Length), new DataNode { Text = "true" });
        }

        fields[DocusaurusSettings.Blogs] = DocusaurusSettings.BlogsIn(text);
        return new DataNode { Fields = fields };
    }

    /// <summary>Astro's, Nuxt's and Eleventy's.</summary>
    public static SiteSettings Apply(SiteSettings settings, DataNode file, SiteGenerator generator, string? site)
    {
        var prefix = file["base"].Text ?? file["baseURL"].Text ?? file["pathPrefix"].Text ?? "";
        return settings with
        {
            Generator = generator,
            BaseUrl = Address(site, prefix) ?? settings.BaseUrl,
            ContentFolder = generator == SiteGenerator.Eleventy ? file["input"].Text?.Trim('.', '/') ?? settings.ContentFolder : SiteConfiguration.ContentFolderOf(generator),
            Permalink = file["trailingSlash"].Text == "never" ? "/:path" : settings.Permalink,
        };
    }

    /// <summary>The public address of a site and the folder it stands in there; null where the address is none.</summary>
    public static string? Address(string? site, string prefix) =>
        site is not null && Uri.TryCreate(site, UriKind.Absolute, out _)
            ? SiteConfiguration.WithSlash($"{site.TrimEnd('/')}/{(prefix.Contains("://", StringComparison.Ordinal) ? "" : prefix.Trim('/'))}") : null;

    [GeneratedRegex(@"\b(?<name>site|base|baseURL|baseUrl|url|siteUrl|hostname|pathPrefix|trailingSlash|cleanUrls|input|srcDir|defaultLocale|lang)[""']?\s*:\s*([""'`](?<value>[^""'`]*)[""'`]|(?<truth>true|false)\b)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Setting();

    // What a script makes addresses by, or ids of headings.
    [GeneratedRegex("gatsby-remark-autolink-headers|rewrites|permalinkPattern|plugin-blog", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Signs();
}
