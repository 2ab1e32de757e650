using System.Collections.Immutable;
using Recap.Talks;

namespace Recap.Engine.Indexing;

/// <summary>The posts that a source has on disk now.</summary>
internal sealed record SourcePosts
{
    /// <summary>The posts, in ordinal order of paths.</summary>
    public required ImmutableArray<SitePost> Posts { get; init; }

    /// <summary>Folders and files that could not be read: what is indexed of them is not gone.</summary>
    public required ImmutableArray<string> Unreadable { get; init; }

    /// <summary>What folders and settings had to say.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>Finds them.</summary>
    /// <exception cref="ContentException">There is no such folder, or no post in it though there must be one.</exception>
    public static SourcePosts Find(ContentSource source, ReadingRules rules, bool mayBeEmpty, CancellationToken cancellationToken)
    {
        var listing = source.Listing ?? ContentFolder.List(source, cancellationToken);
        var map = SiteMap.Read(listing);
        var posts = map.Sites(listing, source.OnlyPost, rules)
            .SelectMany(site => site.Posts, (site, file) => new SitePost(site, file))
            .OrderBy(post => post.File.Path, StringComparer.Ordinal).ToImmutableArray();
        var unread = source.OnlyPost is null ? map.Unread(listing).ToLookup(path => Path.GetExtension(path).ToLowerInvariant()) : Enumerable.Empty<string>().ToLookup(path => path);
        if (posts.Length == 0 && !mayBeEmpty)
        {
            throw new ContentException($"There are no posts under '{source.Root}': no Markdown, reStructuredText, Org, AsciiDoc, Textile or HTML file that the site's settings admit."
                + (unread.Count > 0 ? $" What lies there and is not read: {string.Join(", ", unread.Select(files => $"{files.Key} ({files.Count()})"))}." : ""));
        }

        return new SourcePosts
        {
            Posts = posts,
            Unreadable = listing.Unreadable,
            Diagnostics = [.. listing.Diagnostics, .. map.Diagnostics, .. OfSiteAbove(source, map, posts),
                .. unread.Select(files => ContentDiagnostics.NotationUnread(files.First(), files.Key, files.Count()))],
        };
    }

    // Without what configures them, posts have no addresses, and nobody would know why.
    private static ImmutableArray<Diagnostic> OfSiteAbove(ContentSource source, SiteMap map, ImmutableArray<SitePost> posts) =>
        source is { Listing: null, OnlyPost: null } && !map.RootIsConfigured && posts.Any(post => post.Site.Folder.Length == 0)
            && ContentSource.SiteAbove(source.Root) is { } above
            ? [ContentDiagnostics.ConfiguredAbove(above)] : [];
}
