using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using Recap.Talks.Judging;

namespace Recap.Benchmarks.Judging;

/// <summary>Learns the weights of the judge, and says what they are worth on blogs that were held back.</summary>
internal static class JudgeTraining
{
    private const int Parts = 10;

    /// <summary>On blogs held back all of these do alike: picked among them so that the specifications, which are learned from too, keep their talks.</summary>
    private const float Regularization = 3;

    /// <summary>Added to the odds, so that a passage is taken from 38 in 100 on: without it specifications lose talks by a hair.</summary>
    private const float Leaning = 0.5f;

    /// <summary>How much a passage of our own posts counts: they are few beside what was annotated, and show what nobody's blog may have.</summary>
    private const float WeightOfOurs = 3.5f;

    /// <summary>Of what is hardly ever seen little can be learned: a smaller deviation would let it weigh without being penalized.</summary>
    private const float LeastDeviation = 0.2f;

    private static readonly float[] Regularizations = [1, 3, 5, 10, 20];

    /// <param name="passages">What to learn from.</param>
    /// <param name="report">Where the figures go.</param>
    /// <returns>Weight by sort and trait; the priors among them.</returns>
    public static IReadOnlyDictionary<(Judged Sort, string Code), double> Run(IReadOnlyList<JudgedPassage> passages, TextWriter report)
    {
        var folds = Folds(passages);
        foreach (var sort in passages.GroupBy(passage => passage.Sort))
        {
            report.WriteLine($"{sort.Key}: {sort.Count()} of {sort.Select(passage => passage.Blog).Distinct().Count()} blogs, {sort.Count(passage => passage.IsTalk)} talks; on blogs of others held back, {Parts} parts");
            foreach (var regularization in Regularizations)
            {
                report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  L2 {regularization}: {HeldBack([.. sort], folds, regularization)}"));
            }
        }

        return Train(passages);
    }

    /// <summary>Learns the weights of every sort.</summary>
    public static Dictionary<(Judged Sort, string Code), double> Train(IReadOnlyList<JudgedPassage> passages) => passages.GroupBy(passage => passage.Sort)
        .SelectMany(sort => Train([.. sort], Regularization).Select(weight => (Code: (sort.Key, weight.Key), weight.Value)))
        .ToDictionary(weight => weight.Code, weight => weight.Value);

    /// <summary>Weights as lines of <c>judge-weights.tsv</c>.</summary>
    public static IEnumerable<string> Rows(IReadOnlyDictionary<(Judged Sort, string Code), double> weights) => weights
        .OrderBy(weight => weight.Key.Sort).ThenBy(weight => weight.Key.Code, StringComparer.Ordinal)
        .Select(weight => string.Create(CultureInfo.InvariantCulture, $"{weight.Key.Sort.ToString().ToLowerInvariant()}\t{weight.Key.Code}\t{weight.Value:F3}"));

    /// <summary>Which part each blog is held back with.</summary>
    public static Dictionary<string, int> Folds(IReadOnlyList<JudgedPassage> passages) => passages.Select(passage => passage.Blog)
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select((blog, i) => (blog, i)).ToDictionary(pair => pair.blog, pair => pair.i % Parts, StringComparer.Ordinal);

    private static Figures HeldBack(IReadOnlyList<JudgedPassage> passages, Dictionary<string, int> folds, float regularization) => Figures.Of(Enumerable.Range(0, Parts).SelectMany(part =>
    {
        var weights = Train([.. passages.Where(passage => folds[passage.Blog] != part)], regularization);
        return passages.Where(passage => !passage.IsOurs && folds[passage.Blog] == part).Select(passage => (passage.IsTalk, Score(weights, passage) >= 0));
    }));

    private static double Score(Dictionary<string, double> weights, JudgedPassage passage) =>
        weights[JudgeWeights.Prior] + passage.Traits.Sum(trait => weights.GetValueOrDefault(trait.Key) * trait.Value);

    // Traits are brought to one scale first, so that the penalty falls on all alike, and the weights brought back.
    private static Dictionary<string, double> Train(IReadOnlyList<JudgedPassage> passages, float regularization)
    {
        var codes = passages.SelectMany(passage => passage.Traits.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var values = passages.Select(passage => codes.Select(code => passage.Traits.GetValueOrDefault(code)).ToArray()).ToArray();
        var means = codes.Select((_, i) => values.Average(row => row[i])).ToArray();
        var deviations = codes.Select((_, i) => MathF.Max(LeastDeviation, MathF.Sqrt(values.Average(row => (row[i] - means[i]) * (row[i] - means[i]))))).ToArray();
        var ml = new MLContext(seed: 1);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, codes.Length);
        var rows = ml.Data.LoadFromEnumerable(passages.Select((passage, n) => new Row { Weight = passage.IsOurs ? WeightOfOurs : 1, Label = passage.IsTalk, Features = [.. values[n].Select((value, i) => (value - means[i]) / deviations[i])] }), schema);
        var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(exampleWeightColumnName: nameof(Row.Weight), l1Regularization: 0, l2Regularization: regularization, optimizationTolerance: 1e-8f).Fit(rows).Model.SubModel;
        var weights = codes.Select((code, i) => (code, Weight: (double)model.Weights[i] / deviations[i])).ToDictionary(pair => pair.code, pair => pair.Weight, StringComparer.Ordinal);
        weights[JudgeWeights.Prior] = Leaning + model.Bias - codes.Select((code, i) => weights[code] * means[i]).Sum();
        return weights;
    }

    private sealed class Row
    {
        public float Weight { get; set; }

        public bool Label { get; set; }

        public float[] Features { get; set; } = [];
    }
}

/// <summary>How well passages are told apart.</summary>
internal sealed record Figures(double Precision, double Recall)
{
    public double F1 => 2 * Precision * Recall / Math.Max(1e-9, Precision + Recall);

    public static Figures Of(IEnumerable<(bool IsTalk, bool Taken)> judged)
    {
        var all = judged.ToList();
        var right = all.Count(one => one.IsTalk && one.Taken);
        return new Figures(right / (double)Math.Max(1, all.Count(one => one.Taken)), right / (double)Math.Max(1, all.Count(one => one.IsTalk)));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"P {Precision:F3} R {Recall:F3} F1 {F1:F3}");
}
