using System.Buffers;
using System.Text.RegularExpressions;

namespace Recap.Talks.Posts.Markup;

/// <summary>
/// Takes the marks out of blocks that Markdown does not know: the fenced divs of Pandoc and Quarto, the containers of VitePress, VuePress
/// and Docusaurus, the components of Nuxt Content, the directives of MyST, the admonitions of MkDocs; and the options of code that runs. What they hold, and their
/// titles, stay as text; lines keep their numbers.
/// </summary>
internal static partial class Containers
{
    private const int MostProperties = 60;

    private static readonly SearchValues<string> Signs =
        SearchValues.Create([":::", "\n::", "```{", "\n!!! ", "\n??? ", "\n???+", "\n=== \"", ")=\n"], StringComparison.Ordinal);

    public static string Open(string body) =>
        body.AsSpan().ContainsAny(Signs) || body.StartsWith("::", StringComparison.Ordinal) || body.StartsWith("!!! ", StringComparison.Ordinal) ? new Walk(body.Split('\n')).Open() : body;

    // "{.callout-tip title="x"} y", "tip y", "tip[y]", "{note} y" or "card{…}" behind the colons.
    [GeneratedRegex(@"^(?<name>\{[\w:.-]+\}|\w[\w./-]*)?(?<of>\[(?<title>[^\]]*)\])?\s*(\{(?<attributes>[^}]*)\})?\s*(?<rest>.*?)\s*:*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^::[a-z][\w-]*(\[[^\]]*\])?(\{.*\})?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Component();

    [GeneratedRegex(@"^(!!!|\?\?\?\+?|===!?\+?)( [\w -]+)?( ?""(?<title>[^""]*)"")?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Admonition();

    [GeneratedRegex(@"\btitle=""(?<title>[^""]*)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TitleAttribute();

    [GeneratedRegex(@"^:[A-Za-z][\w-]*:(\s|\z)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Option();

    [GeneratedRegex(@"^(#[a-z][a-z0-9-]*|\([\w-]+\)=)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SlotOrLabel();

    // What MyST has within a fence of backticks that is text all the same.
    private static bool IsText(ReadOnlySpan<char> directive) => directive is "note" or "tip" or "hint" or "important" or "warning" or "caution"
        or "danger" or "attention" or "error" or "seealso" or "admonition" or "sidebar" or "topic" or "epigraph" or "pull-quote" or "dropdown"
        or "card" or "grid" or "tab-set" or "tab-item" or "margin" or "div" or "rubric" or "image" or "figure";

    private sealed class Walk(string[] lines)
    {
        // The fences of backticks that hold text, by length; how deep indented blocks stand; components that are open.
        private readonly Stack<int> _fences = new();
        private Fence _code;
        private int _indents;
        private int _components;

        // Whether only properties were met since a container was opened, and whether its first heading is but its label.
        private bool _isHead;
        private bool _isLabel;

        public string Open()
        {
            for (var i = 0; i < lines.Length; i++)
            {
                lines[i] = Dedented(lines[i]);
                if (!_code.IsOpen && _isHead && lines[i].Trim() == "---" && EndOfProperties(i) is > 0 and var end)
                {
                    Array.Fill(lines, "", i, end - i + 1);
                    i = end;
                    _isHead = false;
                }
                else
                {
                    lines[i] = Line(lines[i]);
                }
            }

            return string.Join('\n', lines);
        }

        private string Line(string line)
        {
            var text = line.AsSpan().Trim();
            if (!_code.IsOpen && Marked(line, text) is { } replaced)
            {
                return replaced;
            }

            if (_code.Passes(line) || text.IsEmpty)
            {
                _isHead = false;
                return text is ['#' or '/' or '%', ..] && text.TrimStart("#/%") is ['|', ' ', ..] ? "" : line;
            }

            var isLabel = _isLabel && text[0] == '#';
            (_isHead, _isLabel) = (_isHead && Option().IsMatch(text), false);
            return _isHead || SlotOrLabel().IsMatch(text) && (text[0] == '(' || _components > 0) ? ""
                : isLabel ? text.TrimStart('#').Trim().ToString() : line;
        }

        // What stands for a line that is a mark; null for one that is none.
        private string? Marked(string line, ReadOnlySpan<char> text)
        {
            var marks = text.IsEmpty ? 0 : text.IndexOfAnyExcept(text[0]);
            marks = marks < 0 ? text.Length : marks;
            return text switch
            {
                [':', ':', ':', ..] => Colons(text[marks..].Trim()),
                "::" when _components > 0 => Closed(),
                [':', ':', ..] when Component().IsMatch(text) => Opened(text[2..], isComponent: true),
                ['`', '`', '`', ..] when marks == text.Length && _fences.TryPeek(out var open) && marks >= open => Unfenced(),
                ['`', '`', '`', ..] when text[marks..] is ['{', ..] directive && directive.IndexOf('}') is > 1 and var end && IsText(directive[1..end]) => Fenced(marks, directive),
                ['!', '!', '!', ..] or ['?', '?', '?', ..] or ['=', '=', '=', ' ', '"', ..] when Admonition().Match(line.TrimEnd()) is { Success: true } match => Indented(match),
                _ => null,
            };
        }

        private string Colons(ReadOnlySpan<char> rest) => rest.IsEmpty ? "" : Opened(rest);

        private string Closed()
        {
            _components--;
            return "";
        }

        private string Fenced(int length, ReadOnlySpan<char> directive)
        {
            _fences.Push(length);
            return Opened(directive);
        }

        private string Unfenced()
        {
            _fences.Pop();
            return "";
        }

        private string Indented(Match mark)
        {
            _indents++;
            return mark.Groups["title"].Value;
        }

        private string Opened(ReadOnlySpan<char> rest, bool isComponent = false)
        {
            _components += isComponent ? 1 : 0;
            _isHead = true;
            _isLabel = rest.Contains("callout", StringComparison.Ordinal);
            var match = Opening().Match(rest.ToString());
            var attributes = match.Groups["attributes"].Value;
            return match.Groups["name"].Value is "{image}" or "{figure}" ? $"![]({match.Groups["rest"].Value.Replace(' ', '+')})"
                : match.Groups["of"].Success ? match.Groups["title"].Value
                : attributes.Contains("title=", StringComparison.Ordinal) ? TitleAttribute().Match(attributes).Groups["title"].Value
                : match.Groups["rest"].Value;
        }

        private string Dedented(string line)
        {
            if (_indents == 0 || string.IsNullOrWhiteSpace(line))
            {
                return line;
            }

            var indent = line.AsSpan().IndexOfAnyExcept(' ');
            _indents = line[0] == '\t' ? Math.Min(_indents, 1) : Math.Min(_indents, indent / 4);
            return line[0] == '\t' ? line[1..] : line[(4 * _indents)..];
        }

        private int EndOfProperties(int from) =>
            Array.FindIndex(lines, from + 1, Math.Min(MostProperties, lines.Length - from - 1), line => line.Trim() == "---");
    }
}
