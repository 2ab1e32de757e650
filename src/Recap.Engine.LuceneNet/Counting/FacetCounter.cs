using System.Buffers;
using System.Collections.Immutable;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying;

namespace Recap.Engine.LuceneNet.Counting;

/// <summary>Counts the talks of an answer by one facet.</summary>
internal sealed class FacetCounter
{
    private readonly FacetColumn _column;
    private readonly long _least;

    // By the numbers of SegmentColumn, hence one more than those of the column.
    // Speakers may be tens of thousands: an array of them for each query would keep the collector busy.
    private readonly int[] _counts;
    private SegmentColumn _segment = new([], [], []);
    private int _number;

    public FacetCounter(TalkFacet facet, FacetColumn column, float minAffinity)
    {
        (Facet, _column, _least) = (facet, column, Thousandths.Of(minAffinity));
        _counts = ArrayPool<int>.Shared.Rent(column.Count + 1);
        _counts.AsSpan(0, column.Count + 1).Clear();
    }

    public TalkFacet Facet { get; }

    /// <summary>Goes on to a segment.</summary>
    public void Begin(int segment) => (_segment, _number) = (_column.OfSegment(segment), segment);

    /// <summary>Counts documents of the segment, the faster way.</summary>
    /// <param name="docs">The documents.</param>
    /// <param name="set">The same as a set.</param>
    public void Count(ReadOnlySpan<int> docs, ReadOnlySpan<ulong> set)
    {
        var isUsual = _segment.Affinities.Length == 0 || _least == Thousandths.Of(TalkFilter.None.MinAffinity);
        if (isUsual && _column.SetsOf(_number) is { } sets && sets.Cost < docs.Length * _segment.MeanValues)
        {
            for (var value = 0; value < _column.Count; value++)
            {
                _counts[value + 1] += sets.CountOf(value, set);
            }
        }
        else
        {
            Count(docs);
        }
    }

    /// <summary>Counts documents of the segment one by one.</summary>
    public void Count(ReadOnlySpan<int> docs)
    {
        if (_segment.Starts.Length == 0)
        {
            CountOnes(docs);
        }
        else if (_segment.Affinities.Length == 0)
        {
            CountSeveral(docs);
        }
        else
        {
            CountNear(docs);
        }
    }

    private void CountOnes(ReadOnlySpan<int> docs)
    {
        var (values, counts) = (_segment.Values, _counts);
        foreach (var doc in docs)
        {
            counts[values[doc]]++;
        }
    }

    private void CountSeveral(ReadOnlySpan<int> docs)
    {
        var (starts, values, counts) = (_segment.Starts, _segment.Values, _counts);
        foreach (var doc in docs)
        {
            foreach (var value in values.AsSpan(starts[doc]..starts[doc + 1]))
            {
                counts[value]++;
            }
        }
    }

    private void CountNear(ReadOnlySpan<int> docs)
    {
        var ((starts, values, affinities), counts) = (_segment, _counts);
        foreach (var doc in docs)
        {
            var end = starts[doc + 1];
            for (var i = starts[doc]; i < end; i++)
            {
                // Added rather than asked: whether a talk is near a topic is no better guessed than a coin.
                counts[values[i]] += affinities[i] >= _least ? 1 : 0;
            }
        }
    }

    /// <summary>The most frequent values, ties by value. Ends the counting.</summary>
    public FacetCounts Best(int size)
    {
        // In the order of values: of those that as many talks have the first stays, so that ever more are passed by.
        var worstFirst = new PriorityQueue<int, (int Talks, int After)>();
        var counts = _counts.AsSpan(1, _column.Count);
        for (var (group, least) = (NextOf(counts, 0, 1), 1); group < counts.Length && size > 0; group = NextOf(counts, group + 1, least))
        {
            if (worstFirst.Count < size)
            {
                worstFirst.Enqueue(group, (counts[group], -group));
            }
            else
            {
                worstFirst.DequeueEnqueue(group, (counts[group], -group));
            }

            least = worstFirst.Count < size ? 1 : counts[worstFirst.Peek()] + 1;
        }

        var best = worstFirst.UnorderedItems.OrderByDescending(item => item.Priority)
            .Select(item => new FacetValue(_column.ValueOf(item.Element), item.Priority.Talks)).ToImmutableArray();
        ArrayPool<int>.Shared.Return(_counts);
        return new FacetCounts(Facet, best);
    }

    /// <summary>The next value that at least so many talks have: most have fewer, and are passed by many at a time.</summary>
    private static int NextOf(ReadOnlySpan<int> counts, int from, int least)
    {
        var next = counts[from..].IndexOfAnyInRange(least, int.MaxValue);
        return next < 0 ? counts.Length : from + next;
    }
}
