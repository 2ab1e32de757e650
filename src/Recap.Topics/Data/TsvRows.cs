using System.Collections.Immutable;

namespace Recap.Topics.Data;

/// <summary>A row of a tab-separated file.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Cells">The trimmed cells, as many as the header has.</param>
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
    public static IEnumerable<TsvRow> Of(TextFile file, ImmutableArray<string> header, Faults faults)
    {
        if (file.Text.Length == 0)
        {
            yield break;
        }

        var number = 0;
        foreach (var line in file.Text.Split('\n'))
        {
            number++;
            var cells = line.Split('\t', StringSplitOptions.TrimEntries).ToImmutableArray();
            if (number == 1 && !cells.SequenceEqual(header))
            {
                faults.Add(file.Name, 1, Codes.WrongColumns, $"The first line must name the columns: {string.Join(", ", header)}, parted by tabs.");
                yield break;
            }

            if (number == 1 || string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (cells.Length != header.Length)
            {
                faults.Add(file.Name, number, Codes.WrongColumns, $"The line has {cells.Length} columns where {header.Length} are asked for: {string.Join(", ", header)}.");
                continue;
            }

            yield return new TsvRow(file.Name, number, cells);
        }
    }
}
