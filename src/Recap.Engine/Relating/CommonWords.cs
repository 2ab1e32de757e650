using System.Collections.Frozen;
using System.Globalization;

namespace Recap.Engine.Relating;

/// <summary>
/// How common words are in recaps at large, so that a site of twenty talks does not take every word it has twice for a telling
/// one. Counted over the labelled examples of the topics; see <c>data/relevance/README.md</c>.
/// </summary>
public static class CommonWords
{
    /// <summary>Words of fewer texts are not in the table: they are rare enough.</summary>
    public const int LeastTexts = 4;

    private static readonly FrozenDictionary<string, double> Shares = ReadTable();

    /// <summary>Share 0..1 of recaps that use a stem; 0 for a stem that is rare.</summary>
    public static double ShareOf(string stem) => Shares.GetValueOrDefault(stem);

    /// <summary>Counts the table anew: in how many of the texts each stem comes, most common first, in parts of a thousand.</summary>
    /// <param name="texts">Texts of recaps, each with its title.</param>
    public static IEnumerable<(string Stem, double PerThousand)> Count(IReadOnlyCollection<string> texts) =>
        texts.SelectMany(text => TraitWords.StemsOf(text).Distinct(StringComparer.Ordinal))
            .GroupBy(stem => stem, StringComparer.Ordinal)
            .Select(stem => (stem.Key, Count: stem.Count()))
            .Where(stem => stem.Count >= LeastTexts)
            .OrderByDescending(stem => stem.Count)
            .ThenBy(stem => stem.Key, StringComparer.Ordinal)
            .Select(stem => (stem.Key, Math.Round(1000.0 * stem.Count / texts.Count, 1)));

    private static FrozenDictionary<string, double> ReadTable()
    {
        using var stream = typeof(CommonWords).Assembly.GetManifestResourceStream("relevance/common-words.tsv")
            ?? throw new InvalidOperationException("The table of common words is not built into this assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split('\t'))
            .ToFrozenDictionary(cells => cells[0], cells => double.Parse(cells[1], CultureInfo.InvariantCulture) / 1000, StringComparer.Ordinal);
    }
}
