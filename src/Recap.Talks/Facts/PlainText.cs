using System.Buffers;
using System.Net;
using System.Text;
using Recap.Talks.Posts;

namespace Recap.Talks.Facts;

/// <summary>Turns what stands in a post into the plain text that is indexed and shown.</summary>
internal static class PlainText
{
    // Blanks but the ordinary one, what nobody sees, and the sign that begins entities; those that are ASCII are found faster by themselves.
    private static readonly SearchValues<char> NoLine = UnlikeLines(0, char.MaxValue);
    private static readonly SearchValues<char> NoAsciiLine = UnlikeLines(0, AsciiEnd - 1);

    private const char AsciiEnd = '\u0080';

    /// <summary>One line: blanks of every kind single, invisible characters gone, entities resolved.</summary>
    public static string Line(string text) => IsLine(text) ? text : Cleaned(text);

    // Most of what is asked about is a line already, and a look at it is cheaper than a copy.
    private static bool IsLine(string text) =>
        text is not ([' ', ..] or [.., ' ']) && !text.AsSpan().ContainsAny(NoAsciiLine) && !text.Contains("  ", StringComparison.Ordinal)
        && !(MayHide(text) && text.AsSpan().ContainsAny(NoLine));

    // Letters with accents hide nothing; nor do French quotes, one of which stands between the blank and the soft hyphen.
    private static bool MayHide(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange(AsciiEnd, '\u00A0') || text.Contains('\u00AD') || text.ContainsAnyInRange('\u1680', char.MaxValue);

    private static SearchValues<char> UnlikeLines(int first, int last) =>
        SearchValues.Create([.. Enumerable.Range(first, last - first + 1).Select(c => (char)c).Where(c => c == '&' || c != ' ' && (char.IsWhiteSpace(c) || IsInvisible(c)))]);

    private static string Cleaned(string text)
    {
        text = text.Contains('&') ? WebUtility.HtmlDecode(text) : text;
        var room = ArrayPool<char>.Shared.Rent(text.Length);
        var line = Clean(text, room).ToString();
        ArrayPool<char>.Shared.Return(room);
        return line;
    }

    private static ReadOnlySpan<char> Clean(string text, Span<char> line)
    {
        // Every sixth character is a blank: to write each, and go on from it where it is the first, takes no guess what comes next.
        var (length, last) = (0, ' ');
        foreach (var character in text)
        {
            var c = character;
            if (c is < ' ' or >= '\u007F')
            {
                if (char.IsWhiteSpace(c))
                {
                    c = ' ';
                }
                else if (IsInvisible(c))
                {
                    continue;
                }
            }

            line[length] = c;
            length += c == ' ' & last == ' ' ? 0 : 1;
            last = c;
        }

        return line[..length].TrimEnd(' ');
    }

    public static string WithoutTags(string html)
    {
        if (!html.AsSpan().ContainsAny('<', '>'))
        {
            return html;
        }

        var plain = new StringBuilder(html.Length);
        var within = false;
        foreach (var c in html)
        {
            within = c == '<' || within && c != '>';
            if (!within && c != '>')
            {
                plain.Append(c);
            }
        }

        return plain.ToString();
    }

    /// <summary>The text of blocks, a line each; images say what stands for them where it is a sentence.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="enough">Blocks behind so many characters are left out.</param>
    public static string Of(IEnumerable<Block> blocks, int enough = int.MaxValue)
    {
        var lines = new List<string>(blocks.TryGetNonEnumeratedCount(out var count) ? count : 0);
        var length = 0;
        foreach (var block in blocks)
        {
            if (length >= enough)
            {
                break;
            }

            var line = block.Kind == BlockKind.Code ? block.Text.Trim() : block.Plain;
            if (line.Length > 0)
            {
                lines.Add(line);
                length += line.Length + 1;
            }

            foreach (ref readonly var span in block.Spans.AsSpan())
            {
                if (span.Style.HasFlag(SpanStyle.Image) && Line(span.Text) is var said && said.Contains(' '))
                {
                    lines.Add(said);
                    length += said.Length + 1;
                }
            }
        }

        return lines is [var only] ? only : string.Join('\n', lines);
    }

    // Soft hyphen, zero-width space, non-joiner, word joiner, byte order mark, direction marks; the joiner of emoji stays.
    private static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u200C' or '\u2060' or '\uFEFF' or '\u200E' or '\u200F' || char.IsControl(c);
}
