using System.Collections.Immutable;
using Recap.Engine.Evaluating;

namespace Recap.Engine.Relating.Training;

/// <summary>
/// Learns the weights. Order first: a logistic regression on pairs of talks that were graded differently for the same talk.
/// Then bias and scale, so that the score is the probability of a grade of 1 or more; then the floor. Plain gradient descent
/// over few parameters: the same lessons give the same weights everywhere.
/// </summary>
public static class RelatedTrainer
{
    private const int Steps = 1500;
    private const double Rate = 2;

    /// <summary>Pull of every weight towards <see cref="Prior"/>: some forty judged talks say little against it.</summary>
    private const double Pull = 0.004;
    private const double Prior = 2;

    /// <summary>Share of the good suggestions that the floor may cost.</summary>
    private const double FloorCost = 0.05;

    /// <summary>Talks of other sites share less than those learned from: half the score costs nothing there either.</summary>
    private const double FloorMargin = 0.5;

    /// <summary>Learns from lessons.</summary>
    /// <param name="lessons">At least one with talks of different grades.</param>
    /// <param name="without">Features left out, for measuring what they are worth.</param>
    public static RelatedModel Train(IReadOnlyCollection<RelatedLesson> lessons, params IReadOnlyCollection<string> without)
    {
        var used = RelatedFeatures.Names.Select(name => !without.Contains(name)).ToArray();
        var weights = LearnOrder(lessons, used);
        var (bias, scale) = LearnProbability(lessons, weights);
        var model = new RelatedModel
        {
            Bias = Math.Round(bias, 4),
            Weights = RelatedFeatures.Names
                .Select((name, i) => KeyValuePair.Create(name, Math.Round(scale * weights[i], 4)))
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
            Floor = 0,
        };
        return model with { Floor = LearnFloor(lessons, model) };
    }

    /// <summary>nDCG@5 of a model on lessons, before suggestions are diversified.</summary>
    public static RankingMeasures Measure(RelatedModel model, IEnumerable<RelatedLesson> lessons) => RankingMeasures.Mean(
    [
        .. lessons.Select(lesson => RankingMeasures.Of(
            lesson.Examples.OrderByDescending(example => model.Score(example.Features)).ThenBy(example => example.Id, StringComparer.Ordinal).Select(example => example.Id),
            lesson.Examples.ToDictionary(example => example.Id, example => example.Grade, StringComparer.Ordinal),
            RelatedEvaluation.Depth)),
    ]);

    /// <summary>Measures each blog with weights learned from the others; where there is one blog alone, each talk with those of the others.</summary>
    public static RankingMeasures CrossValidate(IReadOnlyCollection<RelatedLesson> lessons, params IReadOnlyCollection<string> without)
    {
        var several = lessons.Select(lesson => lesson.Blog).Distinct(StringComparer.Ordinal).Count() > 1;
        var measured = lessons.GroupBy(lesson => several ? lesson.Blog : lesson.Id, StringComparer.Ordinal).SelectMany(held =>
        {
            var model = Train([.. lessons.Except(held)], without);
            return held.Select(lesson => Measure(model, [lesson]));
        });
        return RankingMeasures.Mean([.. measured]);
    }

    private static double[] LearnOrder(IReadOnlyCollection<RelatedLesson> lessons, bool[] used)
    {
        var pairs = lessons.SelectMany(PairsOf).ToArray();
        var total = pairs.Sum(pair => pair.Weight);
        var weights = used.Select(use => use ? Prior : 0).ToArray();
        for (var step = 0; step < Steps; step++)
        {
            var gradient = weights.Select((weight, i) => used[i] ? Pull * (weight - Prior) : 0).ToArray();
            foreach (var (difference, weight) in pairs)
            {
                var miss = weight / total / (1 + Math.Exp(Dot(weights, difference)));
                for (var i = 0; i < gradient.Length; i++)
                {
                    gradient[i] -= miss * difference[i];
                }
            }

            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] = used[i] ? Math.Max(0, weights[i] - (Rate * gradient[i])) : 0;
            }
        }

        return weights;
    }

    /// <summary>Pairs of one lesson, better minus worse; a lesson weighs the same however many talks it has.</summary>
    private static IEnumerable<(double[] Difference, double Weight)> PairsOf(RelatedLesson lesson)
    {
        var values = lesson.Examples.Select(example => (Values: example.Features.Values, example.Grade)).ToArray();
        var pairs = values.Where(better => better.Grade > 0)
            .SelectMany(better => values.Where(worse => worse.Grade < better.Grade).Select(worse => (better, worse)))
            .Select(pair => (
                Difference: pair.better.Values.Zip(pair.worse.Values, (b, w) => b - w).ToArray(),
                Weight: Math.Pow(2, pair.better.Grade) - Math.Pow(2, pair.worse.Grade)))
            .ToArray();
        var total = pairs.Sum(pair => pair.Weight);
        return pairs.Select(pair => (pair.Difference, pair.Weight / total));
    }

    private static (double Bias, double Scale) LearnProbability(IReadOnlyCollection<RelatedLesson> lessons, double[] weights)
    {
        var sums = lessons.SelectMany(lesson => lesson.Examples).Select(example => (Sum: Dot(weights, example.Features.Values), Good: example.Grade > 0)).ToArray();
        var (bias, scale) = (-3.0, 1.0);
        for (var step = 0; step < Steps; step++)
        {
            double byBias = 0, byScale = 0;
            foreach (var (sum, good) in sums)
            {
                var miss = (1 / (1 + Math.Exp(-bias - (scale * sum)))) - (good ? 1 : 0);
                byBias += miss;
                byScale += miss * sum;
            }

            (bias, scale) = (bias - (Rate * byBias / sums.Length), Math.Max(0.1, scale - (Rate * byScale / sums.Length)));
        }

        return (bias, scale);
    }

    /// <summary>Half the score that all but a few of the good suggestions reach.</summary>
    private static double LearnFloor(IReadOnlyCollection<RelatedLesson> lessons, RelatedModel model)
    {
        var good = lessons.SelectMany(lesson => lesson.Examples).Where(example => example.Grade > 1).Select(example => model.Score(example.Features)).Order().ToArray();
        return good.Length == 0 ? 0 : Math.Round(FloorMargin * good[(int)(good.Length * FloorCost)], 3);
    }

    private static double Dot(double[] weights, IReadOnlyList<double> values)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * values[i];
        }

        return sum;
    }
}
