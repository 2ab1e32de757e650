namespace Recap.Engine.Analysis;

/// <summary>Reads the tab-separated tables of <c>data/analysis</c> that are built into this assembly.</summary>
internal static class EmbeddedTable
{
    /// <summary>The rows below the header, split into columns. Lines that begin with <c># </c> are remarks.</summary>
    public static List<string[]> Rows(string name)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream($"analysis/{name}")
            ?? throw new InvalidOperationException($"The table '{name}' is not built into this assembly.");
        using var reader = new StreamReader(stream);
        var rows = new List<string[]>();
        var header = true;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal))
            {
                continue;
            }

            if (!header)
            {
                rows.Add(line.Split('\t'));
            }

            header = false;
        }

        return rows;
    }
}
