using System.Collections.Immutable;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Suggesting;
using Recap.Engine.Relating;

namespace Recap.Engine.Indexing;

/// <summary>
/// One index of talks, embedded or remote. Readers see exactly one <see cref="Generation"/>;
/// a writer publishes the next one whole, or nothing.
/// </summary>
public interface ITalkIndex : IAsyncDisposable
{
    /// <summary>Answers queries over the newest committed generation. Safe for any number of threads.</summary>
    ITalkSearcher Searcher { get; }

    /// <summary>Answers over the same generations by other weights: for comparing and tuning.</summary>
    /// <exception cref="NotSupportedException">The engine's weights are fixed.</exception>
    ITalkSearcher SearcherWith(RankingOptions ranking) => throw new NotSupportedException($"The weights of {GetType().Name} are fixed.");

    /// <summary>
    /// From now on reads in the background, at once and whenever a generation is published, what its first queries would wait for.
    /// For those who serve; an engine that has nothing to read does nothing.
    /// </summary>
    void StayWarm()
    {
    }

    /// <summary>The generation that readers see now.</summary>
    Generation Current { get; }

    /// <summary>Completes and corrects what is being typed, from what the newest generation holds.</summary>
    /// <exception cref="NotSupportedException">The engine suggests no queries.</exception>
    IQuerySuggester Suggester => throw new NotSupportedException($"{GetType().Name} suggests no queries.");

    /// <summary>Says why a talk is not among the hits of a query.</summary>
    /// <exception cref="NotSupportedException">The engine explains no absences.</exception>
    AbsenceExplainer Absences => throw new NotSupportedException($"{GetType().Name} explains no absences.");

    /// <summary>What relating talks reads, of the same generations.</summary>
    /// <exception cref="NotSupportedException">The engine does not relate talks.</exception>
    INeighbourhood Neighbourhood => throw new NotSupportedException($"{GetType().Name} does not relate talks.");

    /// <summary>The generations kept.</summary>
    /// <exception cref="NotSupportedException">The engine keeps none but the current one.</exception>
    IGenerationHistory History => throw new NotSupportedException($"{GetType().Name} keeps no generation but the current one.");

    /// <summary>Whether the next reindex rebuilds every post, since what talks are built with has changed.</summary>
    bool IsStale => false;

    /// <summary>The posts of the current generation, in ordinal order of source and path.</summary>
    /// <exception cref="NotSupportedException">The engine does not list posts.</exception>
    Task<ImmutableArray<PostStatus>> ListPostsAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{GetType().Name} does not list posts.");

    /// <summary>Begins the one reindex that may run at a time.</summary>
    /// <exception cref="IndexInUseException">Another writer holds the index.</exception>
    Task<ITalkWriter> OpenWriterAsync(CancellationToken cancellationToken);
}

/// <summary>Collects the changes of one reindex. Disposed without a commit, it leaves no trace.</summary>
public interface ITalkWriter : IAsyncDisposable
{
    /// <summary>The posts indexed now, with their fingerprints: what an incremental reindex compares with.</summary>
    Task<IReadOnlyDictionary<PostKey, string>> ListFingerprintsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The posts of a source among each other, by path, each read when it is first asked for, on any thread, while the writer is
    /// there; those of which that is not known are left out.
    /// </summary>
    Task<IReadOnlyDictionary<string, Lazy<PostInSeries>>> ListSeriesAsync(string source, CancellationToken cancellationToken);

    /// <summary>Adds a post or replaces it with all its talks.</summary>
    Task PutAsync(IndexedPost post, CancellationToken cancellationToken);

    /// <summary>Removes a post and its talks; a post that is not there is no error.</summary>
    Task DeleteAsync(PostKey post, CancellationToken cancellationToken);

    /// <summary>Leaves a post as it is, and its fingerprint empty: the next reindex that finds its file reads it. Not for posts put or deleted.</summary>
    Task DoubtAsync(PostKey post, CancellationToken cancellationToken);

    /// <summary>Makes the changes durable and visible, all at once.</summary>
    /// <returns>The new generation, or the current one where nothing changed.</returns>
    Task<Generation> CommitAsync(CancellationToken cancellationToken);
}

/// <summary>One complete state of the index.</summary>
public sealed record Generation
{
    /// <summary>Grows by one with every commit; 0 is the empty index before the first.</summary>
    public required long Number { get; init; }

    /// <summary>When it was committed; the epoch for generation 0.</summary>
    public required DateTimeOffset BuiltAt { get; init; }

    /// <summary>Posts it holds.</summary>
    public required int Posts { get; init; }

    /// <summary>Talks it holds, notes not counted.</summary>
    public required int Talks { get; init; }

    /// <summary>What it was built with (schema, analysis, glossary, topic model), lower-case hexadecimal.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Number of the generation that it is a copy of, where it was made by going back; null otherwise.</summary>
    public long? RestoredFrom { get; init; }
}

/// <summary>Another writer holds the index.</summary>
public sealed class IndexInUseException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The index cannot be opened or read.</summary>
public sealed class IndexUnusableException(string message, Exception? inner = null) : Exception(message, inner);
