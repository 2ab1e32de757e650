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

    private LuceneTalkIndex(LuceneIndexOptions options, SnapshotShelf shelf, string fingerprint)
    {
        _options = options;
        _shelf = shelf;
        _fingerprint = fingerprint;
        Searcher = SearcherWith(options.Ranking);
        Suggester = new QuerySuggester(shelf, Searcher, options.Topics);
        Absences = new AbsenceExplainer(Searcher, options.Reader);
        Neighbourhood = new Neighbourhood(shelf);
    }

    /// <inheritdoc/>
    public ITalkSearcher Searcher { get; }

    /// <inheritdoc/>
    public IQuerySuggester Suggester { get; }

    /// <inheritdoc/>
    public AbsenceExplainer Absences { get; }

    /// <inheritdoc/>
    public INeighbourhood Neighbourhood { get; }

    /// <inheritdoc/>
    public Generation Current => _shelf.Current.Generation;

    /// <summary>Whether the next reindex rebuilds every post, since what talks are built with has changed.</summary>
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
        return new TalkSearcher(_shelf, _options.Reader.With(ranking.Understanding), new QueryTopics(_options.Topics), ranking);
    }

    /// <inheritdoc/>
    public Task<ITalkWriter> OpenWriterAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<ITalkWriter>(TalkWriter.Open(_shelf, _options, _fingerprint));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _shelf.Dispose();
        return ValueTask.CompletedTask;
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
            return new SnapshotShelf(FSDirectory.Open(path), options, fingerprint);
        }
        catch (Exception e) when (IndexFolder.TellsOfDamage(e))
        {
            throw new IndexUnusableException(
                $"The index in '{path}' cannot be read: {e.Message} Delete that folder and reindex.", e);
        }
    }

    private static string FingerprintOf(LuceneIndexOptions options)
    {
        var parts = $"{FieldNames.SchemaVersion}\n{TalkAnalyzer.Version}\n{RelatingFields.Version}\n{options.Fingerprint}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)));
    }
}
