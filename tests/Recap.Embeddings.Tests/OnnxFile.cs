using Google.Protobuf;

namespace Recap.Embeddings.Tests;

/// <summary>
/// Writes an ONNX model of one step, which looks up a row of numbers for each token: what a sentence model gives, without the
/// hundreds of megabytes. Field numbers are those of onnx.proto3, operator set 13.
/// </summary>
internal static class OnnxFile
{
    private const long Float = 1;
    private const long Integer = 7;

    /// <param name="path">Where.</param>
    /// <param name="rows">The numbers of each token.</param>
    /// <param name="input">Name of the input.</param>
    public static void Write(string path, IReadOnlyList<float[]> rows, string input = "input_ids")
    {
        var node = Message((1, Text("table")), (1, Text(input)), (2, Text("last_hidden_state")), (4, Text("Gather")));
        var numbers = rows.SelectMany(row => row).SelectMany(BitConverter.GetBytes).ToArray();
        var table = Message((1, (long)rows.Count), (1, (long)rows[0].Length), (2, Float), (8, Text("table")), (9, ByteString.CopyFrom(numbers)));
        var graph = Message(
            (1, node),
            (2, Text("sentences")),
            (5, table),
            (11, Value(input, Integer, "batch", "length")),
            (12, Value("last_hidden_state", Float, "batch", "length", "width")));
        var model = Message((1, 8L), (7, graph), (8, Message((2, 13L))));
        File.WriteAllBytes(path, ((ByteString)model).ToByteArray());
    }

    private static ByteString Value(string name, long type, params string[] dimensions)
    {
        var shape = Message([.. dimensions.Select(dimension => (1, (object)Message((2, Text(dimension)))))]);
        return Message((1, Text(name)), (2, Message((1, Message((1, type), (2, shape))))));
    }

    private static ByteString Text(string text) => ByteString.CopyFromUtf8(text);

    private static ByteString Message(params (int Field, object Value)[] fields)
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true))
        {
            foreach (var (field, value) in fields)
            {
                if (value is ByteString inner)
                {
                    output.WriteTag(field, WireFormat.WireType.LengthDelimited);
                    output.WriteBytes(inner);
                }
                else
                {
                    output.WriteTag(field, WireFormat.WireType.Varint);
                    output.WriteInt64((long)value);
                }
            }
        }

        return ByteString.CopyFrom(bytes.ToArray());
    }
}
