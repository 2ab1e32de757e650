using Lucene.Net.Index;
using Lucene.Net.Store;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet.Analysis;
using Recap.Engine.LuceneNet.Filtering;
using Recap.Engine.LuceneNet.Reading;
using Recap.Engine.LuceneNet.Schema;
using LuceneVersion = Lucene.Net.Util.LuceneVersion;

namespace Recap.Engine.LuceneNet.Writing;

/// <summary>
/// One reindex. Changes go to segments that no reader sees; the commit makes them durable and publishes them.
/// An index built with something else is rebuilt: every post is asked for again, and those that are neither put
/// nor deleted are made anew from what was stored.
/// </summary>
internal sealed class TalkWriter : ITalkWriter
{
    private const double BufferMegabytes = 64;

    private readonly IndexWriter _writer;
    private readonly SnapshotShelf _shelf;
    private readonly Snapshot _before;
    private readonly string _fingerprint;
    private readonly TimeProvider _time;
    private readonly bool _rebuilds;
    private readonly HashSet<PostKey> _touched = [];
    private bool _changed;
    private bool _closed;

    private TalkWriter(IndexWriter writer, SnapshotShelf shelf, LuceneIndexOptions options, string fingerprint)
    {
        _writer = writer;
        _shelf = shelf;
        _time = options.TimeProvider;
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
    public static TalkWriter Open(SnapshotShelf shelf, LuceneIndexOptions options, string fingerprint)
    {
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new TalkAnalyzer())
        {
            WriteLockTimeout = 0,
            Similarity = new LengthSimilarity(),
            RAMBufferSizeMB = BufferMegabytes,
            // Fewer segments than Lucene would keep: a word is looked up in each of them, and indexes are read more than written.
            MergePolicy = new TieredMergePolicy { MaxMergeAtOnce = 4, SegmentsPerTier = 3 },
        };
        IndexWriter writer;
        try
        {
            writer = new IndexWriter(shelf.Directory, config);
        }
        catch (LockObtainFailedException e)
        {
            var place = options.Path ?? "in memory";
            throw new IndexInUseException($"Another reindex is writing to the index ({place}). Wait for it to end, or stop it.", e);
        }

        try
        {
            return new TalkWriter(writer, shelf, options, fingerprint);
        }
        catch
        {
            writer.Rollback();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<PostKey, string>> ListFingerprintsAsync(CancellationToken cancellationToken)
    {
        var fingerprints = new Dictionary<PostKey, string>();
        foreach (var post in _before.Posts(cancellationToken))
        {
            // A post that is to be made anew must look changed, whatever its file says.
            fingerprints[post.Key] = _rebuilds ? "" : post.Fingerprint;
        }

        return Task.FromResult<IReadOnlyDictionary<PostKey, string>>(fingerprints);
    }

    /// <inheritdoc/>
    public Task PutAsync(IndexedPost post, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(post);
        cancellationToken.ThrowIfCancellationRequested();
        _writer.UpdateDocuments(TalkDocuments.PostTerm(post.Key), TalkDocuments.Of(post));
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
        _writer.Commit();
        _closed = true;
        _writer.Dispose();
        var published = _shelf.Refresh();
        published.Release();
        return Task.FromResult(published.Generation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (!_closed)
        {
            _closed = true;
            _writer.Rollback();
        }

        _before.Release();
        return ValueTask.CompletedTask;
    }

    private void CarryOver(CancellationToken cancellationToken)
    {
        foreach (var post in _before.Posts(cancellationToken).Where(post => !_touched.Contains(post.Key)))
        {
            var talks = _before.TalksOf(post.Key).Select(talk => TalkDocuments.OfTalk(talk, post.Key));
            _writer.AddDocuments(talks.Prepend(TalkDocuments.OfPost(post)));
        }
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
