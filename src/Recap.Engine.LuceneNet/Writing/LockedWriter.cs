using Lucene.Net.Index;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet.Analysis;
using Recap.Engine.LuceneNet.Schema;
using IndexDirectory = Lucene.Net.Store.Directory;
using LuceneLock = Lucene.Net.Store.Lock;
using LuceneVersion = Lucene.Net.Util.LuceneVersion;

namespace Recap.Engine.LuceneNet.Writing;

/// <summary>
/// The lock that keeps every other writer out, and Lucene's writer, which is made when it is first asked for: a reindex that
/// finds nothing changed does without. Disposed without a commit, it leaves no trace.
/// </summary>
internal sealed class LockedWriter : IDisposable
{
    private const double BufferMegabytes = 64;

    private readonly LuceneLock _lock;
    private readonly Lazy<IndexWriter> _lucene;
    private readonly WriterNote? _note;
    private bool _committed;
    private bool _closed;

    private LockedWriter(LuceneLock held, Func<IndexWriter> open, WriterNote? note)
    {
        _lock = held;
        _lucene = new Lazy<IndexWriter>(open);
        _note = note;
    }

    /// <exception cref="IndexUnusableException">The folder cannot be written.</exception>
    public IndexWriter Lucene => _lucene.Value;

    /// <summary>Takes the lock. What is written continues the newest generation, or the one of that number.</summary>
    /// <exception cref="IndexInUseException">Another writer holds the index.</exception>
    /// <exception cref="IndexUnusableException">The folder cannot be written.</exception>
    public static LockedWriter Open(IndexDirectory directory, LuceneIndexOptions options, long? from = null)
    {
        var held = WriterLock.Obtain(directory, options);
        try
        {
            var note = options.Path is { } folder ? WriterNote.Leave(folder, options.TimeProvider) : null;
            return new LockedWriter(held, () => OpenLucene(new HeldDirectory(directory), options, from), note);
        }
        catch (UnauthorizedAccessException e)
        {
            // The file of the lock may be there, and its folder closed.
            held.Dispose();
            throw WriterLock.Unwritable(options, e);
        }
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
            _lock.Dispose();
        }
    }

    private void Close()
    {
        if (!_lucene.IsValueCreated)
        {
            return;
        }

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

    private static IndexWriter OpenLucene(IndexDirectory directory, LuceneIndexOptions options, long? from)
    {
        try
        {
            var commit = from is null ? null : DirectoryReader.ListCommits(directory).Last(kept => CommitData.Read(kept.UserData).Number == from);
            return new IndexWriter(directory, Settings(commit));
        }
        catch (UnauthorizedAccessException e)
        {
            throw WriterLock.Unwritable(options, e);
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
