using Lucene.Net.Store;
using Recap.Engine.Indexing;
using IODirectory = System.IO.Directory;

namespace Recap.Engine.LuceneNet.Writing;

/// <summary>Compares an index with its checksums for those who only read. It takes no lock, and a reindex may run meanwhile.</summary>
internal static class IndexDamage
{
    /// <summary>What is wrong with the newest generation, in a few words; null where it is sound, or there is none.</summary>
    /// <param name="folder">Folder of the index.</param>
    /// <param name="opened">Number of the generation that was opened.</param>
    /// <exception cref="IndexUnusableException">The generation that was opened is damaged.</exception>
    public static string? Find(string folder, long opened)
    {
        if (!IODirectory.Exists(folder))
        {
            return null;
        }

        using var directory = FSDirectory.Open(folder, new FileLocks(folder));
        while (CommitList.Read(directory) is [var newest, ..] commits && newest.Fault(folder) is { } fault)
        {
            // What a reindex has published meanwhile makes older files go; they are not missed.
            if (CommitList.Read(directory) is [var again, ..] && again.Name == newest.Name)
            {
                var read = commits.FirstOrDefault(commit => commit.Generation?.Number == opened);
                return read is not null && read.Fault(folder) is null
                    ? fault
                    : throw new IndexUnusableException(
                        $"The index in '{folder}' is damaged ({fault}). Reindex: that goes back to the last sound generation, or builds the index anew.");
            }
        }

        return null;
    }
}
