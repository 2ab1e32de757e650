using System.Collections.Immutable;
using System.Security.Cryptography;
using Recap.Talks;

namespace Recap.Engine.Indexing.Pushing;

/// <summary>What a folder of posts has to push: its posts, and the configuration of their sites.</summary>
public sealed record SourceContent
{
    /// <summary>The files by path, in ordinal order.</summary>
    public required ImmutableArray<PushedFile> Files { get; init; }

    /// <summary>Absolute path of a file that has the content of each hash.</summary>
    public required ImmutableDictionary<string, string> Contents { get; init; }

    /// <summary>Folders and files that could not be read.</summary>
    public required ImmutableArray<string> Unreadable { get; init; }

    /// <summary>What was noticed on the way.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>Lists and hashes them.</summary>
    /// <exception cref="ContentException">There is no such folder, or no post in it.</exception>
    public static SourceContent Of(ContentSource source, ReadingRules rules, CancellationToken cancellationToken)
    {
        var listing = ContentFolder.List(source, cancellationToken);
        var posts = SourcePosts.Find(source with { Listing = listing }, rules, mayBeEmpty: false, cancellationToken).Posts.Select(post => post.File);
        var settings = listing.Files.Where(file => SiteSettings.ConfiguredBy(file.Path) is not null);
        var read = posts.Concat(settings).OrderBy(file => file.Path, StringComparer.Ordinal)
            .AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(file => (File: file, Hashed: Hash(file))).ToImmutableArray();
        var files = read.Where(pair => pair.Hashed.Failure is null).ToImmutableArray();
        var failed = read.Where(pair => pair.Hashed.Failure is not null).ToImmutableArray();
        return new SourceContent
        {
            Files = [.. files.Select(pair => new PushedFile(pair.File.Path, pair.Hashed.Hash))],
            Contents = files.DistinctBy(pair => pair.Hashed.Hash).ToImmutableDictionary(pair => pair.Hashed.Hash, pair => pair.File.FullPath),
            Unreadable = [.. listing.Unreadable, .. failed.Select(pair => pair.File.Path)],
            Diagnostics = [.. listing.Diagnostics, .. failed.Select(pair => pair.Hashed.Failure!)],
        };
    }

    private static (string Hash, Diagnostic? Failure) Hash(ContentFile file)
    {
        var read = ContentReader.Read(file);
        return read.Failure is { } failure ? ("", failure) : (Convert.ToHexStringLower(SHA256.HashData(read.Content.Span)), null);
    }
}
