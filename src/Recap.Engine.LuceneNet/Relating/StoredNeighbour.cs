using System.Buffers.Binary;
using System.Text;
using Lucene.Net.Util;
using Recap.Engine.Indexing;
using Recap.Engine.Relating;

namespace Recap.Engine.LuceneNet.Relating;

/// <summary>Writes who a talk is and what it can be compared by, so that hundreds are read without opening a stored document.</summary>
internal static class StoredNeighbour
{
    private const char Separator = '\n';

    /// <summary>A binary value may hold 32,766 bytes; names beyond this are cut, which no real post meets.</summary>
    private const int MostNameBytes = 16_000;

    public static byte[] Write(IndexedTalk indexed, TalkProfile profile)
    {
        var talk = indexed.Talk;
        var names = Encoding.UTF8.GetBytes(string.Join(Separator, talk.Id, indexed.Source, talk.Post, talk.Event?.Name ?? ""));
        var length = Math.Min(names.Length, MostNameBytes);
        var head = new byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(head, (ushort)length);
        return [.. head, .. names.AsSpan(0, length), .. profile.ToBytes()];
    }

    public static Neighbour Read(BytesRef value, int document, float most)
    {
        var bytes = value.Bytes.AsSpan(value.Offset, value.Length);
        var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes);
        var names = Encoding.UTF8.GetString(bytes.Slice(sizeof(ushort), length)).Split(Separator);
        return new Neighbour
        {
            Handle = document,
            Id = names[0],
            Post = new PostKey(names.ElementAtOrDefault(1) ?? "", names.ElementAtOrDefault(2) ?? ""),
            Event = names.ElementAtOrDefault(3) is { Length: > 0 } name ? name : null,
            Most = most,
            Profile = TalkProfile.FromBytes(bytes[(sizeof(ushort) + length)..]),
        };
    }
}
