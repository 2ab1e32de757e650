using System.Collections.Immutable;
using Recap.Talks.Posts.Data;

namespace Recap.Talks.Sites.Settings;

/// <summary>Reads the configuration of a Quarto website.</summary>
internal static class QuartoSettings
{
    // What begins with a low line is included elsewhere.
    private static readonly ImmutableArray<string> NoPosts = ["_*", "**/_*/**", "docs/**/*.html"];

    public static SiteSettings Apply(SiteSettings settings, DataNode file)
    {
        var site = file["website"].IsNothing ? file["book"] : file["website"];
        var output = file["project"]["output-dir"].Text?.Trim('.', '/');
        return settings with
        {
            Generator = SiteGenerator.Quarto,
            BaseUrl = SiteConfiguration.WithSlash(site["site-url"].Text) ?? settings.BaseUrl,
            Language = file["lang"].Text?.Split('-')[0].ToLowerInvariant() ?? settings.Language,
            Anchors = AnchorStyle.Pandoc,
            Exclude = [.. settings.Exclude, .. NoPosts, .. output is { Length: > 0 } ? [output + "/**"] : ImmutableArray<string>.Empty],
        };
    }
}
