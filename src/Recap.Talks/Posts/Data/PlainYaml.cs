using System.Buffers;
using System.Collections.Immutable;

namespace Recap.Talks.Posts.Data;

/// <summary>
/// Reads the YAML that most posts have: keys, lists and scalars on one line each, in any indentation. It is several times as quick as
/// a parser of all of YAML, and gives up where a line is anything else, so that what it reads means the same to both.
/// </summary>
/// <param name="yaml">The document.</param>
internal ref struct PlainYaml(ReadOnlySpan<char> yaml)
{
    // The parser of all YAML guards against longer and deeper ones.
    private const int Longest = 20_000;
    private const int DeepestNesting = 8;
    private const int LongestKey = 100;

    private static readonly SearchValues<char> OfKeys = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

    // Tabs, other ends of lines, and what is no text.
    private static readonly SearchValues<char> Unplain = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (char)c).Where(c => c != '\n'), .. "\u007F\u0085\u2028\u2029\uFEFF"]);

    // What a scalar without quotes does not begin with, and what it has none of within brackets.
    private static readonly SearchValues<char> Signs = SearchValues.Create("-?:,[]{}#&*!|>'\"%@`");
    private static readonly SearchValues<char> FlowSigns = SearchValues.Create("?:[]{}#&*!|>\"%@`");

    private ReadOnlySpan<char> _rest = yaml;

    // The line that is read: what stands on it from its first word on, the column of that, and its number, from 1; no column behind the last.
    private ReadOnlySpan<char> _text;
    private int _column = -1;
    private int _line;

    /// <returns>The table of the document; null where it is no plain one.</returns>
    public static DataNode? Read(ReadOnlySpan<char> yaml)
    {
        if (yaml.Length > Longest || yaml.ContainsAny(Unplain))
        {
            return null;
        }

        var reader = new PlainYaml(yaml);
        reader.Next();
        return reader._column == 0 && reader.Mapping(0) is { } table && reader._column < 0 ? table : null;
    }

    // On to the next line that is not blank.
    private void Next()
    {
        _column = -1;
        while (_column < 0 && !_rest.IsEmpty)
        {
            var end = _rest.IndexOf('\n');
            var line = end < 0 ? _rest : _rest[..end];
            _rest = end < 0 ? [] : _rest[(end + 1)..];
            _line++;
            _column = line.IndexOfAnyExcept(' ');
            _text = _column < 0 ? [] : line[_column..].TrimEnd(' ');
        }
    }

    // The keys of one column, and their values.
    private DataNode? Mapping(int depth)
    {
        var (column, line, fields) = (_column, _line, DataNode.Table());
        while (_column == column)
        {
            var length = _text.IndexOfAnyExcept(OfKeys);
            if (length is < 1 or > LongestKey || _text[length] != ':' || _text[0] == '-' || _text[..length] is "null")
            {
                return null;
            }

            var key = _text[..length].ToString();
            if (Value(length + 1, column, depth) is not { } value)
            {
                return null;
            }

            fields[key] = value;
        }

        return _column < column ? new DataNode { Fields = fields, Line = line } : null;
    }

    // What stands behind a colon: a scalar or a list on its line, or what stands below it.
    private DataNode? Value(int from, int column, int depth)
    {
        if (from < _text.Length)
        {
            return _text[from] == ' ' ? Inline(_text[from..].TrimStart(' ')) : null;
        }

        var line = _line;
        Next();
        return depth == DeepestNesting ? null
            : _column > column ? _text[0] == '-' ? Sequence(depth + 1) : Mapping(depth + 1)
            : _column == column && _text[0] == '-' ? Sequence(depth + 1)
            : new DataNode { Line = line };
    }

    // Items of one column; tables as well as scalars.
    private DataNode? Sequence(int depth)
    {
        var (column, line, items) = (_column, _line, ImmutableArray.CreateBuilder<DataNode>());
        while (_column == column && _text is ['-', ' ', ..])
        {
            var start = _text.IndexOfAnyExcept("- ");
            if (start < 0 || _text[1..start].Contains('-') || Item(start, depth) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return _column <= column ? new DataNode { Items = items.DrainToImmutable(), Line = line } : null;
    }

    private DataNode? Item(int start, int depth)
    {
        var text = _text[start..];
        var key = text.IndexOfAnyExcept(OfKeys);
        if (key < 1 || text[key] != ':' || key + 1 < text.Length && text[key + 1] != ' ')
        {
            return Inline(text);
        }

        _text = text;
        _column += start;
        return depth == DeepestNesting ? null : Mapping(depth + 1);
    }

    // The rest of a line as a value; goes on to the next line.
    private DataNode? Inline(ReadOnlySpan<char> text)
    {
        var node = text[0] == '[' ? List(text) : Scalar(text);
        Next();
        return node;
    }

    private readonly DataNode? Scalar(ReadOnlySpan<char> text)
    {
        if (text[0] is '"' or '\'')
        {
            var inner = text[1..];
            return inner.Length > 0 && inner.IndexOfAny(text[0], '\\') == inner.Length - 1 && inner[^1] == text[0] ? new DataNode { Text = inner[..^1].ToString(), Line = _line } : null;
        }

        return Signs.Contains(text[0]) || text[^1] == ':' || text.Contains(": ", StringComparison.Ordinal) || text.Contains(" #", StringComparison.Ordinal) ? null
            : new DataNode { Text = text is "~" or "null" ? null : text.ToString(), Line = _line };
    }

    // "[a, 'b', "c"]".
    private readonly DataNode? List(ReadOnlySpan<char> text)
    {
        if (text[^1] != ']')
        {
            return null;
        }

        var items = ImmutableArray.CreateBuilder<DataNode>();
        for (var rest = text[1..^1].Trim(' '); !rest.IsEmpty;)
        {
            var isQuoted = rest[0] is '"' or '\'';
            var end = isQuoted ? rest[1..].IndexOf(rest[0]) + 2 : rest.IndexOf(',');
            end = end < 0 ? rest.Length : end;
            var item = rest[..end].TrimEnd(' ');
            rest = rest[end..].TrimStart(' ');
            if (item.IsEmpty || !isQuoted && item.ContainsAny(FlowSigns) || rest is not ([] or [',', ..]) || Scalar(item) is not { } scalar)
            {
                return null;
            }

            items.Add(scalar);
            rest = rest.IsEmpty ? rest : rest[1..].TrimStart(' ');
        }

        return new DataNode { Items = items.DrainToImmutable(), Line = _line };
    }
}
