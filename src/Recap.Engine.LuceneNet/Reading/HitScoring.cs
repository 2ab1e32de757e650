using Lucene.Net.Index;
using Recap.Engine.LuceneNet.Matching;
using Recap.Engine.LuceneNet.Ordering;
using Recap.Engine.LuceneNet.Planning;
using Recap.Engine.Querying;

namespace Recap.Engine.LuceneNet.Reading;

/// <summary>Explains the scores of hits of one search.</summary>
internal sealed class HitScoring(Snapshot snapshot, SnapshotSearch search, QueryPlan plan, Formula formula)
{
    public HitExplanation Explain(RankedHit hit)
    {
        var segment = ReaderUtil.SubIndex(hit.Doc, snapshot.Reader.Leaves);
        var leaf = snapshot.Reader.Leaves[segment];
        var doc = hit.Doc - leaf.DocBase;
        var answered = new SegmentScorer(leaf, formula, plan.Nodes).Window(doc).Masses[0];
        var alone = answered > 0 ? 1 : formula.Options.TopicsAlone;
        var aboutness = search.AboutnessOf(leaf);
        var explainer = new HitExplainer(leaf, formula);
        return new HitExplanation
        {
            Score = hit.Score,
            Reasons = explainer.Reasons(plan, doc),
            Missing = explainer.Missing(plan, doc),
            Closeness = search.ClosenessOf(leaf, doc),
            Coverage = formula.Coverage(answered, plan.Mass),
            Agreement = alone * aboutness.ByTopics(doc),
            Topics = search.AgreementOf(leaf).Shared(doc),
            Meaning = alone * aboutness.ByMeaning(doc),
            Notes = formula.NotesOf(doc, segment),
            Recency = formula.RecencyOf(doc, segment),
        };
    }
}
