using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.IO.Hashing;

namespace Recap.Engine.LuceneNet.Writing;

/// <summary>
/// Compares files of an index with the checksum that each ends with: Lucene writes the CRC-32 of a file as its last
/// eight bytes. To have Lucene compare them (CheckIndex, CheckIntegrity) takes several times as long.
/// </summary>
internal static class FileChecksums
{
    private const int ChecksumLength = sizeof(ulong);

    // Small enough to stay in the cache of a core between reading and adding up, and off the heap of large objects.
    private const int BufferLength = 1 << 16;

    /// <summary>The first file, in ordinal order, that is missing or not as it was written; null where all are sound.</summary>
    public static string? FirstUnsound(string folder, IEnumerable<string> files)
    {
        // The largest first, so that no core is left alone with one in the end.
        var paths = files.Select(file => new FileInfo(Path.Combine(folder, file))).OrderByDescending(file => file.Exists ? file.Length : 0).ToArray();
        var unsound = new ConcurrentBag<string>();
        Parallel.ForEach(paths, file =>
        {
            if (!IsSound(file.FullName))
            {
                unsound.Add(file.Name);
            }
        });
        return unsound.Min(StringComparer.Ordinal);
    }

    private static bool IsSound(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            var left = stream.Length - ChecksumLength;
            if (left < 0)
            {
                return false;
            }

            var crc = new Crc32();
            var buffer = new byte[(int)Math.Min(BufferLength, Math.Max(left, ChecksumLength))];
            while (left > 0)
            {
                var part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, left));
                stream.ReadExactly(part);
                crc.Append(part);
                left -= part.Length;
            }

            stream.ReadExactly(buffer.AsSpan(0, ChecksumLength));
            return BinaryPrimitives.ReadUInt64BigEndian(buffer) == crc.GetCurrentHashAsUInt32();
        }
        catch (IOException)
        {
            return false;
        }
    }
}
