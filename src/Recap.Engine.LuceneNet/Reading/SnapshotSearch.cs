using System.Collections.Immutable;
using Lucene.Net.Index;
using Lucene.Net.Util;
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
    private readonly ImmutableArray<FacetCounter> _counters;
    private int _total;

    public SnapshotSearch(Snapshot snapshot, TalkQuery query, QueryPlan plan, Formula formula)
    {
        (_snapshot, _query, _plan, _formula) = (snapshot, query, plan, formula);
        _closeness = new Closeness(plan, formula.Options);
        _filter = CompiledFilter.Of(query.Filter);
        QueryConditions.AddTo(_filter, plan, formula, query.Filter.MinAffinity);
        _counters =
        [
            .. query.Facets.Distinct().Select(facet => new FacetCounter(facet, snapshot.GroupsOf(facet), query.Filter.MinAffinity)),
        ];
    }

    private bool IsByRelevance => _query.Sort == TalkSort.Relevance && _plan.HasText;

    /// <summary>The first hits.</summary>
    public Answer Run(int wanted, CancellationToken cancellationToken)
    {
        var refined = IsByRelevance && _closeness.Matters ? _formula.Options.ClosenessDepth : 0;
        var hits = new List<RankedHit>();
        for (var segment = 0; segment < _snapshot.Reader.Leaves.Count; segment++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hits.AddRange(RunSegment(segment, Math.Max(wanted, refined), cancellationToken));
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
            Facets = [.. _counters.Select(counter => counter.Best(Math.Min(_query.FacetSize, TalkQuery.MaxFacetSize)))],
        };
    }

    /// <summary>What closeness brings to a document.</summary>
    public float ClosenessOf(int doc)
    {
        var leaf = _snapshot.Reader.Leaves[ReaderUtil.SubIndex(doc, [.. _snapshot.Reader.Leaves])];
        return _closeness.Matters ? _closeness.Gains(leaf.AtomicReader, [doc - leaf.DocBase])[0] : 0;
    }

    private IEnumerable<RankedHit> RunSegment(int segment, int wanted, CancellationToken cancellationToken)
    {
        var leaf = _snapshot.Reader.Leaves[segment];
        var reader = leaf.AtomicReader;
        foreach (var counter in _counters)
        {
            counter.Begin(reader, segment);
        }

        var order = new HitOrder(reader, _query.Sort);
        var best = new BestOfSegment(order, wanted);
        var conditions = _filter.For(reader);
        foreach (var hit in Candidates(segment, reader, cancellationToken))
        {
            Look(hit, conditions, best);
        }

        return best.Take(leaf.DocBase);
    }

    private void Look(SegmentHit hit, ImmutableArray<SegmentCondition> conditions, BestOfSegment best)
    {
        SegmentCondition? failed = null;
        foreach (var condition in conditions)
        {
            if (!condition.Admitted.Get(hit.Doc))
            {
                if (failed is not null || condition.Facet is null)
                {
                    return;
                }

                failed = condition;
            }
        }

        foreach (var counter in _counters)
        {
            if (failed is null || failed.Value.Facet == counter.Facet)
            {
                counter.Count(hit.Doc);
            }
        }

        if (failed is null)
        {
            _total++;
            best.Offer(hit);
        }
    }

    private IEnumerable<SegmentHit> Candidates(int segment, AtomicReader reader, CancellationToken cancellationToken)
    {
        var (talks, notes) = (_snapshot.Talks(segment), _snapshot.Notes(segment));
        return _plan.HasText
            ? Scored(reader, talks, notes, cancellationToken)
            : Enumerable.Range(0, reader.MaxDoc)
                .Where(doc => talks.Get(doc) || (_query.IncludeNotes && notes.Get(doc)))
                .Select(doc => new SegmentHit(doc, 0, 1));
    }

    private IEnumerable<SegmentHit> Scored(AtomicReader reader, FixedBitSet talks, FixedBitSet notes, CancellationToken cancellationToken)
    {
        using var scorer = new SegmentScorer(reader, _formula);
        var factors = new ScoreFactors(reader, _formula, _plan.Mass, _snapshot.Newest);
        var scores = scorer.Sum(_plan.Nodes, cancellationToken);
        for (var i = 0; i < scores.Count; i++)
        {
            var doc = scores.Docs[i];
            var isNotes = notes.Get(doc);
            if (isNotes ? _query.IncludeNotes : talks.Get(doc))
            {
                var factor = factors.Of(doc, scores.MassOf(doc), isNotes).Product;
                if (factor > 0)
                {
                    yield return new SegmentHit(doc, scores.ScoreOf(doc) * factor, factor);
                }
            }
        }

        scorer.GiveBack(scores);
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
