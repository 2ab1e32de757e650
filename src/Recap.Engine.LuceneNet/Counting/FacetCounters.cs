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
    private readonly Dictionary<TalkFacet, ulong[]> _past = [];
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
        _past.Clear();
    }

    /// <summary>Counts some of 64 documents by every facet.</summary>
    public void Count(int word, ulong docs)
    {
        if (_kept.Length > 0)
        {
            _kept[word] |= docs;
        }
    }

    /// <summary>Counts some of 64 documents by the one facet whose own filter alone keeps them out.</summary>
    public void CountPast(TalkFacet filter, int word, ulong docs)
    {
        if (docs == 0 || !Array.Exists(_counters, counter => counter.Facet == filter))
        {
            return;
        }

        if (!_past.TryGetValue(filter, out var past))
        {
            _past[filter] = past = new ulong[_kept.Length];
        }

        past[word] |= docs;
    }

    /// <summary>Ends a segment.</summary>
    public void End()
    {
        Count(_counters, _kept);
        foreach (var (facet, docs) in _past)
        {
            Count(Array.FindAll(_counters, counter => counter.Facet == facet), docs);
        }
    }

    private static void Count(FacetCounter[] counters, ulong[] set)
    {
        var count = DocBits.Count(set);
        if (count == 0)
        {
            return;
        }

        var docs = ArrayPool<int>.Shared.Rent(count);
        DocBits.CopyTo(set, docs);
        foreach (var counter in counters)
        {
            counter.Count(docs.AsSpan(0, count), set);
        }

        ArrayPool<int>.Shared.Return(docs);
    }

    /// <summary>The most frequent values of each facet, in the order asked. Ends the counting.</summary>
    public ImmutableArray<FacetCounts> Best(int size) => [.. _counters.Select(counter => counter.Best(size))];
}
