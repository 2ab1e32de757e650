using Recap.Talks.Posts.Data;

namespace Recap.Talks.Posts.Markup.Org;

/// <summary>Rewrites Org, as Emacs and Hugo read it, as Markdown.</summary>
internal sealed class OrgDocument
{
    private const int DeepestHeading = 6;
    private const int FewestDashes = 5;
    private const string Tab = "        ";
    private const string CodeFence = "~~~~~~";

    private readonly string[] _lines;
    private readonly string[] _written;
    private readonly int _lastDrawerEnd;

    // Lines that end a block, by its kind.
    private readonly Dictionary<string, Queue<int>> _ends;
    private readonly Dictionary<string, DataNode> _fields = DataNode.Table();
    private readonly OrgLists _lists = new();

    // The lines of one paragraph that are still to be rewritten.
    private readonly List<(int Line, string Text, string Prefix)> _run = [];
    private int _lastHeading = -1;

    private OrgDocument(string body)
    {
        _lines = body.Split('\n');
        _written = new string[_lines.Length];
        Array.Fill(_written, "");
        _ends = EndsByKind(_lines);
        _lastDrawerEnd = Array.FindLastIndex(_lines, line => IsMark(line.AsSpan().Trim(), ":END:"));
    }

    public static Rewritten Rewrite(string body)
    {
        var document = new OrgDocument(body);
        document.Walk();
        return new Rewritten { Markdown = string.Join('\n', document._written), Fields = new DataNode { Fields = document._fields } };
    }

    private void Walk()
    {
        for (var i = 0; i < _lines.Length;)
        {
            var line = _lines[i].Replace("\t", Tab, StringComparison.Ordinal).TrimEnd();
            i = Math.Max(i + 1, Block(i, line, line.TrimStart(' ')));
        }

        Flush();
    }

    // Gives the line behind the block that begins on a line.
    private int Block(int line, string whole, string text)
    {
        if (text.Length == 0)
        {
            Flush();
            return line + 1;
        }

        var stars = whole.AsSpan().IndexOfAnyExcept('*');
        if (stars > 0 && whole[stars] == ' ')
        {
            return Heading(line, stars, whole[stars..].Trim());
        }

        var indent = whole.Length - text.Length;
        return text switch
        {
            ['#', '+', ..] => Keyword(line, text, indent),
            "#" or ['#', ' ', ..] => End(line + 1),
            ":" or [':', ' ', ..] => Put(line, $"    {text[1..]}"),
            [':', .., ':'] when line < _lastDrawerEnd && text.AsSpan().IndexOfAny(' ', '/') < 0 => Drawer(line),
            ['|', ..] => OrgTable.Write(_lines, line, text => Inlined(text), Put),
            ['[', 'f', 'n', ':', ..] when indent == 0 => Footnote(line),
            ['-', ..] when text.Length >= FewestDashes && !text.AsSpan().ContainsAnyExcept('-') => Put(line, "* * *"),
            _ when text.StartsWith("SCHEDULED:", StringComparison.Ordinal) || text.StartsWith("DEADLINE:", StringComparison.Ordinal) || text.StartsWith("CLOSED:", StringComparison.Ordinal) => End(line + 1),
            _ => Text(line, text, indent),
        };
    }

    private int Text(int line, string text, int indent)
    {
        var marker = OrgLists.MarkerOf(text, indent);
        if (marker > 0)
        {
            Flush();
        }

        var prefix = marker > 0 ? _lists.Item(text, indent, marker) : _lists.Text(indent);
        _run.Add((line, marker > 0 ? OrgLists.WordsOf(text[marker..]) : text, prefix));
        return line + 1;
    }

    // What is not for readers has no place in the post, nor has what stands below it.
    private int Heading(int line, int level, string text)
    {
        Flush();
        _lists.Clear();
        var heading = OrgHeading.Read(text);
        if (heading.IsHidden)
        {
            var end = line + 1;
            while (end < _lines.Length && !(_lines[end].AsSpan().IndexOfAnyExcept('*') is > 0 and var stars && stars <= level && _lines[end][stars] == ' '))
            {
                end++;
            }

            return end;
        }

        _lastHeading = line;
        return Put(line, $"{new string('#', Math.Min(DeepestHeading, level + 1))} {Inlined(heading.Title)}");
    }

    private int Keyword(int line, string text, int indent)
    {
        Flush();
        if (text.StartsWith("#+begin_", StringComparison.OrdinalIgnoreCase))
        {
            return Enclosed(line, text["#+begin_".Length..], indent);
        }

        var colon = text.IndexOf(':');
        var key = colon < 0 ? "" : text[2..colon].ToLowerInvariant();
        var value = colon < 0 ? "" : text[(colon + 1)..].Trim();
        if (key is "html" or "hugo" or "md")
        {
            return Put(line, value);
        }

        if (_lastHeading < 0 && OrgFields.Read(key, value, line + 1) is { } field)
        {
            _fields.TryAdd(field.Name, field.Value);
        }

        return line + 1;
    }

