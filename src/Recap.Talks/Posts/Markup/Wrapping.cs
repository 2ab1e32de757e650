using System.Collections;

namespace Recap.Talks.Posts.Markup;

/// <summary>
/// Tells the ends of lines at which an editor broke a paragraph that grew too long from those that its writer meant: "**Title**"
/// above "A" is two lines, a name that is cut in two is none.
/// </summary>
internal sealed class Wrapping
{
    // Editors break lines here, or are told to break them nowhere.
    private const int Narrowest = 64;
    private const int Widest = 132;

    // So few ends of lines tell it where all fit one width; of many, those of titles and people above the prose do not.
    private const int Fewest = 3;
    private const int Many = 8;
    private const double Share = .55;

    private static readonly Wrapping None = new(new BitArray(0));

    private readonly BitArray _joined;

    private Wrapping(BitArray joined) => _joined = joined;

    /// <summary>Whether the end of a line means nothing.</summary>
    /// <param name="line">The line of the text, from 0.</param>
    public bool Joins(int line) => line >= 0 && line < _joined.Length && _joined[line];

    /// <param name="markdown">The body of a post.</param>
    public static Wrapping Of(string markdown)
    {
        if (!MayWrap(markdown))
        {
            return None;
        }

        var lines = Measured(markdown);
        var width = Width(lines);
        if (width == 0)
        {
            return None;
        }

        var joined = new BitArray(lines.Count);
        for (var at = 0; at < lines.Count; at++)
        {
            joined[at] = lines[at].Fits(width);
        }

        return new Wrapping(joined);
    }

    // Most writers leave a blank line between paragraphs, and break none of them: no line has prose right below it.
    private static bool MayWrap(ReadOnlySpan<char> text)
    {
        var pairs = 0;
        for (var end = text.IndexOf('\n'); end >= 0 && pairs < Fewest; end = text.IndexOf('\n'))
        {
            var above = text[..end];
            text = text[(end + 1)..];
            pairs += !above.IsEmpty && text is not ([] or ['\n' or '#' or '|' or '<' or '{' or '=' or '!', ..] or ['-' or '*' or '+', ' ', ..]) ? 1 : 0;
        }

        return pairs >= Fewest;
    }

    // The width that most ends of lines fit: no line is longer, and none has room for the word behind it.
    private static int Width(List<Line> lines)
    {
        Span<int> fitting = stackalloc int[Widest + 1];
        fitting.Clear();
        var count = 0;
        for (var at = 0; at < lines.Count; at++)
        {
            if (IsProse(lines, at))
            {
                count++;
                for (var width = Math.Max(Narrowest, lines[at].IsOneWord ? 0 : lines[at].Length); width <= Math.Min(Widest, lines[at].Length + lines[at].Next); width++)
                {
                    fitting[width]++;
                }
            }
        }

        var fit = 0;
        foreach (var ends in fitting)
        {
            fit = Math.Max(fit, ends);
        }

        return fit >= Fewest && (fit == count || fit >= Many && fit >= Share * count) ? fitting.IndexOf(fit) : 0;
    }

    private static bool IsProse(List<Line> lines, int at) =>
        at + 1 < lines.Count && lines[at] is { IsProse: true, IsMeant: false } && lines[at + 1] is { IsProse: true, IsItem: false };

    private static List<Line> Measured(string markdown)
    {
        var lines = new List<Line>(markdown.AsSpan().Count('\n') + 1);
        var isCode = false;
        foreach (var range in markdown.AsSpan().Split('\n'))
        {
            var line = markdown.AsSpan()[range].TrimEnd();
            var text = line.TrimStart(" \t>");
            var isFence = text.StartsWith("```") || text.StartsWith("~~~");
            isCode ^= isFence;
            var word = text.IndexOf(' ') is var end and >= 0 ? end : text.Length;
            if (lines.Count > 0)
            {
                lines[^1] = lines[^1] with { Next = word };
            }

            var isItem = text is ['-' or '*' or '+', ' ', ..] or [>= '0' and <= '9', '.' or ')', ..] or [>= '0' and <= '9', >= '0' and <= '9', '.' or ')', ..];
            lines.Add(new Line(line.Length, 0, word == text.Length, !isCode && !isFence && text is not ([] or ['#' or '|' or '<' or '{' or '=' or '!', ..]), isItem, IsMeant(markdown.AsSpan()[range])));
        }

        return lines;
    }

    private static bool IsMeant(ReadOnlySpan<char> line) => line.EndsWith("  ") || line.EndsWith("\\");

    /// <param name="Length">Characters, but blanks at its end.</param>
    /// <param name="Next">Characters of the first word of the line below.</param>
    /// <param name="IsOneWord">Whether it is one word, which no editor breaks.</param>
    /// <param name="IsProse">Whether it is neither blank nor code nor markup of a line's own.</param>
    /// <param name="IsItem">Whether an item of a list begins on it.</param>
    /// <param name="IsMeant">Whether its end is marked as one that its writer meant.</param>
    private readonly record struct Line(int Length, int Next, bool IsOneWord, bool IsProse, bool IsItem, bool IsMeant)
    {
        /// <summary>Whether it is as long as a width allows.</summary>
        public bool Fits(int width) => (Length <= width || IsOneWord) && Length + Next >= width;
    }
}
