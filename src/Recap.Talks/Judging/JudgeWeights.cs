using System.Collections.Frozen;
using System.Globalization;

namespace Recap.Talks.Judging;

/// <summary>
/// What each trait weighs: coefficients of a logistic regression, so that their sum is the log of the odds that a passage is a talk.
/// Learned from <c>data/judging/passages.tsv</c>; how, and how well, stands in the README of this project.
/// </summary>
internal static class JudgeWeights
{
    /// <summary>Code of what every passage starts from.</summary>
    public const string Prior = "prior";

    private static readonly FrozenDictionary<string, double> Weights = Read();

    /// <summary>What one of a trait adds; 0 for traits that nothing was learned of.</summary>
    public static double Of(string code) => Weights.GetValueOrDefault(code);

    private static FrozenDictionary<string, double> Read()
    {
        using var stream = typeof(JudgeWeights).Assembly.GetManifestResourceStream("Recap.Talks.Judging.judge-weights.tsv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))
            .ToFrozenDictionary(row => row[0], row => double.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }
}
