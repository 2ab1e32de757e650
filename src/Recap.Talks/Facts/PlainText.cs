using System.Net;
using System.Text;
using Recap.Talks.Posts;

namespace Recap.Talks.Facts;

/// <summary>Turns what stands in a post into the plain text that is indexed and shown.</summary>
internal static class PlainText
{
    // Most lines fit; longer ones are rare enough for the heap.
    private const int Usual = 1_024;

    /// <summary>One line: blanks of every kind single, invisible characters gone, entities resolved.</summary>
    public static string Line(string text)
    {
        Span<char> room = stackalloc char[Usual];
        var line = Line(text, room);
        return line.SequenceEqual(text) ? text : line.ToString();
    }

    private static ReadOnlySpan<char> Line(string text, Span<char> room)
    {
        text = text.Contains('&') ? WebUtility.HtmlDecode(text) : text;
        var line = text.Length <= room.Length ? room : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (length > 0 && line[length - 1] != ' ')
                {
                    line[length++] = ' ';
                }
            }
            else if (!IsInvisible(c))
            {
                line[length++] = c;
            }
        }

        return line[..length].TrimEnd(' ');
    }

    public static string WithoutTags(string html)
    {
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
    public static string Of(IEnumerable<Block> blocks)
    {
        var text = new StringBuilder();
        Span<char> room = stackalloc char[Usual];
        foreach (var block in blocks)
        {
            Append(text, block.Kind == BlockKind.Code ? block.Text.AsSpan().Trim() : Line(block.Text, room));
            foreach (var said in block.ImageTexts)
            {
                var line = Line(said, room);
                Append(text, line.Contains(' ') ? line : []);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ReadOnlySpan<char> line)
    {
        if (line.Length > 0)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(line);
        }
    }

    // Soft hyphen, zero-width space, non-joiner, word joiner, byte order mark, direction marks; the joiner of emoji stays.
    private static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u200C' or '\u2060' or '\uFEFF' or '\u200E' or '\u200F' || char.IsControl(c);
}
