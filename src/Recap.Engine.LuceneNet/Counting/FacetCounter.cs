using System.Buffers;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying;

namespace Recap.Engine.LuceneNet.Counting;

/// <summary>Counts the talks of an answer by one facet.</summary>
internal sealed class FacetCounter
{
    private readonly FacetColumn _column;
    private readonly long _least;

    // Speakers may be tens of thousands: an array of them for each query would keep the collector busy.
    private readonly int[] _counts;
    private SegmentColumn _segment = new([], [], []);

    public FacetCounter(TalkFacet facet, FacetColumn column, float minAffinity)
    {
        (Facet, _column, _least) = (facet, column, Thousandths.Of(minAffinity));
        _counts = ArrayPool<int>.Shared.Rent(column.Count);
        _counts.AsSpan(0, column.Count).Clear();
    }

    public TalkFacet Facet { get; }

    /// <summary>Goes on to a segment.</summary>
    public void Begin(int segment) => _segment = _column.OfSegment(segment);

    /// <summary>Counts documents of the segment.</summary>
    public void Count(ReadOnlySpan<int> docs)
    {
        var (starts, groups, affinities) = _segment;
        var counts = _counts;
        foreach (var doc in docs)
        {
            var end = starts[doc + 1];
            for (var i = starts[doc]; i < end; i++)
            {
                if (affinities.Length == 0 || affinities[i] >= _least)
                {
                    counts[groups[i]]++;
                }
            }
        }
    }

    /// <summary>The most frequent values. Ends the counting.</summary>
    public FacetCounts Best(int size)
    {
        var worstFirst = new PriorityQueue<int, int>(Comparer<int>.Create((x, y) => -Compare(x, y)));
        var least = 1;
        for (var group = 0; group < _column.Count; group++)
        {
            if (_counts[group] < least)
            {
                continue;
            }

            if (worstFirst.Count < size)
            {
                worstFirst.Enqueue(group, group);
            }
            else if (Compare(group, worstFirst.Peek()) < 0)
            {
                worstFirst.DequeueEnqueue(group, group);
            }

            least = worstFirst.Count < size ? 1 : _counts[worstFirst.Peek()];
        }

        var best = worstFirst.UnorderedItems.Select(item => item.Element).Order(Comparer<int>.Create(Compare))
            .Select(group => new FacetValue(_column.ValueOf(group), _counts[group])).ToList();
        ArrayPool<int>.Shared.Return(_counts);
        return new FacetCounts(Facet, [.. best]);
    }

    /// <summary>Most talks first, ties by value.</summary>
    private int Compare(int x, int y) => _counts[y] != _counts[x]
        ? _counts[y].CompareTo(_counts[x])
        : _column.PlaceOf(x).CompareTo(_column.PlaceOf(y));
}
