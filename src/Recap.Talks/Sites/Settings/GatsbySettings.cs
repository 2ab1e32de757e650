using System.Collections.Immutable;
using Recap.Talks.Posts.Data;

namespace Recap.Talks.Sites.Settings;

/// <summary>Reads Gatsby's configuration. What makes its pages is a program, so that only front matter tells their paths.</summary>
internal static class GatsbySettings
{
    private static readonly ImmutableArray<string> NoPosts = ["public/**", "static/**"];

    public static SiteSettings Apply(SiteSettings settings, DataNode file) => settings with
    {
        Generator = SiteGenerator.Gatsby,
        BaseUrl = ScriptSettings.Address(file["siteUrl"].Text, file["pathPrefix"].Text ?? "") ?? settings.BaseUrl,
        Exclude = [.. settings.Exclude, .. NoPosts],
        Anchors = file["gatsby-remark-autolink-headers"].IsTrue() ? AnchorStyle.GitHub : AnchorStyle.None,
    };
}
