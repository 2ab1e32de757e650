using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Recap.Talks.Posts.Data;

/// <summary>Reads JSON, with the comments and trailing commas that people leave in configuration files; each value knows its line.</summary>
internal ref struct JsonData
{
    private static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 32,
    };

    private readonly ReadOnlySpan<byte> _json;
    private Utf8JsonReader _reader;
    private int _countedTo;
    private int _line = 1;

    private JsonData(ReadOnlySpan<byte> json)
    {
        _json = json;
        _reader = new Utf8JsonReader(json, Options);
    }

    public static DataResult Read(string json)
    {
        try
        {
            var data = new JsonData(Encoding.UTF8.GetBytes(json));
            data._reader.Read();
            var node = data.ReadNode();
            data._reader.Read();
            return node;
        }
        catch (JsonException e)
        {
            return new DataFault((int)(e.LineNumber ?? 0) + 1, e.Message);
        }
    }

    private DataNode ReadNode()
    {
        var line = Line();
        return _reader.TokenType switch
        {
            JsonTokenType.StartObject => new DataNode { Fields = ReadFields(), Line = line },
            JsonTokenType.StartArray => new DataNode { Items = ReadItems(), Line = line },
            JsonTokenType.Null => new DataNode { Line = line },
            JsonTokenType.String => new DataNode { Text = _reader.GetString(), Line = line },
            _ => new DataNode { Text = Encoding.UTF8.GetString(_reader.ValueSpan), Line = line },
        };
    }

    private Dictionary<string, DataNode> ReadFields()
    {
        var fields = DataNode.Table();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var name = _reader.GetString()!;
            _reader.Read();
            fields[name] = ReadNode();
        }

        return fields;
    }

    private ImmutableArray<DataNode> ReadItems()
    {
        var items = ImmutableArray.CreateBuilder<DataNode>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadNode());
        }

        return items.ToImmutable();
    }

    // Tokens come in order, so that each line end is counted once.
    private int Line()
    {
        var start = (int)_reader.TokenStartIndex;
        _line += _json[_countedTo..start].Count((byte)'\n');
        _countedTo = start;
        return _line;
    }
}
