using System.Collections.Immutable;
using Recap.Talks;

namespace Recap.Engine.Indexing;

/// <summary>Reads a source without indexing it.</summary>
public static class SourceReader
{
    /// <summary>Reads every post.</summary>
    /// <exception cref="ContentException">There is no such folder, or no post in it.</exception>
    public static SourceTalks Read(ContentSource source, ReadingRules rules, IProgress<ReindexProgress>? progress, CancellationToken cancellationToken)
    {
        var found = SourcePosts.Find(source, rules, mayBeEmpty: false, cancellationToken);
        var readings = PostBatch.Read(
            found.Posts, done => progress?.Report(new ReindexProgress(ReindexPhase.Reading, done, found.Posts.Length)), cancellationToken);
        var failed = readings.Where(reading => reading.Told.Failed).Select(reading => reading.Told);
        var posts = PostSeries.Join([.. readings.Where(reading => !reading.Told.Failed).Select(reading => reading.Told)]);
        return new SourceTalks
        {
            Posts = posts,
            Diagnostics = [.. found.Diagnostics, .. failed.Concat(posts).SelectMany(post => post.Diagnostics)],
        };
    }
}

/// <summary>What the posts of a source tell.</summary>
public sealed record SourceTalks
{
    /// <summary>The posts that could be read, in ordinal order of paths.</summary>
    public required ImmutableArray<PostTalks> Posts { get; init; }

    /// <summary>What posts, folders and settings had to say.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }
}
