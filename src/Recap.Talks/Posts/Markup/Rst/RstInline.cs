using System.Buffers;
using System.Text;

namespace Recap.Talks.Posts.Markup.Rst;

/// <summary>Rewrites what stands within the lines of reStructuredText: references, roles, literals, replacements.</summary>
internal sealed class RstInline(RstTargets targets)
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("`*_|[<\\:");

    /// <summary>The lines of one paragraph, joined by line ends, as Markdown with as many line ends.</summary>
    public string Rewrite(string text) => !text.AsSpan().ContainsAny(Marks) ? text : new Scan(text, targets).Rewrite();

    // Roles whose text is code.
    private static bool IsCode(string role) => role is "code" or "literal" or "math" or "kbd" or "file" or "command" or "samp" or "program" or "option" or "envvar"
        || role.StartsWith("py:") || role is "func" or "class" or "meth" or "mod" or "attr" or "obj" or "data" or "exc";

    private sealed class Scan(string text, RstTargets targets)
    {
        private readonly StringBuilder _result = new(text.Length + 32);
        private int _at;

        // From here on there is no closing mark, so that none is looked for again.
        private int _lastTick = -1;

        public string Rewrite()
        {
            _lastTick = text.LastIndexOf('`');
            while (_at < text.Length)
            {
                Step(text[_at]);
            }

            return _result.ToString();
        }

        private void Step(char c)
        {
            switch (c)
            {
                case '\\' when _at + 1 < text.Length:
                    Escaped(text[_at + 1]);
                    break;
                case '`' when text.AsSpan(_at).StartsWith("``"):
                    Literal();
                    break;
                case '`':
                    Interpreted(_at, "");
                    break;
                case ':' when RoleAt(_at) is { } role:
                    Interpreted(_at + role.Length + 2, role);
                    break;
                case '|':
                    Replaced();
                    break;
                case '[' when FootnoteEnd() is > 0 and var end:
                    _at = end;
                    break;
                case '_' when _at + 1 < text.Length && text[_at + 1] == '`':
                    _at++;
                    break;
                case '_' or '<' or '[':
                    _result.Append('\\').Append(c);
                    _at++;
                    break;
                default:
                    Word(c);
                    break;
            }
        }

        // An escaped blank joins; what stands behind a backslash is itself.
        private void Escaped(char next)
        {
            _result.Append(next switch { ' ' => "", '\n' => "\n", _ when char.IsLetterOrDigit(next) => next.ToString(), _ => $"\\{next}" });
            _at += 2;
        }

        private void Literal()
        {
            var end = text.IndexOf("``", _at + 2, StringComparison.Ordinal);
            if (end < 0)
            {
                _result.Append("\\`\\`");
                _at += 2;
                return;
            }

            Code(text[(_at + 2)..end]);
            _at = end + 2;
        }

        private void Code(string code)
        {
            var fence = code.Contains('`') ? "``" : "`";
            _result.Append(fence).Append(code).Append(fence);
        }

        private void Interpreted(int tick, string role)
        {
            var end = tick < _lastTick ? text.IndexOf('`', tick + 1) : -1;
            if (end < 0)
            {
                _result.Append("\\`");
                _at = tick + 1;
                return;
            }

            var inner = text[(tick + 1)..end];
            _at = end + 1;
            var marks = text.AsSpan(_at) switch { ['_', '_', ..] => 2, ['_', ..] => 1, _ => 0 };
            if (role.Length == 0 && marks > 0)
            {
                _at += marks;
                Reference(inner, marks);
                return;
            }

            if (role.Length == 0 && _at < text.Length && text[_at] == ':' && RoleEnd(_at) is > 0 and var roleEnd)
            {
                role = text[(_at + 1)..roleEnd];
                _at = roleEnd + 1;
            }

            Spoken(inner, role);
        }

        private void Reference(string inner, int marks)
        {
            var open = inner.EndsWith('>') ? inner.LastIndexOf('<') : -1;
            var shown = open < 0 ? inner : inner[..open];
            var address = open < 0 ? marks == 2 ? targets.NextAddress() : targets.AddressOf(inner)
                : inner[(open + 1)..^1] is [.., '_'] other && !other.Contains("://", StringComparison.Ordinal) ? targets.AddressOf(other[..^1].Trim('`')) : inner[(open + 1)..^1];
            Link(string.IsNullOrWhiteSpace(shown) && address is not null ? address + new string('\n', shown.Count(c => c == '\n')) : shown, address);
            _result.Append('\n', open < 0 ? 0 : inner.AsSpan(open).Count('\n'));
        }

        private void Link(string shown, string? address)
        {
            if (address is null)
            {
                _result.Append(Plain(shown));
                return;
            }

            // Line ends at the edge stay outside: the brackets of a link begin with a word.
            var words = shown.Trim();
            _result.Append('[').Append(Plain(words)).Append("](").Append(LineRun.Address(address)).Append(')')
                .Append('\n', shown.Count(c => c == '\n') - words.Count(c => c == '\n'));
        }

        // "Title <place>" of a role shows the title; without a role a text is the name of a work.
        private void Spoken(string inner, string role)
        {
            if (IsCode(role))
            {
                Code(inner);
                return;
            }

            var open = role.Length > 0 && inner.EndsWith('>') ? inner.LastIndexOf('<') : -1;
            var words = open > 0 ? inner[..open].TrimEnd(' ') : inner.TrimStart('~', '!');
            var mark = role switch { "" or "emphasis" or "title-reference" or "title" => "*", "strong" => "**", _ => "" };
            _result.Append(mark).Append(Plain(words)).Append(mark).Append('\n', open > 0 ? inner.AsSpan(open).Count('\n') : 0);
        }

        private void Replaced()
        {
            var end = text.AsSpan(_at + 1, Math.Min(100, text.Length - _at - 1)).IndexOf('|');
            if (end > 0 && targets.ReplacementOf(text.Substring(_at + 1, end)) is { } replacement)
            {
                _result.Append(Plain(replacement)).Append('\n', text.AsSpan(_at, end).Count('\n'));
                _at += end + 2;
                _at += text.AsSpan(_at) is ['_', ..] ? 1 : 0;
                return;
            }

            _result.Append('|');
            _at++;
        }

        // Letters and digits, with single marks between them; "word_" refers to what its name stands for.
        private void Word(char c)
        {
            var end = _at;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || end > _at && text[end] is '-' or '.' or '_' or '+' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1])))
            {
                end++;
            }

            if (end == _at)
            {
                _result.Append(c);
                _at++;
                return;
            }

            if (text.AsSpan(end).StartsWith("://"))
            {
                end = text.AsSpan(end).IndexOfAny(" \n>") is var stop and >= 0 ? end + stop : text.Length;
                _result.Append(text, _at, end - _at);
                _at = end;
                return;
            }

            var word = text[_at..end];
            _at = end;
            var marks = text.AsSpan(end) switch { ['_', '_', ..] => 2, ['_', ..] => 1, _ => 0 };
            if (marks > 0 && (marks == 2 ? targets.NextAddress() : targets.AddressOf(word)) is { } address)
            {
                _at += marks;
                Link(word, address);
                return;
            }

            _result.Append(Plain(word));
        }

        private string? RoleAt(int colon) =>
            RoleEnd(colon) is > 0 and var end && end + 1 < text.Length && text[end + 1] == '`' ? text[(colon + 1)..end] : null;

        private int RoleEnd(int colon)
        {
            var end = text.AsSpan(colon + 1, Math.Min(40, text.Length - colon - 1)).IndexOfAny(" \n`") is var stop and >= 0 ? colon + 1 + stop : Math.Min(text.Length, colon + 41);
            var last = text.AsSpan(colon + 1, end - colon - 1).LastIndexOf(':');
            return last > 0 ? colon + 1 + last : -1;
        }

        // "[1]_", "[#name]_", "[CIT2002]_": a note at the foot of the page.
        private int FootnoteEnd()
        {
            var end = text.AsSpan(_at, Math.Min(40, text.Length - _at)).IndexOf("]_");
            return end > 1 && text.AsSpan(_at + 1, end - 1).IndexOfAny(" \n`[") < 0 ? _at + end + 2 : -1;
        }

        private static string Plain(string words) =>
            words.AsSpan().IndexOfAny("[]_<`") < 0 ? words
            : words.Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)
                .Replace("<", "\\<", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal);
    }
}
