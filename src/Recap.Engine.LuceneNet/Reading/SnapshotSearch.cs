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
        var least = double.NegativeInfinity;
        foreach (var leaf in _snapshot.Reader.Leaves)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hits.AddRange(RunSegment(leaf, Math.Max(wanted, refined), ref least, cancellationToken));
        }

        hits.Sort(RankedHit.Compare);
        if (refined > 0)
        {
            hits = new Refinement(_snapshot.Reader, _closeness).Apply(hits, refined, wanted);
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

    private IEnumerable<RankedHit> RunSegment(AtomicReaderContext leaf, int wanted, ref double least, CancellationToken cancellationToken)
    {
        _counters.Begin(leaf.Ord, leaf.AtomicReader.MaxDoc);
        var best = new BestOfSegment(new HitOrder(leaf.AtomicReader, _query), wanted, least);
        var sieve = new Sieve(_filter.For(leaf), _counters);
        if (_plan.HasText)
        {
            LookAtAnswering(leaf, sieve, best, cancellationToken);
        }
        else
        {
            LookAtAll(leaf, sieve, best);
        }

        _counters.End();
        _total += sieve.Total;
        least = best.Least;
        return best.Take(leaf.DocBase);
    }

    private void LookAtAll(AtomicReaderContext leaf, Sieve sieve, BestOfSegment best)
    {
        var (talks, notes) = (DocBits.Of(_snapshot.Talks(leaf.Ord)), NotesOf(leaf.Ord));
        for (var word = 0; word < talks.Length; word++)
        {
            foreach (var place in DocBits.In([sieve.Admit(word, talks[word] | notes[word])]))
            {
                best.Offer(new SegmentHit((word << DocBits.Shift) + place, 0, 1));
            }
        }
    }

    private ulong[] NotesOf(int segment) => _query.IncludeNotes ? DocBits.Of(_snapshot.Notes[segment]) : new ulong[DocBits.WordsFor((int)_snapshot.Notes[segment].Length)];

    private void LookAtAnswering(AtomicReaderContext leaf, Sieve sieve, BestOfSegment best, CancellationToken cancellationToken)
    {
        var answering = new AnsweringDocs(_snapshot, leaf.Ord, _plan, _formula, AboutnessOf(leaf)) { Notes = NotesOf(leaf.Ord) };
        var words = DocBits.WordsFor(leaf.AtomicReader.MaxDoc);
        foreach (var window in new SegmentScorer(leaf, _formula, _plan.Nodes).Windows(cancellationToken))
        {
            answering.Enter(window);
            var first = window.Start >> DocBits.Shift;
            for (var word = first; word < Math.Min(words, first + window.Touched.Length); word++)
            {
                if (sieve.Admit(word, answering.Answering(word)) is not 0 and var admitted)
                {
                    Offer(word, admitted, answering, best);
                }
            }
        }
    }

    private void Offer(int word, ulong admitted, AnsweringDocs answering, BestOfSegment best)
    {
        var offered = _query.Sort == TalkSort.Relevance ? admitted & answering.AtLeast(word, best.Least) : admitted;
        foreach (var place in DocBits.In([offered]))
        {
            best.Offer(answering.HitOf((word << DocBits.Shift) + place));
        }
    }
}
