using Recap.Talks.Posts.Data;

namespace Recap.Talks.Posts.Markup.Rst;

/// <summary>Rewrites the blocks of a text one after another, those within others by themselves.</summary>
internal sealed class RstBlocks(string[] lines, RstTargets targets, bool mayBeTitled)
{
    // What nests more deeply is left out.
    private const int DeepestNesting = 40;

    private readonly string[] _written = new string[lines.Length];
    private readonly List<RstHeading> _headings = [];
    private readonly List<string> _styles = [];
    private readonly Dictionary<string, DataNode> _fields = DataNode.Table();
    private readonly RstInline _inline = new(targets);
    private bool _hasText;

    public RstText Write()
    {
        Array.Fill(_written, "");
        Walk(new RstPlace(0, lines.Length, 0, "", 0));
        return new RstText(_written, _headings, new DataNode { Fields = _fields });
    }

    /// <summary>Rewrites what a place holds.</summary>
    public void Walk(RstPlace place)
    {
        for (var i = place.From; i < place.To && place.Depth <= DeepestNesting;)
        {
            i = lines[i].Length == 0 ? i + 1 : Math.Max(i + 1, Block(i, place));
        }
    }

    /// <summary>What stands on a line, from its first letter.</summary>
    public string TextOf(int line) => lines[line].TrimStart(' ');

    /// <summary>Writes what is Markdown already.</summary>
    public void Put(int line, string markdown)
    {
        _written[line] = markdown;
        _hasText |= markdown.Length > 0;
    }

    /// <summary>Writes words on a line of their own.</summary>
    public void PutWords(int line, RstPlace place, string words) => Put(line, words.Length == 0 ? "" : place.Prefix + LineRun.Rewrite([words], _inline.Rewrite)[0]);

    /// <summary>Takes up a fact of the post; the first of a name holds.</summary>
    public void AddField(string name, string value, int line) => _fields.TryAdd(name, HeaderLines.Value(name, value, line + 1));

    /// <summary>The first line behind a place that is not indented more than that.</summary>
    public int EndOfIndented(int from, int to, int indent)
    {
        while (from < to && (lines[from].Length == 0 || LineRun.IndentOf(lines[from]) > indent))
        {
            from++;
        }

        return from;
    }

    /// <summary>The least indentation of some lines.</summary>
    public int LeastIndent(int from, int to)
    {
        var least = int.MaxValue;
        for (var i = from; i < to; i++)
        {
            least = lines[i].Length == 0 ? least : Math.Min(least, LineRun.IndentOf(lines[i]));
        }

        return least == int.MaxValue ? 0 : least;
    }

    /// <summary>Writes lines as code; the lines before and behind them, which are blank, are its fences.</summary>
    public void Code(int from, int to, string prefix)
    {
        while (to > from && lines[to - 1].Length == 0)
        {
            to--;
        }

        if (from >= to || from == 0 || _written[from - 1].Length > 0)
        {
            return;
        }

        var indent = LeastIndent(from, to);
        for (var i = from; i < to; i++)
        {
            _written[i] = prefix + (lines[i].Length == 0 ? "" : lines[i][indent..]);
        }

        _written[from - 1] = prefix + "~~~~~~";
        _written[to < lines.Length && lines[to].Length == 0 ? to : to - 1] = prefix + "~~~~~~";
    }

    // Gives the line behind the block that begins on a line.
    private int Block(int line, RstPlace place)
    {
        var indent = LineRun.IndentOf(lines[line]);
        if (indent > place.Indent)
        {
            var end = EndOfIndented(line, place.To, place.Indent);
            Walk(place.Within(line, end, LeastIndent(line, end), "> "));
            return end;
        }

        var text = TextOf(line);
        return text is ".." || text.StartsWith(".. ", StringComparison.Ordinal) ? new RstMarkup(this).Read(line, indent, place)
            : Heading(line, text, place) is { } behind ? behind
            : text.StartsWith("__ ", StringComparison.Ordinal) ? line + 1
            : RstLines.FieldOf(text) is { } field ? Field(line, indent, field, place)
            : RstLines.IsGridBorder(text) || RstLines.IsTableBorder(text) ? RstTable.Write(this, line, place)
            : text.StartsWith(">>> ", StringComparison.Ordinal) ? Doctest(line, place)
            : text is "|" || text.StartsWith("| ", StringComparison.Ordinal) ? LineOf(line, text, place)
            : RstLines.MarkerOf(text) is > 0 and var marker ? Item(line, indent, marker, place)
            : Paragraph(line, place.Prefix, text, place, indent);
    }

