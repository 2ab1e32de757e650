namespace Recap.Cli.Verbs;

/// <summary>A query of a batch.</summary>
/// <param name="Id">What its answers are told apart by.</param>
/// <param name="Text">The query.</param>
internal sealed record BatchQuery(string Id, string Text);

/// <summary>Reads files of queries: tab-separated, a header row that names at least the columns <c>qid</c> and <c>query</c>.</summary>
internal static class QueryFile
{
    /// <summary>The queries, in the order of the file.</summary>
    /// <exception cref="CommandException">The file is missing or faulty; the message names the line.</exception>
    public static IReadOnlyList<BatchQuery> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new CommandException($"There is no file '{path}'.");
        }

        var lines = File.ReadAllLines(path);
        var header = lines is [var first, ..] ? first.Split('\t') : [];
        var (id, text) = (Array.IndexOf(header, "qid"), Array.IndexOf(header, "query"));
        if (id < 0 || text < 0)
        {
            throw new CommandException($"{path}:1: the first row must name the columns qid and query, parted by tabs.");
        }

        return [.. lines.Select((line, i) => (line, number: i + 1)).Skip(1).Where(row => row.line.Trim().Length > 0).Select(Parse)];

        BatchQuery Parse((string Line, int Number) row)
        {
            var cells = row.Line.Split('\t');
            return cells.Length > Math.Max(id, text)
                ? new BatchQuery(cells[id], cells[text])
                : throw new CommandException($"{path}:{row.Number}: the row has {cells.Length} columns, the header {header.Length}.");
        }
    }
}
