using System.Collections.Immutable;
using Recap.Talks.Posts.Data;

namespace Recap.Talks.Sites.Settings;

/// <summary>Reads Jekyll's configuration.</summary>
internal static class JekyllSettings
{
    private static readonly ImmutableArray<string> NoPosts = ["_layouts/**", "_includes/**", "_sass/**", "assets/**", "_site/**"];

    public static SiteSettings Apply(SiteSettings settings, DataNode file)
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
            Exclude = [.. settings.Exclude, .. NoPosts],
            BaseUrl = SiteConfiguration.WithSlash(url) ?? settings.BaseUrl,
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
}
