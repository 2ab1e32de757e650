using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Recap.Talks.Posts;

/// <summary>
/// The bytes of a post as text, or why they are none. The text stands in borrowed room, which is given back in the end: what is kept
/// of it is copied out, and most is written anew without its templates.
/// </summary>
internal sealed class PostText : IDisposable
{
    // A post of a hundred times this is a log file or an image by another name.
    private const int MostBytes = 16 * 1024 * 1024;

    private const char SoftHyphen = '\u00AD';

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private char[]? _room;

    private PostText(ReadOnlyMemory<char>? text, Remark? remark) => (Text, Remark) = (text, remark);

    /// <summary>The text with <c>\n</c> line ends and no byte order mark; null where the bytes are no text.</summary>
    public ReadOnlyMemory<char>? Text { get; }

    /// <summary>What is to be said about the encoding.</summary>
    public Remark? Remark { get; }

    public void Dispose()
    {
        if (_room is not null)
        {
            ArrayPool<char>.Shared.Return(_room);
            _room = null;
        }
    }

    public static PostText Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            return new PostText(null, Codes.TooLarge.At(1, $"The file has {bytes.Length / 1_048_576} MiB; posts of up to {MostBytes / 1_048_576} MiB are read."));
        }

        if (Utf16(bytes) is { } utf16)
        {
            return new PostText(Plain(utf16.GetString(bytes[2..])), Codes.NotUtf8.At(1, "The file is UTF-16; it was read, but site generators want UTF-8."));
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[3..];
        }

        return bytes.Contains((byte)0) ? Binary(bytes) : DecodeUtf8(bytes) ?? DecodeBytes(bytes);
    }

    private static PostText Binary(ReadOnlySpan<byte> bytes) =>
        new(null, Codes.Binary.At(1 + bytes[..bytes.IndexOf((byte)0)].Count((byte)'\n'), "The file holds NUL bytes, so it is no text. Leave it out with an exclude glob, or save it as UTF-8."));

    // Room for as many characters as bytes needs no count of them beforehand; null for what is no UTF-8.
    private static PostText? DecodeUtf8(ReadOnlySpan<byte> bytes)
    {
        var room = ArrayPool<char>.Shared.Rent(bytes.Length);
        if (Utf8.ToUtf16(bytes, room, out _, out var length, replaceInvalidSequences: false) == OperationStatus.Done)
        {
            return IsPlain(room.AsSpan(0, length)) ? new PostText(room.AsMemory(0, length), null) { _room = room } : new PostText(Plain(new string(room, 0, length)), null);
        }

        ArrayPool<char>.Shared.Return(room);
        return null;
    }

    private static PostText DecodeBytes(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new PostText(Plain(StrictUtf8.GetString(bytes)), null);
        }
        catch (DecoderFallbackException e)
        {
            var line = 1 + bytes[..Math.Min(e.Index, bytes.Length)].Count((byte)'\n');
            return LooksLikeText(bytes)
                ? new PostText(Plain(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes)), Codes.NotUtf8.At(line, "The file is not UTF-8; it was read as Windows-1252. Save it as UTF-8."))
                : new PostText(null, Codes.Binary.At(line, "The file is no text in any encoding known here. Leave it out with an exclude glob, or save it as UTF-8."));
        }
    }

    private static Encoding? Utf16(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    // Latin-1 prose has no control characters but blanks; compressed data is a tenth of them.
    private static bool LooksLikeText(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        foreach (var b in bytes)
        {
            controls += b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f') ? 1 : 0;
        }

        return controls * 100 <= bytes.Length;
    }

    private static bool IsPlain(ReadOnlySpan<char> text) => !text.Contains('\r') && !text.Contains(SoftHyphen) && Composition.IsIn(text);

    // A soft hyphen says where a word may be broken, and would break names for those who read them; so would accents that stand behind their letters.
    private static ReadOnlyMemory<char> Plain(string text)
    {
        text = text.Contains('\r') ? text.ReplaceLineEndings("\n") : text;
        text = text.Contains(SoftHyphen) ? text.Replace(SoftHyphen.ToString(), "", StringComparison.Ordinal) : text;
        return Composition.Of(text).AsMemory();
    }
}
