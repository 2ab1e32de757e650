using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Recap.Engine.Querying;

namespace Recap.Engine.LuceneNet.Reading;

/// <summary>Where the next page begins, of which question and in which generation.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PageToken(ulong Question, long Generation, int Offset)
{
    private const int Length = sizeof(byte) + sizeof(ulong) + sizeof(long) + sizeof(int);

    /// <summary>Changes with what the bytes mean.</summary>
    private const byte Version = 1;

    /// <summary>Identifies what is asked, whatever the page: two pages of one list share it.</summary>
    public static ulong QuestionOf(TalkQuery query)
    {
        var asked = JsonSerializer.SerializeToUtf8Bytes(query with { PageSize = 1, PageToken = null }, QuestionJson.Default.TalkQuery);
        return BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(asked));
    }

    /// <exception cref="InvalidPageTokenException">The text is no token.</exception>
    public static PageToken Parse(string text)
    {
        var bytes = new byte[Length];
        if (!Base64Url.IsValid(text, out var length) || length != Length
            || !Base64Url.TryDecodeFromChars(text, bytes, out _) || bytes[0] != Version)
        {
            throw new InvalidPageTokenException("That is no page token. Send back next_page_token as it was given.");
        }

        var rest = bytes.AsSpan(1);
        var token = new PageToken(
            BinaryPrimitives.ReadUInt64LittleEndian(rest),
            BinaryPrimitives.ReadInt64LittleEndian(rest[8..]),
            BinaryPrimitives.ReadInt32LittleEndian(rest[16..]));
        return token.Offset > 0 ? token : throw new InvalidPageTokenException("The page token names no page.");
    }

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        bytes[0] = Version;
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[1..], Question);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[9..], Generation);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[17..], Offset);
        return Base64Url.EncodeToString(bytes);
    }
}

/// <summary>Writes a query for its digest only, so that a field added to it is bound by the token too.</summary>
[JsonSerializable(typeof(TalkQuery))]
internal sealed partial class QuestionJson : JsonSerializerContext;
