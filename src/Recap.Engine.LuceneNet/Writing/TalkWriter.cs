using Lucene.Net.Index;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet.Filtering;
using Recap.Engine.LuceneNet.Reading;
using Recap.Engine.LuceneNet.Schema;

namespace Recap.Engine.LuceneNet.Writing;

/// <summary>
/// One reindex. Changes go to segments that no reader sees; the commit makes them durable and publishes them.
/// An index built with something else is rebuilt: every post is asked for again, and those that are neither put
/// nor deleted are made anew from what was stored.
/// </summary>
internal sealed class TalkWriter : ITalkWriter
{
    private readonly LockedWriter _locked;
    private readonly IndexWriter _writer;
    private readonly SnapshotShelf _shelf;
    private readonly Snapshot _before;
    private readonly string _fingerprint;
    private readonly TimeProvider _time;
    private readonly ISentenceEmbedder? _sentences;
    private readonly bool _rebuilds;
    private readonly HashSet<PostKey> _touched = [];
    private readonly Dictionary<string, Dictionary<string, PostInSeries>> _series = new(StringComparer.Ordinal);
    private bool _changed;

    private TalkWriter(LockedWriter locked, SnapshotShelf shelf, LuceneIndexOptions options, string fingerprint)
    {
        _locked = locked;
        _writer = locked.Lucene;
        _shelf = shelf;
        _time = options.TimeProvider;
        _sentences = options.Sentences;
        _fingerprint = fingerprint;
        _before = shelf.Refresh();
        _rebuilds = _before.Generation.Number > 0 && _before.Generation.Fingerprint != fingerprint;
        if (_rebuilds)
        {
            _writer.DeleteAll();
            _changed = true;
        }
    }

    /// <exception cref="IndexInUseException">Another writer holds the index.</exception>
    /// <exception cref="IndexUnusableException">The folder cannot be written.</exception>
    public static TalkWriter Open(SnapshotShelf shelf, LuceneIndexOptions options, string fingerprint)
    {
        var locked = LockedWriter.Open(shelf.Directory, options);
        try
        {
            return new TalkWriter(locked, shelf, options, fingerprint);
        }
        catch
        {
            locked.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<PostKey, string>> ListFingerprintsAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // What is to be made anew may be of another schema, and must look changed whatever its file says.
        IReadOnlyDictionary<PostKey, string> fingerprints = _rebuilds
            ? _before.Posts(cancellationToken).ToDictionary(post => post.Key, _ => "")
            : _before.Fingerprints();
        return Task.FromResult(fingerprints);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, PostInSeries>> ListSeriesAsync(string source, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyDictionary<string, PostInSeries>>(SeriesOf(source));
    }

    /// <inheritdoc/>
    public Task PutAsync(IndexedPost post, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(post);
        cancellationToken.ThrowIfCancellationRequested();
        _writer.UpdateDocuments(TalkDocuments.PostTerm(post.Key), TalkDocuments.Of(post, _sentences));
        _touched.Add(post.Key);
        _changed = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DeleteAsync(PostKey post, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var known = !_touched.Add(post) || _before.Holds(post);
        if (known)
        {
            _writer.DeleteDocuments(TalkDocuments.PostTerm(post));
            _changed = true;
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task DoubtAsync(PostKey post, CancellationToken cancellationToken)
    {
        if (_before.Find(post) is { } stored)
        {
            await DeleteAsync(post, cancellationToken);
            Copy(stored with { Fingerprint = "" }, SeriesOf(post.Source).GetValueOrDefault(post.Path));
        }
    }

    /// <inheritdoc/>
    public Task<Generation> CommitAsync(CancellationToken cancellationToken)
    {
        if (!_changed)
        {
            return Task.FromResult(_before.Generation);
        }

        if (_rebuilds)
        {
            CarryOver(cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var generation = NextGeneration();
        _writer.SetCommitData(CommitData.Write(generation));
        _locked.Commit();
        var published = _shelf.Refresh();
        published.Release();
        return Task.FromResult(published.Generation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _locked.Dispose();
        _before.Release();
        return ValueTask.CompletedTask;
    }

    private void CarryOver(CancellationToken cancellationToken)
    {
        foreach (var post in _before.Posts(cancellationToken).Where(post => !_touched.Contains(post.Key)))
        {
            Copy(post, SeriesOf(post.Source).GetValueOrDefault(post.Path));
        }
    }

    private Dictionary<string, PostInSeries> SeriesOf(string source) =>
        _series.TryGetValue(source, out var series) ? series : _series[source] = _before.SeriesOf(source);

    private void Copy(StoredPost post, PostInSeries? series)
    {
        var talks = _before.TalksOf(post.Key).Select(talk => TalkDocuments.OfTalk(talk, post.Key, _sentences));
        _writer.AddDocuments(talks.Prepend(TalkDocuments.OfPost(post, series)));
    }

    private Generation NextGeneration()
    {
        using var reader = DirectoryReader.Open(_writer, applyAllDeletes: true);
        return new Generation
        {
            Number = _before.Generation.Number + 1,
            BuiltAt = _time.GetUtcNow(),
            Posts = Count(reader, DocumentTypes.Post),
            Talks = Count(reader, DocumentTypes.Talk),
            Fingerprint = _fingerprint,
        };
    }

    private static int Count(IndexReader reader, string type) =>
        reader.Leaves.Sum(leaf => DocSets.WithAny(leaf.AtomicReader, new Term(FieldNames.Type, type)).Cardinality);
}
