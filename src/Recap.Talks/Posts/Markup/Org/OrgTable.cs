namespace Recap.Talks.Posts.Markup.Org;

/// <summary>Rewrites tables: with a head as tables, without one as the lines that their cells are.</summary>
internal static class OrgTable
{
    /// <returns>The line behind the table.</returns>
    public static int Write(string[] lines, int line, Func<string, string> inlined, Func<int, string, int> put)
    {
        var end = line;
        while (end < lines.Length && lines[end].AsSpan().TrimStart().StartsWith("|"))
        {
            end++;
        }

        var head = IsBorder(lines[line]) ? line + 2 : line + 1;
        var hasHead = head < end && IsBorder(lines[head]);
        for (var i = line; i < end; i++)
        {
            var cells = lines[i].Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries);
            put(i, (IsBorder(lines[i]), hasHead) switch
            {
                (true, true) when i == head => "|" + string.Concat(Enumerable.Repeat("---|", lines[i].Count(c => c is '+') + 1)),
                (true, true) when i > head => "| |",
                (true, _) => "",
                (_, true) => $"| {string.Join(" | ", cells.Select(inlined))} |",
                _ => inlined(string.Join(" ", cells.Where(cell => cell.Length > 0))),
            });
        }

        return end;
    }

    private static bool IsBorder(string line) => line.AsSpan().TrimStart() is ['|', '-', ..];
}