    private int? Heading(int line, string text, RstPlace place)
    {
        var isAdorned = RstLines.IsAdornment(text);
        if (isAdorned && line + 2 < place.To && lines[line + 1].Length > 0 && TextOf(line + 2) is var under && under.Length >= 3 && under[0] == text[0] && RstLines.IsAdornment(under))
        {
            return Headed(line + 1, $"{text[0]}^", line + 3);
        }

        if (isAdorned)
        {
            Put(line, text.Length >= 4 ? place.Prefix + "* * *" : "");
            return line + 1;
        }

        return line + 1 < place.To && RstLines.Underlines(lines[line + 1].AsSpan().Trim(), text) ? Headed(line, lines[line + 1].Trim()[..1], line + 2) : null;
    }

    private int Headed(int line, string style, int behind)
    {
        var known = _styles.IndexOf(style);
        if (known < 0)
        {
            known = _styles.Count;
            _styles.Add(style);
        }

        _headings.Add(new RstHeading(line, known, LineRun.Rewrite([lines[line].Trim()], _inline.Rewrite)[0], !_hasText && _headings.Count == 0));
        return behind;
    }

    // Above the text, or between its title and the text, fields are facts of the post.
    private int Field(int line, int indent, (string Name, string Value) field, RstPlace place)
    {
        var end = line + 1;
        while (end < place.To && lines[end].Length > 0 && LineRun.IndentOf(lines[end]) > indent)
        {
            end++;
        }

        if (!_hasText && place.Depth == 0 && (_headings.Count == 0 || _headings.Count == 1 && mayBeTitled && _headings[0].IsFirst))
        {
            AddField(field.Name, string.Join(' ', lines[(line + 1)..end].Select(more => more.Trim()).Prepend(field.Value)).Trim(), line);
            return end;
        }

        return Paragraph(line, place.Prefix, $"{field.Name} : {field.Value}", place, indent);
    }

    private int Doctest(int line, RstPlace place)
    {
        for (; line < place.To && lines[line].Length > 0; line++)
        {
            Put(line, $"{place.Prefix}    {TextOf(line)}");
        }

        return line;
    }

    private int LineOf(int line, string text, RstPlace place)
    {
        PutWords(line, place, text[1..].Trim());
        return line + 1;
    }

    private int Item(int line, int indent, int marker, RstPlace place)
    {
        var end = EndOfIndented(line + 1, place.To, indent);
        var text = TextOf(line);
        var mark = char.IsAsciiDigit(text[0]) ? $"{text.AsSpan(0, text.AsSpan().IndexOfAnyExceptInRange('0', '9'))}. " : text[0] is '#' or '(' ? "1. " : "- ";
        var within = place.Within(line, end, indent + marker, new string(' ', mark.Length));
        var next = Paragraph(line, place.Prefix + mark, text[marker..], within, indent + marker);
        if (next < end)
        {
            Walk(within with { From = next, Indent = LeastIndent(next, end) });
        }

        return end;
    }

    private int Paragraph(int line, string prefix, string first, RstPlace place, int indent)
    {
        var end = line + 1;
        var isItem = prefix != place.Prefix;
        while (end < place.To && lines[end].Length > 0 && !TextOf(end).StartsWith(".. ", StringComparison.Ordinal) && RstLines.FieldOf(TextOf(end)) is null
            && !(isItem && RstLines.MarkerOf(TextOf(end)) > 0))
        {
            end++;
        }

        var isTerm = end > line + 1 && !isItem && LineRun.IndentOf(lines[line + 1]) > indent && !first.EndsWith("::", StringComparison.Ordinal);
        var introduces = lines[end - 1].EndsWith("::", StringComparison.Ordinal);
        if (first.Length > 0)
        {
            Write(line, end, prefix, isTerm && !first.Contains('*') ? $"**{first}**" : first, place.Prefix);
        }

        return introduces ? Literal(end, place) : end;
    }

    private void Write(int line, int end, string prefix, string first, string prefixOfRest)
    {
        var run = LineRun.Rewrite([first, .. lines[(line + 1)..end].Select(more => more.Trim())], _inline.Rewrite);
        for (var i = line; i < end; i++)
        {
            var words = run[i - line];
            words = i == end - 1 && words.EndsWith("::", StringComparison.Ordinal) ? words[..^1].TrimEnd(':') is var cut && cut.Length > 0 && cut[^1] != ' ' ? cut + ":" : cut : words;
            Put(i, words.Length == 0 ? "" : (i == line ? prefix : prefixOfRest) + words);
        }
    }

    // Behind "::" all that is indented more stands as it is written.
    private int Literal(int line, RstPlace place)
    {
        while (line < place.To && lines[line].Length == 0)
        {
            line++;
        }

        if (line >= place.To || LineRun.IndentOf(lines[line]) <= place.Indent)
        {
            return line;
        }

        var end = EndOfIndented(line, place.To, place.Indent);
        Code(line, end, place.Prefix);
        return end;
    }
}
