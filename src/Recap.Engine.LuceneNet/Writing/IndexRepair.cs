using System.Collections.Immutable;
using System.Globalization;
using Lucene.Net.Store;
using Recap.Engine.Indexing;
using IODirectory = System.IO.Directory;

namespace Recap.Engine.LuceneNet.Writing;

/// <summary>
/// Compares an index with its checksums and, where it is damaged, goes back to the newest generation that is sound, or
/// puts the folder aside. It acts under the lock, so that a reindex that runs is never taken for damage.
/// </summary>
internal static class IndexRepair
{
    /// <returns>What was done; null where the index is sound, or there is none.</returns>
    /// <exception cref="IndexInUseException">It looks damaged, and another writer holds it.</exception>
    /// <exception cref="IndexUnusableException">It cannot be written, or no generation is sound, and the folder may not be put aside.</exception>
    public static IndexRepairReport? Run(string folder, LuceneIndexOptions options, bool mayPutAside)
    {
        using var directory = FSDirectory.Open(folder, new FileLocks(folder));
        if (!IODirectory.Exists(folder) || CommitList.Read(directory) is not [var newest, ..] || newest.Fault(folder) is null)
        {
            return null;
        }

        using (WriterLock.Obtain(directory, options))
        {
            // What was read before the lock was had may have been a reindex at its work.
            var commits = CommitList.Read(directory);
            var faults = commits.Select(commit => commit.Fault(folder)).ToImmutableArray();
            var sound = faults.IndexOf(null);
            if (sound == 0)
            {
                return null;
            }

            if (sound > 0)
            {
                GoBack(folder, directory, commits[..sound], faults[0]!);
                return new IndexRepairReport { Damage = faults[0]!, WentBackTo = commits[sound].Generation };
            }

            if (!mayPutAside)
            {
                throw new IndexUnusableException(
                    $"The index in '{folder}' is damaged ({faults[0]}), and no generation of it is sound. Reindex: that puts it aside and builds it anew.");
            }

            return new IndexRepairReport { Damage = faults[0]!, PutAside = PutAside(folder, options.TimeProvider) };
        }
    }

    // The last one first, so that a crash in between leaves a damaged newest commit again, and not a hidden one.
    private static void GoBack(string folder, FSDirectory directory, ImmutableArray<StoredCommit> damaged, string fault)
    {
        try
        {
            foreach (var commit in damaged.Reverse())
            {
                directory.DeleteFile(commit.Name);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IndexUnusableException(
                $"The index in '{folder}' is damaged ({fault}), and may not be written, so that it cannot go back to its last sound generation: {e.Message}", e);
        }
    }

    private static string PutAside(string folder, TimeProvider time)
    {
        var stem = string.Create(CultureInfo.InvariantCulture, $"{folder}.damaged-{time.GetUtcNow():yyyyMMdd'T'HHmmss}");
        var aside = stem;
        for (var number = 2; IODirectory.Exists(aside); number++)
        {
            aside = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
        }

        IODirectory.Move(folder, aside);
        return aside;
    }
}
