using System.Collections.Immutable;
using Recap.Talks;

namespace Recap.Engine.Indexing;

/// <summary>A post as read just now.</summary>
internal sealed record ReadPost
{
    public required string Path { get; init; }

    /// <summary>Hash of what it was read from; empty where its bytes could not be had.</summary>
    public required string InputHash { get; init; }

    /// <summary>What it tells.</summary>
    public required PostTalks Told { get; init; }

    /// <summary>The post among the others; null before it has its place.</summary>
    public PostInSeries? Series { get; init; }
}

/// <summary>Hashes and reads posts on all cores. Results are in the order of the posts.</summary>
internal static class PostBatch
{
    /// <summary>Hash of what each post is to be read from; null where its bytes cannot be had.</summary>
    public static ImmutableArray<string?> Hash(ImmutableArray<SitePost> posts, Action<int> done, CancellationToken cancellationToken) =>
        ForEach(posts, static post => ContentReader.HashOf(post.File, post.Site), done, cancellationToken);

    /// <summary>What each post tells; a post that cannot be read has failed, and says why.</summary>
    public static ImmutableArray<ReadPost> Read(ImmutableArray<SitePost> posts, Action<int> done, CancellationToken cancellationToken) =>
        ForEach(posts, Read, done, cancellationToken);

    private static ReadPost Read(SitePost post)
    {
        var read = ContentReader.Read(post.File);
        return read.Failure is { } failure
            ? new ReadPost { Path = post.File.Path, InputHash = "", Told = Failed(post, failure) }
            : new ReadPost { Path = post.File.Path, InputHash = ContentReader.Hash(read.Content.Span, post.Site), Told = Tell(post, read.Content) };
    }

    private static PostTalks Tell(SitePost post, ReadOnlyMemory<byte> content)
    {
        try
        {
            return post.Site.Reader.Read(new PostFile(post.File.Path, content));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The reader promises not to throw. Should it, one post is lost and not the reindex.
            return Failed(post, ContentDiagnostics.ReaderFailed(post.File.Path, $"{e.GetType().Name}: {e.Message}"));
        }
    }

    private static PostTalks Failed(SitePost post, Diagnostic diagnostic) =>
        new() { Post = post.File.Path, Diagnostics = [diagnostic] };

    private static ImmutableArray<T> ForEach<T>(ImmutableArray<SitePost> posts, Func<SitePost, T> work, Action<int> done, CancellationToken cancellationToken)
    {
        var results = new T[posts.Length];
        var count = 0;
        Parallel.For(0, posts.Length, new ParallelOptions { CancellationToken = cancellationToken }, index =>
        {
            results[index] = work(posts[index]);
            done(Interlocked.Increment(ref count));
        });
        return [.. results];
    }
}
