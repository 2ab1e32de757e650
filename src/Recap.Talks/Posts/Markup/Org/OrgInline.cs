using System.Buffers;
using System.Text;

namespace Recap.Talks.Posts.Markup.Org;

/// <summary>Rewrites what stands within the lines of Org: links, stress, code, footnotes, times.</summary>
internal static class OrgInline
{
    // Bounds of what is looked ahead for a closing mark.
    private const int LongestStress = 300;
    private const int LongestLink = 2_000;
    private const int DeepestStress = 5;

    private static readonly SearchValues<char> Marks = SearchValues.Create("[<*/_=~+\\@{`");

    /// <summary>The lines of one paragraph, joined by line ends, as Markdown with as many line ends.</summary>
    public static string Rewrite(string text) => Rewrite(text, 0);

    private static string Rewrite(string text, int depth) => !text.AsSpan().ContainsAny(Marks) ? text : new Scan(text, depth).Rewrite();

    private static bool IsImage(string url) => Path.GetExtension(url.AsSpan()) is var extension
        && (extension.Equals(".png", StringComparison.OrdinalIgnoreCase) || extension.Equals(".jpg", StringComparison.OrdinalIgnoreCase) || extension.Equals(".jpeg", StringComparison.OrdinalIgnoreCase)
            || extension.Equals(".gif", StringComparison.OrdinalIgnoreCase) || extension.Equals(".svg", StringComparison.OrdinalIgnoreCase) || extension.Equals(".webp", StringComparison.OrdinalIgnoreCase));

    private sealed class Scan(string text, int depth)
    {
        private readonly StringBuilder _result = new(text.Length + 16);
        private int _at;

        public string Rewrite()
        {
            while (_at < text.Length)
            {
                Step(text[_at]);
            }

            return _result.ToString();
        }

        private void Step(char c)
        {
            var ahead = text.AsSpan(_at);
            switch (c)
            {
                case '[' when ahead.StartsWith("[[") && Find("]]", LongestLink) is > 0 and var end:
                    Link(text[(_at + 2)..end]);
                    _at = end + 2;
                    break;
                case '[' when (ahead.StartsWith("[fn:") || ahead.StartsWith("[cite")) && Find("]", LongestLink) is > 0 and var end:
                    Skip(end + 1);
                    break;
                case '<' when ahead.StartsWith("<<") && Find(">>", LongestStress) is > 0 and var end:
                    Skip(end + 2);
                    break;
                case '<' when ahead.Length > 1 && (char.IsAsciiDigit(ahead[1]) || ahead.StartsWith("<http")) && Find(">", LongestLink) is > 0 and var end:
                    _result.Append(ahead[1] == 'h' ? text[_at..(end + 1)] : text[(_at + 1)..end]);
                    _at = end + 1;
                    break;
                case '@' when ahead.StartsWith("@@") && Find("@@", LongestLink) is > 0 and var end:
                    Exported(end);
                    break;
                case '{' when ahead.StartsWith("{{{") && Find("}}}", LongestStress) is > 0 and var end:
                    Skip(end + 3);
                    break;
                case '\\':
                    Backslash(ahead);
                    break;
                case '*' or '/' or '_' or '=' or '~' or '+' when EndOfStress(c) is > 0 and var end:
                    Stress(c, text[(_at + 1)..end]);
                    _at = end + 1;
                    break;
                case '*' or '_' or '<' or '[' or ']' or '`':
                    _result.Append('\\').Append(c);
                    _at++;
                    break;
                default:
                    Word(c);
                    break;
            }
        }

        private int Find(string mark, int longest)
        {
            var start = _at + mark.Length;
            var found = start >= text.Length ? -1 : text.AsSpan(start, Math.Min(longest, text.Length - start)).IndexOf(mark);
            return found < 0 ? -1 : start + found;
        }

        private void Skip(int end)
        {
            _result.Append('\n', text.AsSpan(_at, end - _at).Count('\n'));
            _at = end;
        }

