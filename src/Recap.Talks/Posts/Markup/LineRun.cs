namespace Recap.Talks.Posts.Markup;

/// <summary>Lines that are rewritten together, since a link or a stressed word may begin on one and end on the next.</summary>
internal static class LineRun
{
    /// <summary>Rewrites the lines as one text and parts it again, so that each keeps its number.</summary>
    /// <param name="lines">One line or more.</param>
    /// <param name="rewrite">Gives a text with as many line ends as it got.</param>
    public static string[] Rewrite(IReadOnlyCollection<string> lines, Func<string, string> rewrite)
    {
        var rewritten = rewrite(string.Join('\n', lines)).Split('\n', lines.Count);
        Array.Resize(ref rewritten, lines.Count);
        for (var i = 0; i < rewritten.Length; i++)
        {
            rewritten[i] = Plain(rewritten[i]?.Replace('\n', ' ').Trim() ?? "", i > 0);
        }

        return rewritten;
    }

    /// <summary>How many blanks a line begins with.</summary>
    public static int IndentOf(string line) => line.Length - line.AsSpan().TrimStart(' ').Length;

    /// <summary>What Markdown takes for an address as it stands in one.</summary>
    public static string Address(string url) => url.Replace("\n", "", StringComparison.Ordinal).Trim().Replace(" ", "%20", StringComparison.Ordinal)
        .Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);

    // What only Markdown takes for a heading, a quotation, an item or a line below a heading.
    private static string Plain(string line, bool isInside) => line switch
    {
        ['#' or '>', ..] or ['-' or '+', ' ', ..] or ['*', ' ', ..] => "\\" + line,
        [var mark and ('-' or '='), ..] when isInside && !line.AsSpan().ContainsAnyExcept(mark) => "\\" + line,
        [>= '0' and <= '9', '.' or ')', ' ', ..] when isInside => $"{line[0]}\\{line[1..]}",
        _ => line,
    };
}
