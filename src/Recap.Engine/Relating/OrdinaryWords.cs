using System.Collections.Frozen;
using Recap.Engine.Analysis;

namespace Recap.Engine.Relating;

/// <summary>Words that any recap says whatever its talk is about ("montrer", "intéressant", "speaker"): they relate no two talks. See <c>data/relevance/README.md</c>.</summary>
internal static class OrdinaryWords
{
    private static readonly FrozenSet<string> Stems = Read();

    /// <summary>Whether a stem is that of an ordinary word.</summary>
    public static bool HasStem(string stem) => Stems.Contains(stem);

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(OrdinaryWords).Assembly.GetManifestResourceStream("relevance/ordinary-words.txt")
            ?? throw new InvalidOperationException("The list of ordinary words is not built into this assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#'))
            .SelectMany(line => TextAnalysis.Words(line))
            .Select(word => Stemming.Stems(word.Text)[0])
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
