namespace Recap.Talks.Posts.Markup.Rst;

/// <summary>Rewrites tables: with a head as tables, without one as the lines that their cells are.</summary>
internal static class RstTable
{
    /// <returns>The line behind the table.</returns>
    public static int Write(RstBlocks blocks, int line, RstPlace place)
    {
        var end = line;
        while (end < place.To && blocks.TextOf(end).Length > 0)
        {
            end++;
        }

        var isGrid = RstLines.IsGridBorder(blocks.TextOf(line));
        var columns = isGrid ? 0 : blocks.TextOf(line).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var head = isGrid ? Find(i => blocks.TextOf(i).StartsWith("+=", StringComparison.Ordinal)) : Find(i => RstLines.IsTableBorder(blocks.TextOf(i)));
        var hasHead = head > line && (isGrid || head < end - 1);
        for (var i = line + 1; i < end; i++)
        {
            var text = blocks.TextOf(i);
            var isBorder = RstLines.IsGridBorder(text) || RstLines.IsTableBorder(text);
            string[] cells = isBorder ? [] : isGrid ? text.Trim('|').Split('|', StringSplitOptions.TrimEntries) : Cells(blocks.TextOf(line), text);
            columns = Math.Max(columns, cells.Length);
            if (!isBorder)
            {
                blocks.PutWords(i, place, hasHead ? $"| {string.Join(" | ", cells)} |" : string.Join(" \\| ", cells.Where(cell => cell.Length > 0)));
            }
            else if (hasHead && i < end - 1)
            {
                blocks.Put(i, place.Prefix + (i == head ? "|" + string.Concat(Enumerable.Repeat("---|", columns)) : "| |"));
            }
        }

        return end;

        int Find(Predicate<int> isHead)
        {
            var found = line + 1;
            while (found < end && !isHead(found))
            {
                found++;
            }

            return found < end ? found : -1;
        }
    }

    // Cells stand below the parts of the border.
    private static string[] Cells(string border, string text)
    {
        var cells = new List<string>();
        for (var at = 0; at < border.Length;)
        {
            var length = border.AsSpan(at).IndexOf(' ') is var gap and >= 0 ? gap : Math.Max(text.Length, border.Length) - at;
            cells.Add(at < text.Length ? text.Substring(at, Math.Min(length, text.Length - at)).Trim() : "");
            at += length;
            at += at < border.Length ? border.Length - at - border.AsSpan(at).TrimStart(' ').Length : 0;
        }

        return [.. cells];
    }
}
