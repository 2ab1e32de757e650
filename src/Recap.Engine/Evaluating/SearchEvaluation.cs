using System.Collections.Immutable;
using Recap.Engine.Querying;

namespace Recap.Engine.Evaluating;

/// <summary>Puts judged queries to an index.</summary>
public static class SearchEvaluation
{
    /// <summary>Depth of nDCG for a search.</summary>
    public const int Depth = 10;

    private const int HitsRead = 50;

    /// <summary>Answers every query that was judged, and measures.</summary>
    public static async Task<EvaluationReport> RunAsync(
        ITalkSearcher searcher, ImmutableArray<JudgedQuery> queries, Judgments judgments, CancellationToken cancellationToken)
    {
        var grades = judgments.Questions.ToDictionary(question => question.Id, question => question.Grades, StringComparer.Ordinal);
        var evaluated = new List<EvaluatedQuestion>();
        foreach (var query in queries.Where(query => grades.ContainsKey(query.Id)))
        {
            var page = await searcher.SearchAsync(new TalkQuery { Text = query.Text, PageSize = HitsRead }, cancellationToken);
            var measures = RankingMeasures.Of(page.Hits.Select(hit => hit.Talk.Talk.Id), grades[query.Id], Depth);
            evaluated.Add(new EvaluatedQuestion(query.Id, query.Kind, query.Text, measures));
        }

        var judged = judgments.Questions.SelectMany(question => question.Grades.Keys);
        return EvaluationReport.Of(Depth, evaluated) with
        {
            Unknown = [.. grades.Keys.Except(queries.Select(query => query.Id), StringComparer.Ordinal), .. await MissingAsync(searcher, judged, cancellationToken)],
        };
    }

    /// <summary>Those of some talks that are not indexed.</summary>
    internal static async Task<List<string>> MissingAsync(ITalkSearcher searcher, IEnumerable<string> talks, CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        foreach (var id in talks.Distinct(StringComparer.Ordinal))
        {
            try
            {
                await searcher.GetAsync(id, cancellationToken);
            }
            catch (TalkNotFoundException)
            {
                missing.Add(id);
            }
        }

        return missing;
    }
}
