using System.Collections.Immutable;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Recap.Talks.Posts.Data;

/// <summary>Reads YAML event by event, so that aliases are shared and never multiplied.</summary>
internal sealed class YamlData
{
    // Real front matter holds whole comment threads; a bomb holds more.
    private const int MostNodes = 50_000;
    private const int DeepestNesting = 32;

    private readonly Dictionary<string, DataNode> _anchors = new(StringComparer.Ordinal);
    private readonly Parser _parser;
    private int _nodes;

    private YamlData(string yaml) => _parser = new Parser(new StringReader(yaml));

    public static DataResult Read(string yaml)
    {
        try
        {
            return new YamlData(yaml).ReadDocument();
        }
        catch (YamlException e)
        {
            return new DataFault((int)Math.Max(1, e.Start.Line), e.InnerException?.Message ?? e.Message);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet's scanner throws these, with no place, on some scalars that end in a marker ("a\n---").
            return new DataFault(1, "a value is not closed");
        }
    }

    private DataNode ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            return DataNode.Nothing;
        }

        return ReadNode(0);
    }

    private DataNode ReadNode(int depth)
    {
        if (++_nodes > MostNodes || depth > DeepestNesting)
        {
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, "holds too many or too deeply nested values");
        }

        return _parser.Consume<ParsingEvent>() switch
        {
            AnchorAlias alias => _anchors.GetValueOrDefault(alias.Value.Value, DataNode.Nothing),
            Scalar scalar => Remember(scalar, new DataNode { Text = TextOf(scalar), Line = (int)scalar.Start.Line }),
            SequenceStart sequence => Remember(sequence, ReadSequence(sequence, depth)),
            MappingStart mapping => Remember(mapping, ReadMapping(mapping, depth)),
            var other => throw new YamlException(other.Start, other.End, "lacks a value"),
        };
    }

    private DataNode ReadSequence(SequenceStart start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<DataNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        return new DataNode { Items = items.ToImmutable(), Line = (int)start.Start.Line };
    }

    private DataNode ReadMapping(MappingStart start, int depth)
    {
        var fields = DataNode.Table();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            fields[key.Text ?? ""] = ReadNode(depth + 1);
        }

        return new DataNode { Fields = fields, Line = (int)start.Start.Line };
    }

    private DataNode Remember(NodeEvent at, DataNode node)
    {
        if (!at.Anchor.IsEmpty)
        {
            _anchors[at.Anchor.Value] = node;
        }

        return node;
    }

    private static string? TextOf(Scalar scalar)
    {
        // Dumps of old blogs carry every date as base64.
        if (!scalar.Tag.IsEmpty && scalar.Tag.Value is "!binary" or "tag:yaml.org,2002:binary")
        {
            var bytes = new byte[scalar.Value.Length];
            return Convert.TryFromBase64String(scalar.Value.Trim(), bytes, out var length)
                ? Encoding.UTF8.GetString(bytes, 0, length)
                : scalar.Value;
        }

        return scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" ? null : scalar.Value;
    }
}