        private void Link(string inner)
        {
            var parts = inner.Split("][", 2);
            var url = parts[0].Replace("\n", "", StringComparison.Ordinal);
            var isImage = IsImage(url);
            var ends = parts[0].AsSpan().Count('\n');
            url = url.StartsWith("file:", StringComparison.Ordinal) ? url["file:".Length..]
                : url.StartsWith("youtube:", StringComparison.Ordinal) || url.StartsWith("yt:", StringComparison.Ordinal) ? $"https://www.youtube.com/watch?v={url[(url.IndexOf(':') + 1)..]}"
                : url;
            var isOwn = url is ['#' or '*', ..] || url.StartsWith("id:", StringComparison.Ordinal);
            if (parts.Length == 1)
            {
                _result.Append(isOwn ? OrgInline.Rewrite(url.TrimStart('#', '*'), DeepestStress) : isImage ? $"![]({LineRun.Address(url)})" : $"[{Plain(url)}]({LineRun.Address(url)})");
            }
            else
            {
                var shown = IsImage(parts[1]) && !parts[1].Contains(' ') ? $"![]({LineRun.Address(parts[1])})" : OrgInline.Rewrite(parts[1], depth + 1);
                _result.Append(isOwn ? shown : $"[{shown}]({LineRun.Address(url)})");
            }

            _result.Append('\n', ends);
        }

        // "@@html:<b>@@" is for one kind of page alone.
        private void Exported(int end)
        {
            var inner = text[(_at + 2)..end];
            var colon = inner.IndexOf(':');
            if (colon > 0 && inner[..colon] is "html" or "hugo" or "md")
            {
                _result.Append(inner, colon + 1, inner.Length - colon - 1);
                _at = end + 2;
                return;
            }

            Skip(end + 2);
        }

        private void Backslash(ReadOnlySpan<char> ahead)
        {
            if (ahead.StartsWith("\\nbsp"))
            {
                _result.Append('\u00A0');
                _at += ahead.StartsWith("\\nbsp{}") ? 7 : 5;
                return;
            }

            // Two at the end of a line break it, which a line of its own does as well.
            var breaks = ahead.StartsWith("\\\\") && (ahead.Length == 2 || ahead[2] == '\n');
            _result.Append(breaks ? "" : "\\\\");
            _at += breaks ? 2 : 1;
        }

        // A mark stresses between a blank or a bracket and the same, and holds no blank at its ends.
        private int EndOfStress(char mark)
        {
            if (depth >= DeepestStress || _at > 0 && !IsEdge(text[_at - 1], isStart: true) || _at + 2 >= text.Length || char.IsWhiteSpace(text[_at + 1]))
            {
                return -1;
            }

            var last = Math.Min(text.Length - 1, _at + LongestStress);
            for (var end = text.IndexOf(mark, _at + 2, last - _at - 1); end > 0; end = end < last ? text.IndexOf(mark, end + 1, last - end) : -1)
            {
                if (!char.IsWhiteSpace(text[end - 1]) && (end + 1 == text.Length || IsEdge(text[end + 1], isStart: false)))
                {
                    return end;
                }
            }

            return -1;
        }

        private static bool IsEdge(char c, bool isStart) => char.IsWhiteSpace(c)
            || (isStart ? c is '-' or '(' or '{' or '\'' or '"' or '’' or '«' or '“' or '–' or '—' or '*' or '/' or '_' or '+' or '[' : !char.IsLetterOrDigit(c) && c is not ('/' or '@'));

        private void Stress(char mark, string inner)
        {
            if (mark is '=' or '~')
            {
                var fence = inner.Contains('`') ? "``" : "`";
                _result.Append(fence).Append(inner).Append(fence);
                return;
            }

            var around = mark switch { '*' => "**", '/' => "*", '+' => "~~", _ => "" };
            _result.Append(around).Append(OrgInline.Rewrite(inner, depth + 1)).Append(around);
        }

        // A word, or an address in which no mark stresses.
        private void Word(char c)
        {
            var end = _at;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                end++;
            }

            if (end > _at && text.AsSpan(end).StartsWith("://"))
            {
                end = text.AsSpan(end).IndexOfAny(" \n])>") is var stop and >= 0 ? end + stop : text.Length;
            }

            _result.Append(text, _at, Math.Max(1, end - _at));
            _at = Math.Max(end, _at + 1);
        }

        private static string Plain(string words) => words.Replace("_", "\\_", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);
    }
}
