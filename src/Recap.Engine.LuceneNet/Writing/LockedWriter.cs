using Lucene.Net.Index;
using Lucene.Net.Store;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet.Analysis;
using Recap.Engine.LuceneNet.Schema;
using IndexDirectory = Lucene.Net.Store.Directory;
using LuceneVersion = Lucene.Net.Util.LuceneVersion;

namespace Recap.Engine.LuceneNet.Writing;

/// <summary>Lucene's writer, and the lock that keeps every other one out. Disposed without a commit, it leaves no trace.</summary>
internal sealed class LockedWriter : IDisposable
{
    private const double BufferMegabytes = 64;

    private readonly WriterNote? _note;
    private bool _committed;
    private bool _closed;

    private LockedWriter(IndexWriter lucene, WriterNote? note)
    {
        Lucene = lucene;
        _note = note;
    }

    public IndexWriter Lucene { get; }

    /// <summary>Opens the writer on the newest commit, or on the one given.</summary>
    /// <exception cref="IndexInUseException">Another writer holds the index.</exception>
    /// <exception cref="IndexUnusableException">The folder cannot be written.</exception>
    public static LockedWriter Open(IndexDirectory directory, LuceneIndexOptions options, IndexCommit? from = null)
    {
        var lucene = OpenLucene(directory, options, from);
        return new LockedWriter(lucene, options.Path is { } folder ? WriterNote.Leave(folder, options.TimeProvider) : null);
    }

    /// <summary>Makes everything durable. What there is to merge then is merged beside, until the writer is closed.</summary>
    public void Commit()
    {
        Lucene.Commit();
        _committed = true;
    }

    /// <summary>Closes: commits what was merged after the commit, or takes everything back where there was none.</summary>
    public void Dispose()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        try
        {
            Close();
        }
        finally
        {
            _note?.Remove();
        }
    }

    private void Close()
    {
        if (!_committed)
        {
            Lucene.Rollback();
            return;
        }

        try
        {
            Lucene.Dispose();
        }
        catch (IOException)
        {
            // What is committed is committed; only merging it failed, and the next reindex merges.
            Lucene.Rollback();
        }
    }

    private static IndexWriter OpenLucene(IndexDirectory directory, LuceneIndexOptions options, IndexCommit? from)
    {
        var place = options.Path ?? "in memory";
        try
        {
            return new IndexWriter(directory, Settings(from));
        }
        catch (LockObtainFailedException e) when (e.InnerException is UnauthorizedAccessException denied)
        {
            throw new IndexUnusableException($"The index ({place}) may not be written: {denied.Message}", e);
        }
        catch (LockObtainFailedException e)
        {
            var holder = options.Path is { } folder ? WriterNote.WhoHolds(folder) : "another reindex";
            throw new IndexInUseException($"The index ({place}) is in use by {holder}. Wait for it to end, or stop it.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IndexUnusableException($"The index ({place}) may not be written: {e.Message}", e);
        }
    }

    private static IndexWriterConfig Settings(IndexCommit? from) => new(LuceneVersion.LUCENE_48, new TalkAnalyzer())
    {
        WriteLockTimeout = 0,
        Similarity = new LengthSimilarity(),
        RAMBufferSizeMB = BufferMegabytes,
        IndexDeletionPolicy = new KeepLastTwo(),
        IndexCommit = from,
        // What rotted on disk must not be copied into a new segment under a fresh checksum.
        CheckIntegrityAtMerge = true,
        // Fewer segments than Lucene would keep: a word is looked up in each of them, and indexes are read more than written.
        MergePolicy = new TieredMergePolicy { MaxMergeAtOnce = 4, SegmentsPerTier = 3 },
    };
}