    // "#+begin_src java" up to "#+end_src"; one that has no end is a line by itself.
    private int Enclosed(int line, string opening, int indent)
    {
        var words = opening.Split(' ', 2, StringSplitOptions.TrimEntries);
        var kind = words[0].ToLowerInvariant();
        if (EndOf(kind, line) is not { } end)
        {
            return line + 1;
        }

        var prefix = _lists.Text(indent);
        switch (kind)
        {
            case "src" or "example":
                _written[line] = _written[end] = prefix + CodeFence;
                // A comma keeps what looks like a heading or a keyword from being one.
                Fill(line, end, code => prefix + (code.AsSpan().TrimStart() is [',', '*' or '#' or ',', ..] ? code.Trim()[1..] : code.TrimEnd()));
                return end + 1;
            case "html":
            case "export" when words.Length > 1 && words[1].StartsWith("html", StringComparison.OrdinalIgnoreCase):
                Fill(line, end, html => html.Trim());
                return end + 1;
            case "quote" or "verse":
                Fill(line, end, quoted => quoted.Trim() is { Length: > 0 } said ? $"{prefix}> {Inlined(said)}" : "");
                return end + 1;
            case "comment" or "export":
                return end + 1;
            default:
                // What it holds is text like any other.
                _lines[end] = "";
                _ends[kind].Dequeue();
                return line + 1;
        }
    }

    private int? EndOf(string kind, int line)
    {
        if (!_ends.TryGetValue(kind, out var ends))
        {
            return null;
        }

        while (ends.TryPeek(out var end))
        {
            if (end > line)
            {
                return end;
            }

            ends.Dequeue();
        }

        return null;
    }

    private static Dictionary<string, Queue<int>> EndsByKind(string[] lines)
    {
        var ends = new Dictionary<string, Queue<int>>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].AsSpan().TrimStart().StartsWith("#+end_", StringComparison.OrdinalIgnoreCase))
            {
                var kind = lines[i].Trim()["#+end_".Length..].ToLowerInvariant();
                (ends.TryGetValue(kind, out var known) ? known : ends[kind] = new Queue<int>()).Enqueue(i);
            }
        }

        return ends;
    }

    private void Fill(int line, int end, Func<string, string> rewrite)
    {
        for (var i = line + 1; i < end; i++)
        {
            _written[i] = rewrite(_lines[i]);
        }
    }

    // Properties of a heading may give it an id; those above the first heading are facts of the post.
    private int Drawer(int line)
    {
        Flush();
        for (line++; !IsMark(_lines[line].AsSpan().Trim(), ":END:"); line++)
        {
            var words = _lines[line].Trim();
            var colon = words.StartsWith(':') ? words.IndexOf(':', 1) : -1;
            var (name, value) = colon < 0 ? ("", "") : (words[1..colon].ToLowerInvariant(), words[(colon + 1)..].Trim());
            if (_lastHeading < 0 && OrgFields.Read(name, value, line + 1) is { } field)
            {
                _fields.TryAdd(field.Name, field.Value);
            }
            else if (_lastHeading >= 0 && name == "custom_id" && value.Length > 0 && !_written[_lastHeading].EndsWith('}'))
            {
                _written[_lastHeading] += $" {{#{value}}}";
            }
        }

        return line + 1;
    }

    private int Footnote(int line)
    {
        Flush();
        while (line < _lines.Length && !string.IsNullOrWhiteSpace(_lines[line]))
        {
            line++;
        }

        return line;
    }

    private int Put(int line, string markdown)
    {
        Flush();
        _written[line] = markdown;
        return line + 1;
    }

    private int End(int next)
    {
        Flush();
        return next;
    }

    private void Flush()
    {
        if (_run.Count == 0)
        {
            return;
        }

        var lines = LineRun.Rewrite([.. _run.Select(part => part.Text)], OrgInline.Rewrite);
        for (var i = 0; i < lines.Length; i++)
        {
            _written[_run[i].Line] = lines[i].Length == 0 ? "" : _run[i].Prefix + lines[i];
        }

        _run.Clear();
    }

    private static string Inlined(string text) => LineRun.Rewrite([text], OrgInline.Rewrite)[0];

    private static bool IsMark(ReadOnlySpan<char> line, string mark) => line.Equals(mark, StringComparison.OrdinalIgnoreCase);
}
