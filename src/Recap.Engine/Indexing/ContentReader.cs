using System.Security.Cryptography;
using System.Text;
using Recap.Talks;

namespace Recap.Engine.Indexing;

/// <summary>Reads the bytes of posts. Failure is a value.</summary>
internal static class ContentReader
{
    /// <summary>Largest file that is read, in bytes. The longest recap posts known have a hundredth of it.</summary>
    internal const long MaxBytes = 8 * 1024 * 1024;

    /// <summary>The bytes of a file, or why there are none.</summary>
    public static ContentReading Read(ContentFile file)
    {
        try
        {
            using var stream = new FileStream(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
            if (stream.Length > MaxBytes)
            {
                return new ContentReading(default, ContentDiagnostics.FileTooLarge(file.Path, stream.Length, MaxBytes));
            }

            var content = new byte[stream.Length];
            var read = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            return new ContentReading(content.AsMemory(0, read), Failure: null);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return new ContentReading(default, ContentDiagnostics.FileUnreadable(file.Path, e.Message));
        }
    }

    /// <summary>The first bytes of a file, at most <paramref name="length"/>; none where it cannot be read, since nothing says then that it was a post.</summary>
    public static ReadOnlyMemory<byte> Head(ContentFile file, int length)
    {
        try
        {
            using var stream = new FileStream(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
            var head = new byte[Math.Min(stream.Length, length)];
            return head.AsMemory(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return default;
        }
    }

    /// <summary>Hash of what a post is read from, 32 hexadecimal digits: its bytes and everything its site's reader depends on.</summary>
    public static string Hash(ReadOnlyMemory<byte> content, Site site)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(site.SettingsHash));
        hash.AppendData(content.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }
}

/// <summary>The bytes of a file, or why there are none.</summary>
/// <param name="Content">The bytes; empty where reading failed.</param>
/// <param name="Failure">Why reading failed; null where it did not.</param>
internal sealed record ContentReading(ReadOnlyMemory<byte> Content, Diagnostic? Failure);
