using Lucene.Net.Index;
using Lucene.Net.Store;
using Recap.Engine.Indexing;
using IndexDirectory = Lucene.Net.Store.Directory;
using LuceneLock = Lucene.Net.Store.Lock;

namespace Recap.Engine.LuceneNet.Writing;

/// <summary>The one lock of an index.</summary>
internal static class WriterLock
{
    /// <summary>Takes it; disposed, it is free again.</summary>
    /// <exception cref="IndexInUseException">Another writer holds the index.</exception>
    /// <exception cref="IndexUnusableException">The folder cannot be written.</exception>
    public static LuceneLock Obtain(IndexDirectory directory, LuceneIndexOptions options)
    {
        try
        {
            var held = directory.MakeLock(IndexWriter.WRITE_LOCK_NAME);
            held.Obtain(lockWaitTimeout: 0);
            return held;
        }
        catch (LockObtainFailedException e) when (e.InnerException is { } reason)
        {
            // A lock that is merely taken gives no reason.
            throw Unwritable(options, reason);
        }
        catch (LockObtainFailedException e)
        {
            var holder = options.Path is { } folder ? WriterNote.WhoHolds(folder) : "another reindex";
            throw new IndexInUseException($"The index ({PlaceOf(options)}) is in use by {holder}. Wait for it to end, or stop it.", e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw Unwritable(options, e);
        }
    }

    /// <summary>Says that the folder cannot be written, and why.</summary>
    public static IndexUnusableException Unwritable(LuceneIndexOptions options, Exception reason) =>
        new($"The index ({PlaceOf(options)}) may not be written: {reason.Message}", reason);

    private static string PlaceOf(LuceneIndexOptions options) => options.Path ?? "in memory";
}
