using System.Collections.Immutable;
using Lucene.Net.Index;
using Recap.Engine.LuceneNet.Counting;
using Recap.Engine.LuceneNet.Filtering;
using Recap.Engine.LuceneNet.Matching;
using Recap.Engine.LuceneNet.Ordering;
using Recap.Engine.LuceneNet.Planning;
using Recap.Engine.Querying;

namespace Recap.Engine.LuceneNet.Reading;

/// <summary>One search over one generation: segment by segment, each document looked at once for hits and for counts.</summary>
internal sealed class SnapshotSearch
{
    private readonly Snapshot _snapshot;
    private readonly TalkQuery _query;
    private readonly QueryPlan _plan;
    private readonly Formula _formula;
    private readonly Closeness _closeness;
    private readonly CompiledFilter _filter;
    private readonly FacetCounters _counters;
    private readonly float[][]? _nearness;
    private int _total;

    public SnapshotSearch(Snapshot snapshot, TalkQuery query, QueryPlan plan, Formula formula)
    {
        (_snapshot, _query, _plan, _formula) = (snapshot, query, plan, formula);
        _closeness = new Closeness(plan, formula.Options);
        _filter = CompiledFilter.Of(query.Filter);
        QueryConditions.AddTo(_filter, plan, formula, query.Filter.MinAffinity);
        _counters = new FacetCounters(snapshot, query);
        _nearness = plan.Meaning is { } meaning ? snapshot.Vectors.NearnessTo(meaning) : null;
    }

    private bool IsByRelevance => _query.Sort == TalkSort.Relevance && _plan.HasText;

    /// <summary>The first hits.</summary>
    public Answer Run(int wanted, CancellationToken cancellationToken)
    {
        var refined = IsByRelevance && _closeness.Matters ? _formula.Options.ClosenessDepth : 0;
        var hits = new List<RankedHit>();
        foreach (var leaf in _snapshot.Reader.Leaves)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hits.AddRange(RunSegment(leaf, Math.Max(wanted, refined), cancellationToken));
        }

        hits.Sort(RankedHit.Compare);
        if (refined > 0)
        {
            Refine(hits, refined);
        }

