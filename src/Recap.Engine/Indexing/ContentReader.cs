using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;
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
            if (IsEmpty(file))
            {
                return new ContentReading(default, Failure: null);
            }

            using var handle = Open(file);
            var length = RandomAccess.GetLength(handle);
            if (length > MaxBytes)
            {
                return new ContentReading(default, ContentDiagnostics.FileTooLarge(file.Path, length, MaxBytes));
            }

            var content = new byte[length];
            return new ContentReading(content.AsMemory(0, Fill(handle, content)), Failure: null);
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
            if (IsEmpty(file))
            {
                return default;
            }

            using var handle = Open(file);
            var head = new byte[Math.Min(RandomAccess.GetLength(handle), length)];
            return head.AsMemory(0, Fill(handle, head));
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return default;
        }
    }

    /// <summary>Hash of what a post is read from, 32 hexadecimal digits: its bytes and everything its site's reader depends on.</summary>
    public static string Hash(ReadOnlySpan<byte> content, Site site)
    {
        var hashed = ArrayPool<byte>.Shared.Rent(site.SettingsHash.Length + content.Length);
        try
        {
            content.CopyTo(hashed.AsSpan(Encoding.ASCII.GetBytes(site.SettingsHash, hashed)));
            return Hash(hashed.AsSpan(0, site.SettingsHash.Length + content.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(hashed);
        }
    }

    /// <summary>The same of a file, whose bytes are not kept; null where they cannot be had.</summary>
    public static string? HashOf(ContentFile file, Site site)
    {
        byte[] hashed = [];
        try
        {
            if (IsEmpty(file))
            {
                return Hash([], site);
            }

            using var handle = Open(file);
            var length = RandomAccess.GetLength(handle);
            if (length > MaxBytes)
            {
                return null;
            }

            hashed = ArrayPool<byte>.Shared.Rent(site.SettingsHash.Length + (int)length);
            var settings = Encoding.ASCII.GetBytes(site.SettingsHash, hashed);
            return Hash(hashed.AsSpan(0, settings + Fill(handle, hashed.AsSpan(settings, (int)length))));
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(hashed);
        }
    }

    // Of a pipe or a device no length is told either, and to open one waits until somebody writes to it: for ever.
    private static bool IsEmpty(ContentFile file) => new FileInfo(file.FullPath).Length == 0;

    private static SafeFileHandle Open(ContentFile file) =>
        File.OpenHandle(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    // How many bytes there were: a file may be cut meanwhile.
    private static int Fill(SafeFileHandle handle, Span<byte> content)
    {
        var filled = 0;
        while (filled < content.Length && RandomAccess.Read(handle, content[filled..], filled) is var read and > 0)
        {
            filled += read;
        }

        return filled;
    }

    private static string Hash(ReadOnlySpan<byte> hashed)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(hashed, hash);
        return Convert.ToHexStringLower(hash[..(hash.Length / 2)]);
    }
}

/// <summary>The bytes of a file, or why there are none.</summary>
/// <param name="Content">The bytes; empty where reading failed.</param>
/// <param name="Failure">Why reading failed; null where it did not.</param>
internal sealed record ContentReading(ReadOnlyMemory<byte> Content, Diagnostic? Failure);
