using System.Buffers;
using System.Collections.Immutable;
using Recap.Engine.LuceneNet.Matching;
using Recap.Engine.LuceneNet.Reading;
using Recap.Engine.Querying;

namespace Recap.Engine.LuceneNet.Counting;

/// <summary>Counts the talks of one answer by all facets asked for. Documents are kept until their segment is done: counting many by one facet is faster than one by many.</summary>
internal sealed class FacetCounters
{
    private readonly FacetCounter[] _counters;
    private ulong[] _kept = [];

    public FacetCounters(Snapshot snapshot, TalkQuery query) => _counters =
    [
        .. query.Facets.Distinct().Select(facet => new FacetCounter(facet, snapshot.ColumnOf(facet), query.Filter.MinAffinity)),
    ];

    /// <summary>Goes on to a segment.</summary>
    public void Begin(int segment, int maxDoc)
    {
        foreach (var counter in _counters)
        {
            counter.Begin(segment);
        }

        _kept = _counters.Length > 0 ? new ulong[DocBits.WordsFor(maxDoc)] : [];
    }

    /// <summary>Counts a document by every facet.</summary>
    public void Count(int doc)
    {
        if (_kept.Length > 0)
        {
            _kept[doc >> DocBits.Shift] |= 1UL << doc;
        }
    }

    /// <summary>Counts a document by the one facet whose own filter alone keeps it out.</summary>
    public void CountPast(TalkFacet filter, int doc)
    {
        if (Array.Find(_counters, counter => counter.Facet == filter) is { } counter)
        {
            counter.Count([doc]);
        }
    }

    /// <summary>Ends a segment.</summary>
    public void End()
    {
        var count = DocBits.Count(_kept);
        if (count == 0)
        {
            return;
        }

        var docs = ArrayPool<int>.Shared.Rent(count);
        DocBits.CopyTo(_kept, docs);
        foreach (var counter in _counters)
        {
            counter.Count(docs.AsSpan(0, count), _kept);
        }

        ArrayPool<int>.Shared.Return(docs);
    }

    /// <summary>The most frequent values of each facet, in the order asked. Ends the counting.</summary>
    public ImmutableArray<FacetCounts> Best(int size) => [.. _counters.Select(counter => counter.Best(size))];
}