        return new Answer
        {
            Hits = hits.Count > wanted ? hits.GetRange(0, wanted) : hits,
            Total = _total,
            Facets = _counters.Best(Math.Min(_query.FacetSize, TalkQuery.MaxFacetSize)),
        };
    }

    /// <summary>What closeness brings to a document of a segment.</summary>
    public float ClosenessOf(AtomicReaderContext leaf, int doc) =>
        _closeness.Matters ? _closeness.Gains(leaf.AtomicReader, [doc])[0] : 0;

    /// <summary>How much of what the query is about the documents of a segment are about.</summary>
    public TopicAgreement AgreementOf(AtomicReaderContext leaf) => new(_plan.Topics.Topics, _snapshot.Affinities, leaf.Ord);

    /// <summary>What the documents of a segment gain beyond words.</summary>
    public Aboutness AboutnessOf(AtomicReaderContext leaf) => new(AgreementOf(leaf), _nearness?[leaf.Ord], _formula.Options);

    private IEnumerable<RankedHit> RunSegment(AtomicReaderContext leaf, int wanted, CancellationToken cancellationToken)
    {
        _counters.Begin(leaf.Ord, leaf.AtomicReader.MaxDoc);
        var best = new BestOfSegment(new HitOrder(leaf.AtomicReader, _query), wanted);
        var conditions = _filter.For(leaf);
        if (_plan.HasText)
        {
            LookAtAnswering(leaf, conditions, best, cancellationToken);
        }
        else
        {
            LookAtAll(leaf, conditions, best);
        }

        _counters.End();
        return best.Take(leaf.DocBase);
    }

    private void LookAtAll(AtomicReaderContext leaf, ImmutableArray<SegmentCondition> conditions, BestOfSegment best)
    {
        var kinds = _snapshot.Kinds(leaf.Ord);
        for (var doc = 0; doc < kinds.Length; doc++)
        {
            if (MayAnswer(kinds[doc]))
            {
                Look(new SegmentHit(doc, 0, 1), conditions, best);
            }
        }
    }

    private bool MayAnswer(EntryKind kind) => kind == EntryKind.Talk || (kind == EntryKind.Notes && _query.IncludeNotes);

    private void LookAtAnswering(
        AtomicReaderContext leaf, ImmutableArray<SegmentCondition> conditions, BestOfSegment best, CancellationToken cancellationToken)
    {
        var kinds = _snapshot.Kinds(leaf.Ord);
        using var scorer = new SegmentScorer(leaf, _formula);
        var factors = new ScoreFactors(leaf.Ord, _formula, _plan.Mass);
        var aboutness = AboutnessOf(leaf);
        var scores = scorer.Sum(_plan.Nodes, cancellationToken);
        foreach (var doc in scores.Docs)
        {
            if (MayAnswer(kinds[doc]))
            {
                var by = factors.Of(doc, scores.MassOf(doc), kinds[doc] == EntryKind.Notes);
                if (by.OfWords > 0)
                {
                    Look(new SegmentHit(doc, Formula.Score(scores.ScoreOf(doc), aboutness.Of(doc), by), by.OfWords), conditions, best);
                }
            }
        }

        LookAtOthers(leaf, scores, aboutness, doc => Look(
            new SegmentHit(doc, Formula.Score(0, aboutness.Of(doc), factors.Of(doc, 0, isNotes: false)), 0), conditions, best));
        scorer.GiveBack(scores);
    }

    /// <summary>Talks about what is asked for, in other words.</summary>
    private void LookAtOthers(AtomicReaderContext leaf, DocScores scores, Aboutness aboutness, Action<int> look)
    {
        var kinds = _snapshot.Kinds(leaf.Ord);
        foreach (var doc in aboutness.Enough(_plan.Topics is { Suffice: true, Topics.IsEmpty: false }))
        {
            var answersByWords = _plan.Mass > 0 ? scores.MassOf(doc) > 0 : scores.ScoreOf(doc) > 0;
            if (kinds[doc] == EntryKind.Talk && !answersByWords)
            {
                look(doc);
            }
        }
    }

    private void Look(SegmentHit hit, ImmutableArray<SegmentCondition> conditions, BestOfSegment best)
    {
        TalkFacet? failed = null;
        foreach (var condition in conditions)
        {
            if (!condition.Admitted.Get(hit.Doc))
            {
                if (failed is not null || condition.Facet is null)
                {
                    return;
                }

                failed = condition.Facet;
            }
        }

        if (failed is { } facet)
        {
            _counters.CountPast(facet, hit.Doc);
            return;
        }

        _counters.Count(hit.Doc);
        _total++;
        best.Offer(hit);
    }

    /// <summary>Looks at the best hits once more, for how close the words are to each other.</summary>
    private void Refine(List<RankedHit> hits, int depth)
    {
        var looked = hits.Take(depth).OrderBy(hit => hit.Doc).ToList();
        var refined = new List<RankedHit>(looked.Count);
        foreach (var leaf in _snapshot.Reader.Leaves)
        {
            var mine = looked.Where(hit => hit.Doc >= leaf.DocBase && hit.Doc < leaf.DocBase + leaf.AtomicReader.MaxDoc).ToList();
            var gains = _closeness.Gains(leaf.AtomicReader, [.. mine.Select(hit => hit.Doc - leaf.DocBase)]);
            refined.AddRange(mine.Select((hit, i) => hit with
            {
                Score = hit.Score + (gains[i] * hit.Factor),
                Rank = hit.Score + (gains[i] * hit.Factor),
            }));
        }

        refined.Sort(RankedHit.Compare);
        for (var i = 0; i < refined.Count; i++)
        {
            hits[i] = refined[i];
        }
    }
}
