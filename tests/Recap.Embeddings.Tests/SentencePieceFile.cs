using Google.Protobuf;

namespace Recap.Embeddings.Tests;

/// <summary>Writes a SentencePiece vocabulary of whole words. Field numbers are those of sentencepiece_model.proto.</summary>
internal static class SentencePieceFile
{
    private const int Normal = 1, Unknown = 2, Control = 3;
    private const int Unigram = 1;

    /// <param name="path">Where.</param>
    /// <param name="words">The pieces after the three marks, which have the numbers 0 to 2.</param>
    public static void Write(string path, params string[] words)
    {
        using var file = File.Create(path);
        using var output = new CodedOutputStream(file);
        foreach (var (piece, kind) in (IEnumerable<(string, int)>)[("<unk>", Unknown), ("<s>", Control), ("</s>", Control), .. words.Select(word => ("\u2581" + word, Normal))])
        {
            output.WriteTag(1, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(Piece(piece, kind));
        }

        output.WriteTag(2, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(TrainerSpec());
        output.WriteTag(3, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(NormalizerSpec());
    }

    private static ByteString Piece(string piece, int kind) => Bytes(output =>
    {
        output.WriteTag(1, WireFormat.WireType.LengthDelimited);
        output.WriteString(piece);
        output.WriteTag(2, WireFormat.WireType.Fixed32);
        output.WriteFloat(kind == Normal ? -1 : 0);
        output.WriteTag(3, WireFormat.WireType.Varint);
        output.WriteInt32(kind);
    });

    private static ByteString TrainerSpec() => Bytes(output =>
    {
        output.WriteTag(3, WireFormat.WireType.Varint);
        output.WriteInt32(Unigram);
    });

    private static ByteString NormalizerSpec() => Bytes(output =>
    {
        output.WriteTag(1, WireFormat.WireType.LengthDelimited);
        output.WriteString("identity");
    });

    private static ByteString Bytes(Action<CodedOutputStream> write)
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true))
        {
            write(output);
        }

        return ByteString.CopyFrom(bytes.ToArray());
    }
}
