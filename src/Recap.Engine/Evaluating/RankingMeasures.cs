using System.Runtime.InteropServices;

namespace Recap.Engine.Evaluating;

/// <summary>How good one ranked list is.</summary>
/// <param name="Ndcg">Normalised discounted cumulative gain at the depth asked for, 0..1; gain is 2^grade − 1.</param>
/// <param name="ReciprocalRank">1 over the rank of the first of the best ten that is graded 2 or 3; 0 where there is none.</param>
/// <param name="Recall">Share of what is graded 1 to 3 that is among the first 50.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RankingMeasures(double Ndcg, double ReciprocalRank, double Recall)
{
    private const int RankDepth = 10;
    private const int RecallDepth = 50;
    private const int GoodGrade = 2;

    /// <summary>Measures a list of talk names against grades 0..3; what is not graded counts 0.</summary>
    /// <param name="ranked">Names of talks, best first; of a name that comes twice the first counts.</param>
    /// <param name="grades">Grade by name.</param>
    /// <param name="depth">Depth of nDCG, 1 or more.</param>
    public static RankingMeasures Of(IEnumerable<string> ranked, IReadOnlyDictionary<string, int> grades, int depth)
    {
        var given = ranked.Distinct(StringComparer.Ordinal).Select(name => grades.GetValueOrDefault(name)).ToList();
        var ideal = Gain(grades.Values.OrderDescending().Take(depth));
        var first = given.Take(RankDepth).ToList().FindIndex(grade => grade >= GoodGrade);
        var relevant = grades.Values.Count(grade => grade > 0);
        return new RankingMeasures(
            ideal > 0 ? Gain(given.Take(depth)) / ideal : 0,
            first < 0 ? 0 : 1.0 / (first + 1),
            relevant > 0 ? (double)given.Take(RecallDepth).Count(grade => grade > 0) / relevant : 0);
    }

    /// <summary>The mean of several; all 0 where there are none.</summary>
    public static RankingMeasures Mean(IReadOnlyCollection<RankingMeasures> several) => several.Count == 0
        ? default
        : new RankingMeasures(several.Average(one => one.Ndcg), several.Average(one => one.ReciprocalRank), several.Average(one => one.Recall));

    private static double Gain(IEnumerable<int> grades) => grades.Select((grade, i) => (Math.Pow(2, grade) - 1) / Math.Log2(i + 2)).Sum();
}
