using System.Collections.Immutable;

namespace Recap.Topics.Data;

/// <summary>A row of a tab-separated file.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Cells">The trimmed cells, as many as there are columns; those of a column that the file does without are empty.</param>
internal sealed record TsvRow(string File, int Line, ImmutableArray<string> Cells)
{
    /// <summary>Ids of a cell that has them parted by commas, each once, unknown ones reported.</summary>
    public ImmutableArray<string> Topics(int cell, Taxonomy taxonomy, Faults faults)
    {
        var ids = Cells[cell].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToImmutableArray();
        foreach (var id in ids.Where(id => taxonomy.PositionOf(id) < 0))
        {
            faults.Add(File, Line, Codes.UnknownTopic, $"There is no topic \"{id}\" in topics.json.");
        }

        return ids.RemoveAll(id => taxonomy.PositionOf(id) < 0);
    }
}

internal static class TsvRows
{
    /// <summary>The rows of a file whose first line names its columns; other lines and rows are reported.</summary>
    /// <param name="file">The file.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="optional">How many of the last columns the file may do without.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static IEnumerable<TsvRow> Of(TextFile file, ImmutableArray<string> columns, int optional, Faults faults)
    {
        if (file.Text.Length == 0)
        {
            yield break;
        }

        var lines = file.Text.Split('\n');
        var header = CellsOf(lines[0]);
        if (header.Length < columns.Length - optional || !header.SequenceEqual(columns.Take(header.Length)))
        {
            faults.Add(file.Name, 1, Codes.WrongColumns, $"The first line must name the columns: {string.Join(", ", columns[..^optional])}{string.Concat(columns[^optional..].Select(column => $" and, if you like, {column}"))}, parted by tabs.");
            yield break;
        }

        for (var number = 2; number <= lines.Length; number++)
        {
            var cells = CellsOf(lines[number - 1]);
            if (cells.Length == header.Length)
            {
                yield return new TsvRow(file.Name, number, [.. cells, .. Enumerable.Repeat("", columns.Length - cells.Length)]);
            }
            else if (!string.IsNullOrWhiteSpace(lines[number - 1]))
            {
                faults.Add(file.Name, number, Codes.WrongColumns, $"The line has {cells.Length} columns where {header.Length} are asked for: {string.Join(", ", header)}.");
            }
        }
    }

    private static ImmutableArray<string> CellsOf(string line) => [.. line.Split('\t', StringSplitOptions.TrimEntries)];
}
