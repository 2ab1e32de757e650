using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Recap.Talks.Judging;

/// <summary>
/// What each trait weighs: coefficients of logistic regressions, one for each sort of thing that is judged, so that their sum is the log of the odds
/// that it is a talk. Learned from <c>data/judging/passages.tsv</c>; how, and how well, stands in the README of this project.
/// </summary>
internal sealed class JudgeWeights
{
    /// <summary>Code of what everything judged starts from.</summary>
    public const string Prior = "prior";

    private readonly ImmutableArray<FrozenDictionary<string, double>> _bySort;

    private JudgeWeights(IEnumerable<string> rows)
    {
        var bySort = rows.Select(row => row.Split('\t')).ToLookup(row => Enum.Parse<Judged>(row[0], ignoreCase: true));
        _bySort = [.. Enum.GetValues<Judged>().Select(sort =>
            bySort[sort].ToFrozenDictionary(row => row[1], row => double.Parse(row[2], CultureInfo.InvariantCulture), StringComparer.Ordinal))];
    }

    /// <summary>The weights that the product judges by.</summary>
    public static JudgeWeights Shipped { get; } = ReadShipped();

    /// <summary>Reads rows of sort, trait and weight, parted by tabs.</summary>
    public static JudgeWeights Of(IEnumerable<string> rows) => new(rows);

    /// <summary>What one of a trait adds; 0 for traits that nothing was learned of.</summary>
    public double WeightOf(Judged sort, string code) => _bySort[(int)sort].GetValueOrDefault(code);

    /// <summary>What a trait says for or against something.</summary>
    public Evidence Weigh(Judged sort, Trait trait) => new(trait.Code, trait.Value, Math.Round(trait.Value * WeightOf(sort, trait.Code), 3), trait.Detail);

    private static JudgeWeights ReadShipped()
    {
        using var stream = typeof(JudgeWeights).Assembly.GetManifestResourceStream("Recap.Talks.Judging.judge-weights.tsv")!;
        using var reader = new StreamReader(stream);
        return new JudgeWeights(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1));
    }
}
