using System.Collections.Immutable;

namespace Recap.Engine.Indexing;

/// <summary>What a reindex is to do. All of it becomes one generation.</summary>
public sealed record ReindexRequest
{
    /// <summary>The folders to index, each under another name.</summary>
    public required ImmutableArray<ContentSource> Sources { get; init; }

    /// <summary>Read every post again, changed or not, and let a source be replaced by posts that have nothing in common with it.</summary>
    public bool Full { get; init; }

    /// <summary>Find out what would change, and change nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Keep posts that are indexed and no longer in their folder.</summary>
    public bool KeepMissing { get; init; }

    /// <summary>
    /// Paths of posts to forget, and no others, whatever else is or is not in the folder, which may have no post left.
    /// Null: those that are no longer there.
    /// </summary>
    public IReadOnlySet<string>? Forget { get; init; }
}

/// <summary>How far a reindex has come.</summary>
/// <param name="Phase">What is being done.</param>
/// <param name="Done">Posts done in this phase.</param>
/// <param name="Total">Posts to do in this phase; 0 where there is nothing to count.</param>
public sealed record ReindexProgress(ReindexPhase Phase, int Done, int Total);

/// <summary>What a reindex does, in this order, once for each source but for the last.</summary>
public enum ReindexPhase
{
    /// <summary>Comparing files with what is indexed.</summary>
    Comparing,

    /// <summary>Reading posts.</summary>
    Reading,

    /// <summary>Writing talks.</summary>
    Writing,

    /// <summary>Making everything durable and visible.</summary>
    Committing,
}
