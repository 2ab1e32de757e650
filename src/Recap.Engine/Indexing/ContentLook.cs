using System.Collections.Immutable;

namespace Recap.Engine.Indexing;

/// <summary>
/// What the folders of a reindex hold at one moment. It may be taken while the index is opened; what changes afterwards the
/// next reindex finds, and posts that look changed are read as they are then.
/// </summary>
public sealed class ContentLook
{
    private readonly ImmutableArray<SourceLook> _sources;

    private ContentLook(ImmutableArray<SourceLook> sources) => _sources = sources;

    /// <summary>Looks through the folders.</summary>
    /// <exception cref="ContentException">A folder is not there, or has no posts.</exception>
    public static ContentLook Take(ReindexRequest request, ReadingRules rules, IProgress<ReindexProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new ContentLook([.. request.Sources.Select(source => SourceLook.Take(source, request, rules, progress, cancellationToken))]);
    }

    /// <summary>What the source of that place in the request holds.</summary>
    internal SourceLook Of(int source) => _sources[source];
}

/// <summary>What a source holds at one moment.</summary>
/// <param name="Found">Its posts.</param>
/// <param name="Hashes">Hash of what each of them is read from; null where its bytes cannot be had.</param>
internal sealed record SourceLook(SourcePosts Found, ImmutableArray<string?> Hashes)
{
    public static SourceLook Take(
        ContentSource source, ReindexRequest request, ReadingRules rules, IProgress<ReindexProgress>? progress, CancellationToken cancellationToken)
    {
        var found = SourcePosts.Find(source, rules, mayBeEmpty: request.Forget is not null, cancellationToken);
        return new SourceLook(found, PostBatch.Hash(
            found.Posts, done => progress?.Report(new ReindexProgress(ReindexPhase.Comparing, done, found.Posts.Length)), cancellationToken));
    }
}
