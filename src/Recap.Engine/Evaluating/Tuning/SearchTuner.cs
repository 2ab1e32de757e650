using System.Collections.Immutable;
using Recap.Engine.Querying;

namespace Recap.Engine.Evaluating.Tuning;

/// <summary>
/// Tunes the weights of search by judged queries: one weight after the other, a step up or down, kept where the mean nDCG
/// gains. What the weights are worth elsewhere is measured on queries held back. The same queries give the same weights.
/// </summary>
/// <param name="searcherWith">Answers by other weights.</param>
/// <param name="queries">The queries.</param>
/// <param name="judgments">What answers them.</param>
public sealed class SearchTuner(Func<RankingOptions, ITalkSearcher> searcherWith, ImmutableArray<JudgedQuery> queries, Judgments judgments)
{
    /// <summary>Parts that the queries are cut into; each is held back once.</summary>
    public const int Folds = 4;

    /// <summary>Gain of mean nDCG below which a weight stays as it is: less is chance.</summary>
    private const double LeastGain = 0.001;
    private const int MostRounds = 3;

    private readonly ImmutableArray<(JudgedQuery Query, IReadOnlyDictionary<string, int> Grades)> _judged =
    [
        .. queries.Join(judgments.Questions, query => query.Id, question => question.Id, (query, question) => (query, (IReadOnlyDictionary<string, int>)question.Grades)),
    ];

    private readonly Dictionary<RankingOptions, double[]> _measured = [];

    /// <summary>Tunes on all queries, and on all but each part for the cross-validation.</summary>
    /// <param name="start">The weights to begin with.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<TuningReport> TuneAsync(RankingOptions start, CancellationToken cancellationToken)
    {
        var all = Enumerable.Range(0, _judged.Length).ToArray();
        var folds = FoldOfEach();
        var heldBack = new double[_judged.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            var tuned = await TuneAsync(start, [.. all.Where(query => folds[query] != fold)], cancellationToken);
            var measured = await MeasureAsync(tuned, cancellationToken);
            foreach (var query in all.Where(query => folds[query] == fold))
            {
                heldBack[query] = measured[query];
            }
        }

        var best = await TuneAsync(start, all, cancellationToken);
        return new TuningReport
        {
            Weights = best,
            Before = Mean(await MeasureAsync(start, cancellationToken), all),
            Fitted = Mean(await MeasureAsync(best, cancellationToken), all),
            HeldBack = Mean(heldBack, all),
        };
    }

    private async Task<RankingOptions> TuneAsync(RankingOptions start, int[] on, CancellationToken cancellationToken)
    {
        var best = start;
        var reached = Mean(await MeasureAsync(start, cancellationToken), on);
        for (var round = 0; round < MostRounds; round++)
        {
            var before = reached;
            foreach (var weight in TunedWeight.All)
            {
                foreach (var tried in weight.Around(best).ToList())
                {
                    var ndcg = Mean(await MeasureAsync(tried, cancellationToken), on);
                    if (ndcg > reached + LeastGain)
                    {
                        (best, reached) = (tried, ndcg);
                    }
                }
            }

            if (reached == before)
            {
                break;
            }
        }

        return best;
    }

    /// <summary>nDCG of every query; folds that try the same weights share the work.</summary>
    private async Task<double[]> MeasureAsync(RankingOptions weights, CancellationToken cancellationToken)
    {
        if (_measured.TryGetValue(weights, out var known))
        {
            return known;
        }

        var searcher = searcherWith(weights);
        var measured = new double[_judged.Length];
        for (var i = 0; i < measured.Length; i++)
        {
            var page = await searcher.SearchAsync(new TalkQuery { Text = _judged[i].Query.Text, PageSize = SearchEvaluation.Depth }, cancellationToken);
            measured[i] = RankingMeasures.Of(page.Hits.Select(hit => hit.Talk.Talk.Id), _judged[i].Grades, SearchEvaluation.Depth).Ndcg;
        }

        return _measured[weights] = measured;
    }

    /// <summary>Each kind of query is dealt out evenly.</summary>
    private int[] FoldOfEach()
    {
        var dealt = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. _judged.Select(judged => (dealt[judged.Query.Kind] = dealt.GetValueOrDefault(judged.Query.Kind) + 1) % Folds)];
    }

    private static double Mean(double[] measured, int[] of) => of.Length == 0 ? 0 : of.Average(query => measured[query]);
}

/// <summary>What tuning brought; figures are mean nDCG@10 over the judged queries.</summary>
public sealed record TuningReport
{
    /// <summary>The weights tuned on all queries.</summary>
    public required RankingOptions Weights { get; init; }

    /// <summary>With the weights begun with.</summary>
    public required double Before { get; init; }

    /// <summary>With the weights tuned on the very queries measured: too good to be true elsewhere.</summary>
    public required double Fitted { get; init; }

    /// <summary>Each query with weights tuned without its part: what to expect elsewhere.</summary>
    public required double HeldBack { get; init; }
}
