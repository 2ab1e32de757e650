using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Lucene.Net.Store;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet.Analysis;
using Recap.Engine.LuceneNet.Reading;
using Recap.Engine.LuceneNet.Relating;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.LuceneNet.Writing;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Suggesting;
using Recap.Engine.Querying.Understanding;
using Recap.Engine.Relating;

namespace Recap.Engine.LuceneNet;

/// <summary>The embedded engine: one folder, or memory.</summary>
public sealed class LuceneTalkIndex : ITalkIndex
{
    private readonly LuceneIndexOptions _options;
    private readonly SnapshotShelf _shelf;
    private readonly string _fingerprint;

    // A reindex asks nothing of the index but what is in it.
    private readonly Lazy<ITalkSearcher> _searcher;
    private readonly Lazy<QuerySuggester> _suggester;
    private Warmth? _warmth;

    private LuceneTalkIndex(LuceneIndexOptions options, SnapshotShelf shelf, string fingerprint)
    {
        _options = options;
        _shelf = shelf;
        _fingerprint = fingerprint;
        _searcher = new Lazy<ITalkSearcher>(() => SearcherWith(options.Ranking ?? RankingOptions.Default));
        _suggester = new Lazy<QuerySuggester>(() => new QuerySuggester(shelf, Searcher, options.Topics));
        Neighbourhood = new Neighbourhood(shelf);
        History = new GenerationHistory(shelf, options);
    }

    /// <inheritdoc/>
    public ITalkSearcher Searcher => _searcher.Value;

    /// <inheritdoc/>
    public IQuerySuggester Suggester => _suggester.Value;

    /// <inheritdoc/>
    public AbsenceExplainer Absences => new(Searcher, _options.Reader);

    /// <inheritdoc/>
    public INeighbourhood Neighbourhood { get; }

    /// <summary>Ends when what first queries would wait for is read, where that is done beforehand.</summary>
    internal Task Warmed => _warmth?.Done ?? Task.CompletedTask;

    /// <inheritdoc/>
    public Generation Current => _shelf.Current.Generation;

    /// <inheritdoc/>
    public IGenerationHistory History { get; }

    /// <inheritdoc/>
    public bool IsStale => Current.Number > 0 && Current.Fingerprint != _fingerprint;

    /// <summary>Opens an index for reading and writing. Writes nothing: the folder is made by the first reindex.</summary>
    /// <exception cref="IndexUnusableException">The folder cannot be read, holds something else, is corrupt, or is missing where it must exist.</exception>
    public static LuceneTalkIndex Open(LuceneIndexOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var fingerprint = FingerprintOf(options);
        return new LuceneTalkIndex(options, OpenShelf(options, fingerprint), fingerprint);
    }

    /// <inheritdoc/>
    public ITalkSearcher SearcherWith(RankingOptions ranking)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        return new TalkSearcher(_shelf, _options.Reader.With(ranking.Understanding), new QueryInterests(new QueryTopics(_options.Topics), new QueryMeaning(_options.Sentences), _fingerprint), ranking);
    }

    /// <summary>
    /// Opens an index as <see cref="Open"/> does, every byte of it compared with its checksum, and changes nothing: where the
    /// newest generation is damaged and cannot be opened, the one before is.
    /// </summary>
    /// <param name="options">Where it is.</param>
    /// <param name="damage">What is wrong with the newest generation, in a few words; null where it is sound.</param>
    /// <exception cref="IndexUnusableException">As for <see cref="Open"/>, or the generation that can be opened is damaged.</exception>
    public static LuceneTalkIndex OpenAsItIs(LuceneIndexOptions options, out string? damage)
    {
        var index = Open(options);
        try
        {
            damage = options.Path is { } path ? IndexDamage.Find(path, index.Current.Number) : null;
            return index;
        }
        catch
        {
            index._shelf.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Opens an index as <see cref="Open"/> does, every byte of it compared with its checksum first. One that is damaged
    /// goes back to its newest sound generation; where there is none, and it may, the folder is put aside and the index empty.
    /// </summary>
    /// <param name="options">Where it is.</param>
    /// <param name="mayPutAside">Whether the folder may be moved: true for those who can build it anew.</param>
    /// <param name="repair">What was done; null where the index is sound.</param>
    /// <exception cref="IndexInUseException">It looks damaged, and another writer holds it.</exception>
    /// <exception cref="IndexUnusableException">As for <see cref="Open"/>, or no generation is sound.</exception>
    public static LuceneTalkIndex OpenSound(LuceneIndexOptions options, bool mayPutAside, out IndexRepairReport? repair)
    {
        ArgumentNullException.ThrowIfNull(options);
        repair = null;
        if (options.Path is { } path)
        {
            IndexFolder.Check(path, options.MustExist);
            repair = IndexRepair.Run(path, options, mayPutAside);
        }

        return Open(options);
    }

    /// <inheritdoc/>
    public Task<ITalkWriter> OpenWriterAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<ITalkWriter>(TalkWriter.Open(_shelf, _options, _fingerprint));
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<PostStatus>> ListPostsAsync(CancellationToken cancellationToken)
    {
        var snapshot = _shelf.Hold();
        try
        {
            return Task.FromResult<ImmutableArray<PostStatus>>(
                [.. snapshot.Posts(cancellationToken).Select(post => new PostStatus(post.Key, post.Diagnostics))
                    .OrderBy(post => post.Key.Source, StringComparer.Ordinal).ThenBy(post => post.Key.Path, StringComparer.Ordinal)]);
        }
        finally
        {
            snapshot.Release();
        }
    }

    /// <inheritdoc/>
    public void StayWarm() => _warmth ??= new Warmth(_shelf, Searcher, _suggester.Value);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_warmth is not null)
        {
            await _warmth.DisposeAsync();
        }

        _shelf.Dispose();
    }

    private static SnapshotShelf OpenShelf(LuceneIndexOptions options, string fingerprint)
    {
        if (options.Path is not { } path)
        {
            return new SnapshotShelf(new RAMDirectory(), options, fingerprint);
        }

        IndexFolder.Check(path, options.MustExist);
        try
        {
            return new SnapshotShelf(new HintlessDirectory(options.OpenDirectory(path)), options, fingerprint);
        }
        catch (Exception e) when (IndexFolder.TellsOfDamage(e))
        {
            throw new IndexUnusableException(
                $"The index in '{path}' cannot be read: {e.Message} Reindex: that goes back to the last sound generation, or builds the index anew.", e);
        }
    }

    private static string FingerprintOf(LuceneIndexOptions options)
    {
        var parts = $"{FieldNames.SchemaVersion}\n{TalkAnalyzer.Version}\n{RelatingFields.Version}\n{options.Fingerprint}\n{options.Sentences?.Fingerprint}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)));
    }
}
