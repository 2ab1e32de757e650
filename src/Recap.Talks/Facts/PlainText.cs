using System.Net;
using System.Text;
using Recap.Talks.Posts;

namespace Recap.Talks.Facts;

/// <summary>Turns what stands in a post into the plain text that is indexed and shown.</summary>
internal static class PlainText
{
    /// <summary>One line: blanks of every kind single, invisible characters gone, entities resolved.</summary>
    public static string Line(string text)
    {
        text = text.Contains('&') ? WebUtility.HtmlDecode(text) : text;
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (plain.Length > 0 && plain[^1] != ' ')
                {
                    plain.Append(' ');
                }
            }
            else if (!IsInvisible(c))
            {
                plain.Append(c);
            }
        }

        return plain.ToString().TrimEnd();
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
        foreach (var block in blocks)
        {
            Append(text, block.Kind == BlockKind.Code ? block.Text.Trim() : Line(block.Text));
            foreach (var said in block.ImageTexts.Select(Line).Where(said => said.Contains(' ')))
            {
                Append(text, said);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string line)
    {
        if (line.Length > 0)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(line);
        }
    }

    // Soft hyphen, zero-width space, non-joiner, word joiner, byte order mark, direction marks; the joiner of emoji stays.
    private static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u200C' or '\u2060' or '\uFEFF' or '\u200E' or '\u200F' || char.IsControl(c);
}
