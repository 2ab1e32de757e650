using System.Collections.Immutable;
using Lucene.Net.Index;
using Recap.Engine.LuceneNet.Planning;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>Works out the score of one document again, by the same formula, and says what brought it.</summary>
internal sealed class HitExplainer(AtomicReaderContext leaf, Formula formula)
{
    /// <summary>What each word that answered brought.</summary>
    public ImmutableArray<MatchReason> Reasons(QueryPlan plan, int doc) => [.. plan.Nodes.SelectMany(node => Reasons(node, doc))];

    /// <summary>Words that the document does not answer, but for those of grammar.</summary>
    public ImmutableArray<string> Missing(QueryPlan plan, int doc) => [.. plan.Nodes.SelectMany(node => Missing(node, doc)).Distinct()];

    private IEnumerable<string> Missing(PlannedNode node, int doc) => node switch
    {
        PlannedWord { IsGrammar: true } => [],
        PlannedWord word => Reason(word, doc) is null ? [word.Text] : [],
        PlannedRun run => Reason(run.Together, doc) is null ? run.Words.SelectMany(word => Missing(word, doc)) : [],
        PlannedChoice choice => Reasons(choice, doc).IsEmpty ? choice.Options.SelectMany(option => Missing(option, doc)) : [],
        _ => [],
    };

    private ImmutableArray<MatchReason> Reasons(PlannedNode node, int doc) => node switch
    {
        PlannedWord word => Reason(word, doc) is { } reason ? [reason] : [],
        PlannedRun run => Better(Reasons(run.Together, doc), [.. run.Words.SelectMany(word => Reasons(word, doc))]),
        PlannedChoice choice => choice.Options.Select(option => Reasons(option, doc)).Aggregate(Better),
        _ => [],
    };

    private static ImmutableArray<MatchReason> Better(ImmutableArray<MatchReason> one, ImmutableArray<MatchReason> other) =>
        other.Sum(reason => reason.Score) > one.Sum(reason => reason.Score) ? other : one;

    private MatchReason? Reason(PlannedWord word, int doc) => word.Gain <= 0 ? null : word.Forms
        .Select(form => Reason(word, form, doc))
        .Where(reason => reason.Score > 0)
        .MaxBy(reason => reason.Score);

    private MatchReason Reason(PlannedWord word, PlannedForm form, int doc)
    {
        var frequency = 0f;
        var areApart = false;
        var fields = new List<(FieldMatch Match, float Frequency)>();
        foreach (var field in word.FieldsFor(form))
        {
            var postings = new FieldPostings(leaf.AtomicReader, FieldNames.Of(field, form.Form));
            var found = Found(postings, form, doc);
            if (found.Count > 0 && formula.Options.Of(field).Weight > 0)
            {
                var added = formula.Frequency(field, found.Frequency, formula.LengthsOf(field, leaf.Ord)[doc]);
                fields.Add((new FieldMatch(field, found.Count), added));
                frequency += added;
                areApart |= found.AreApart;
            }
        }

        return new MatchReason
        {
            Word = word.Text,
            Found = string.Join(areApart ? " … " : " ", form.Terms),
            Kind = form.Kind,
            Through = form.Through,
            Fields = [.. fields.OrderByDescending(field => field.Frequency).Select(field => field.Match)],
            Score = word.Gain * form.Worth * formula.Saturate(frequency),
        };
    }

    private static ScatteredTerms Found(FieldPostings postings, PlannedForm form, int doc)
    {
        if (form.Window > 0)
        {
            return postings.Scattered(form.Terms, form.Window).FirstOrDefault(held => held.Doc == doc).Found;
        }

        var count = form.Terms.Length > 1 ? postings.Rows(form.Terms).FirstOrDefault(row => row.Doc == doc).Count
            : postings.Docs(form.Terms[0]) is { } docs && docs.Advance(doc) == doc ? docs.Freq : 0;
        return new ScatteredTerms(count, count);
    }
}
