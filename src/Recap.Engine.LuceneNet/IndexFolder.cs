using Lucene.Net.Index;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet.Writing;
using IODirectory = System.IO.Directory;

namespace Recap.Engine.LuceneNet;

/// <summary>Tells whether a folder can be an index before anything is written to it.</summary>
internal static class IndexFolder
{
    /// <exception cref="IndexUnusableException">It cannot.</exception>
    public static void Check(string path, bool mustExist)
    {
        if (File.Exists(path))
        {
            throw new IndexUnusableException($"'{path}' is a file; an index is a folder. Name another place.");
        }

        try
        {
            CheckContent(path, mustExist);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IndexUnusableException($"The folder '{path}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Whether an error says that the files of an index are damaged, incomplete or of another version.</summary>
    public static bool TellsOfDamage(Exception error) =>
        error is IOException or UnauthorizedAccessException or FormatException or KeyNotFoundException
            or IndexNotFoundException or ArgumentException or InvalidOperationException;

    private static void CheckContent(string path, bool mustExist)
    {
        var names = IODirectory.Exists(path)
            ? IODirectory.EnumerateFileSystemEntries(path).Select(entry => Path.GetFileName(entry)).ToArray()
            : [];
        if (names.Any(name => name.StartsWith("segments_", StringComparison.Ordinal)))
        {
            return;
        }

        if (mustExist)
        {
            throw new IndexUnusableException($"There is no index in '{path}'. Run a reindex first, or name the folder of an index.");
        }

        // A first reindex that crashed leaves files of its own; anything else is somebody's.
        var foreign = Array.Find(names, name => name is not ("write.lock" or WriterNote.FileName or "segments.gen") && !name.StartsWith('_'));
        if (foreign is not null)
        {
            throw new IndexUnusableException($"'{path}' is no index and holds other files ('{foreign}'). Name an empty or a new folder.");
        }
    }
}
