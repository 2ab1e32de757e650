using System.Collections.Immutable;
using Recap.Talks.Posts.Data;

namespace Recap.Talks.Sites.Settings;

/// <summary>Reads <c>conf.py</c>, which configures Nikola or Sphinx, and says nothing of a site where it states the address of neither.</summary>
internal static class NikolaSettings
{
    private static readonly ImmutableArray<string> NoPosts = ["output/**", "themes/**", "_build/**", "_templates/**"];

    public static SiteSettings Apply(SiteSettings settings, DataNode file)
    {
        var isNikola = file.Fields.ContainsKey("POSTS");
        var address = isNikola ? file["SITE_URL"] : file["html_baseurl"].IsNothing ? file["blog_baseurl"] : file["html_baseurl"];
        var end = file["PRETTY_URLS"].IsFalse() ? "/:slug.html" : "/:slug/";
        return settings with
        {
            Generator = isNikola ? SiteGenerator.Nikola : SiteGenerator.Sphinx,
            BaseUrl = SiteConfiguration.WithSlash(PythonLiterals.Known(address)) ?? settings.BaseUrl,
            SectionPermalinks = isNikola
                ? settings.SectionPermalinks.SetItems(file[PythonLiterals.Folders].Items.Select(folder => KeyValuePair.Create(folder["from"].Text!, "/" + folder["to"].Text + end)))
                : settings.SectionPermalinks,
            Language = (PythonLiterals.Known(file["DEFAULT_LANG"]) ?? PythonLiterals.Known(file["language"]))?.Split('-', '_')[0].ToLowerInvariant() ?? settings.Language,
            // Headings of reStructuredText have docutils' ids; those of Markdown have none here.
            Anchors = AnchorStyle.None,
            Exclude = [.. settings.Exclude, .. NoPosts],
        };
    }
}
