namespace Recap.Engine.Evaluating;

/// <summary>A line of a tab-separated file.</summary>
internal sealed record TableRow(string File, int Line, string[] Cells)
{
    /// <summary>The rows below the header. Empty lines and lines that begin with <c># </c> are passed over.</summary>
    /// <exception cref="FormatException">A row has fewer columns.</exception>
    public static IEnumerable<TableRow> Read(string file, string tsv, int columns)
    {
        var lines = tsv.ReplaceLineEndings("\n").Split('\n');
        var isHeader = true;
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]) || lines[i].StartsWith("# ", StringComparison.Ordinal))
            {
                continue;
            }

            var row = new TableRow(file, i + 1, [.. lines[i].Split('\t').Select(cell => cell.Trim())]);
            if (row.Cells.Length < columns)
            {
                throw row.Fault($"{columns} columns are wanted, parted by tabs; there are {row.Cells.Length}.");
            }

            if (!isHeader)
            {
                yield return row;
            }

            isHeader = false;
        }
    }

    public FormatException Fault(string what) => new($"{File}:{Line}: {what}");
}
