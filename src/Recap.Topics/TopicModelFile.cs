using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Recap.Topics.Features;
using Recap.Topics.Training;

namespace Recap.Topics;

/// <summary>
/// The file of a model: a line that names format and version, the SHA-256 of what follows, then the model.
/// Numbers are little-endian, as every machine that .NET 10 runs on has them in memory.
/// </summary>
internal static class TopicModelFile
{
    // A model has some 5 MB; the bound keeps a foreign file from filling the memory.
    private const int MostBytes = 256 * 1024 * 1024;

    private static ReadOnlySpan<byte> Magic => "recap topic model 2\n"u8;

    public static void Write(TopicModel model, Stream stream)
    {
        using var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            WriteBody(model, writer);
        }

        var bytes = body.GetBuffer().AsSpan(0, (int)body.Length);
        stream.Write(Magic);
        stream.Write(SHA256.HashData(bytes));
        stream.Write(bytes);
    }

    public static TopicModel Read(Stream stream)
    {
        var head = new byte[Magic.Length + SHA256.HashSizeInBytes];
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.AsSpan().StartsWith(Magic))
        {
            throw new TopicModelFormatException("The file is no topic model of this version.");
        }

        var bytes = ReadAll(stream);
        if (!SHA256.HashData(bytes).AsSpan().SequenceEqual(head.AsSpan(Magic.Length)))
        {
            throw new TopicModelFormatException("The topic model is cut short or damaged.");
        }

        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes));
            return ReadBody(reader);
        }
        catch (Exception e) when (e is IOException or ArgumentException or FormatException or OverflowException)
        {
            throw new TopicModelFormatException("The topic model cannot be read.", e);
        }
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var body = new MemoryStream();
        var chunk = new byte[81920];
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            if (body.Length + read > MostBytes)
            {
                throw new TopicModelFormatException("The file is too large for a topic model.");
            }

            body.Write(chunk.AsSpan(0, read));
        }

        return body.ToArray();
    }

    private static void WriteBody(TopicModel model, BinaryWriter writer)
    {
        writer.Write(model.Fingerprint);
        WriteList(writer, model.Topics, writer.Write);
        WriteIndex(writer, model.Space.Index);
        WriteList(writer, [.. model.Space.Terms.Entries], entry =>
        {
            writer.Write(entry.Name);
            writer.Write(entry.IsTechnology);
            WriteList(writer, entry.Topics, writer.Write);
        });
        WriteNumbers(writer, model.Space.Terms.Forms);
        WriteNumbers(writer, model.Space.Terms.Technologies);
        WriteWeights(writer, model.Weights);
        writer.Write(model.Calibration.Slope);
        writer.Write(model.Calibration.Offset);
        writer.Write(model.Filing is not null);
        if (model.Filing is { } filing)
        {
            WriteWeights(writer, filing.Weights);
            WriteIndex(writer, filing.Voice.Words);
            WriteWeights(writer, filing.Voice.Weights);
        }
    }

    private static TopicModel ReadBody(BinaryReader reader)
    {
        var fingerprint = reader.ReadString();
        var topics = ReadList(reader, reader.ReadString);
        var index = ReadIndex(reader);
        var entries = ReadList(reader, () => new TermEntry(reader.ReadString(), reader.ReadBoolean(), [.. ReadList(reader, reader.ReadInt32)]));
        var terms = TermMatcher.Of(entries, ReadNumbers(reader), ReadNumbers(reader));
        var weights = ReadWeights(reader);
        var calibration = new Calibration(reader.ReadSingle(), reader.ReadSingle());
        return new TopicModel([.. topics], fingerprint, new FeatureSpace(index, terms, topics.Length), weights, calibration)
        {
            Filing = reader.ReadBoolean() ? new Filing(ReadWeights(reader), new Voice(ReadIndex(reader), ReadWeights(reader))) : null,
        };
    }

    private static void WriteIndex(BinaryWriter writer, FeatureIndex index)
    {
        WriteList(writer, index.All().OrderBy(feature => feature.Number).ToArray(), feature =>
        {
            writer.Write((byte)feature.Kind);
            writer.Write(feature.Key);
        });
        WriteFloats(writer, index.Rarity);
    }

    private static FeatureIndex ReadIndex(BinaryReader reader) =>
        FeatureIndex.Frozen(ReadList(reader, () => ((FeatureKind)reader.ReadByte(), reader.ReadString())), ReadFloats(reader));

    private static void WriteWeights(BinaryWriter writer, LinearWeights weights)
    {
        WriteFloats(writer, weights.ByFeature);
        WriteFloats(writer, weights.Biases);
    }

    private static LinearWeights ReadWeights(BinaryReader reader) => new(ReadFloats(reader), ReadFloats(reader));

    private static void WriteList<T>(BinaryWriter writer, IReadOnlyCollection<T> items, Action<T> write)
    {
        writer.Write(items.Count);
        foreach (var item in items)
        {
            write(item);
        }
    }

    private static T[] ReadList<T>(BinaryReader reader, Func<T> read)
    {
        var items = new T[reader.ReadInt32()];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read();
        }

        return items;
    }

    private static void WriteNumbers(BinaryWriter writer, IEnumerable<KeyValuePair<string, int>> numbers) =>
        WriteList(writer, numbers.ToArray(), pair =>
        {
            writer.Write(pair.Key);
            writer.Write(pair.Value);
        });

    private static KeyValuePair<string, int>[] ReadNumbers(BinaryReader reader) =>
        ReadList(reader, () => KeyValuePair.Create(reader.ReadString(), reader.ReadInt32()));

    private static void WriteFloats(BinaryWriter writer, float[] values)
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private static float[] ReadFloats(BinaryReader reader)
    {
        var values = new float[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
