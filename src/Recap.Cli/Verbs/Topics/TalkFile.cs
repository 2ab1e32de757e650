namespace Recap.Cli.Verbs.Topics;

/// <summary>A talk to score.</summary>
/// <param name="Id">What its answer is told apart by.</param>
/// <param name="Title">Title; may be empty.</param>
/// <param name="Text">Text; may be empty.</param>
internal sealed record TalkText(string Id, string Title, string Text);

/// <summary>Reads files of talks: tab-separated, a header row that names at least the columns <c>id</c>, <c>title</c> and <c>text</c>.</summary>
internal static class TalkFile
{
    /// <summary>The talks, in the order of the file.</summary>
    /// <exception cref="CommandException">The file is missing or faulty; the message names the line.</exception>
    public static IReadOnlyList<TalkText> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new CommandException($"There is no file '{path}'.");
        }

        var lines = File.ReadAllLines(path);
        var header = lines is [var first, ..] ? first.Split('\t') : [];
        var (id, title, text) = (Array.IndexOf(header, "id"), Array.IndexOf(header, "title"), Array.IndexOf(header, "text"));
        if (id < 0 || title < 0 || text < 0)
        {
            throw new CommandException($"{path}:1: the first row must name the columns id, title and text, parted by tabs.");
        }

        return [.. lines.Select((line, i) => (line, number: i + 1)).Skip(1).Where(row => row.line.Trim().Length > 0).Select(Parse)];

        TalkText Parse((string Line, int Number) row)
        {
            var cells = row.Line.Split('\t');
            return cells.Length == header.Length
                ? new TalkText(cells[id], cells[title], cells[text])
                : throw new CommandException($"{path}:{row.Number}: the row has {cells.Length} columns, the header {header.Length}.");
        }
    }
}
