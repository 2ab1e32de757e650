using Lucene.Net.Index;
using Lucene.Net.Util;
using Recap.Engine.LuceneNet.Matching;
using Recap.Engine.LuceneNet.Planning;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Understanding;
using FoldedText = Recap.Engine.Analysis.FoldedText;

namespace Recap.Engine.LuceneNet.Filtering;

/// <summary>What the text of a query demands and excludes, as conditions of a filter.</summary>
internal static class QueryConditions
{
    public static void AddTo(CompiledFilter filter, QueryPlan plan, Formula formula, float minAffinity)
    {
        var query = plan.Query;
        if (query.YearFrom is not null || query.YearTo is not null)
        {
            var (from, to) = (query.YearFrom ?? long.MinValue, query.YearTo ?? long.MaxValue);
            filter.Add(leaf => DocSets.WithNumber(leaf.AtomicReader, FieldNames.Year, from, to));
        }

        foreach (var alternatives in query.Required.GroupBy(clause => clause.Field))
        {
            filter.Add(leaf => AnyOf(leaf.AtomicReader, alternatives, minAffinity));
        }

        foreach (var node in plan.Nodes.Where(node => node.IsRequired))
        {
            filter.Add(leaf => Answering(leaf, node, formula));
        }

        foreach (var node in plan.Excluded)
        {
            filter.Add(leaf => AllBut(leaf, Answering(leaf, node, formula)));
        }

        foreach (var clause in query.Excluded.OfType<FieldClause>())
        {
            filter.Add(leaf => AllBut(leaf, AnyOf(leaf.AtomicReader, [clause], minAffinity)));
        }
    }

    private static FixedBitSet AnyOf(AtomicReader reader, IEnumerable<FieldClause> clauses, float minAffinity)
    {
        var found = new FixedBitSet(reader.MaxDoc);
        foreach (var clause in clauses)
        {
            found.Or(Holding(reader, clause, minAffinity));
        }

        return found;
    }

    private static FixedBitSet Holding(AtomicReader reader, FieldClause clause, float minAffinity)
    {
        if (clause.Field == QueryField.Topic)
        {
            var topic = FoldedText.KeyOf(clause.Value).Replace(' ', '-');
            return DocSets.WithNumber(reader, FieldNames.Affinity(topic), Thousandths.Of(minAffinity), long.MaxValue);
        }

        var field = clause.Field == QueryField.Speaker ? TalkField.Speakers : TalkField.Event;
        var found = new FixedBitSet(reader.MaxDoc);
        foreach (var (doc, _) in new FieldPostings(reader, FieldNames.Of(field, TermForm.Exact)).Rows(clause.Terms))
        {
            found.Set(doc);
        }

        return found;
    }

    private static FixedBitSet Answering(AtomicReaderContext leaf, PlannedNode node, Formula formula)
    {
        var found = new FixedBitSet(leaf.AtomicReader.MaxDoc);
        foreach (var window in new SegmentScorer(leaf, formula, [node]).Windows(CancellationToken.None))
        {
            foreach (var place in DocBits.In(window.Touched))
            {
                found.Set(window.Start + place);
            }
        }

        return found;
    }

    private static FixedBitSet AllBut(AtomicReaderContext leaf, FixedBitSet excluded)
    {
        var left = new FixedBitSet(leaf.AtomicReader.MaxDoc);
        left.Set(0, leaf.AtomicReader.MaxDoc);
        left.AndNot(excluded);
        return left;
    }
}
