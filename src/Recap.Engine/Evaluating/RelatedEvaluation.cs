using Recap.Engine.Querying;
using Recap.Engine.Relating;

namespace Recap.Engine.Evaluating;

/// <summary>Asks for the talks related to judged ones.</summary>
public static class RelatedEvaluation
{
    /// <summary>Depth of nDCG for related talks.</summary>
    public const int Depth = 5;

    /// <summary>Asks about every judged talk that is indexed, talks of the same post admitted, and measures.</summary>
    public static async Task<EvaluationReport> RunAsync(
        IRelatedTalks related, ITalkSearcher searcher, Judgments judgments, CancellationToken cancellationToken)
    {
        var names = judgments.Questions.SelectMany(question => question.Grades.Keys.Prepend(question.Id));
        var missing = await SearchEvaluation.MissingAsync(searcher, names, cancellationToken);
        var evaluated = new List<EvaluatedQuestion>();
        foreach (var question in judgments.Questions.ExceptBy(missing, question => question.Id, StringComparer.Ordinal))
        {
            var query = new RelatedQuery { About = new RelatedSubject.OfTalk(question.Id), SamePost = true, Limit = Depth };
            var group = (await related.SuggestAsync(query, cancellationToken)).Groups[0];
            var measures = RankingMeasures.Of(group.Suggestions.Select(suggestion => suggestion.Talk.Talk.Id), question.Grades, Depth);
            evaluated.Add(new EvaluatedQuestion(question.Id, "", group.About?.Talk.Title ?? "", measures));
        }

        return EvaluationReport.Of(Depth, evaluated) with { Unknown = [.. missing] };
    }
}
