using System.Collections.Immutable;
using System.Numerics;
using Recap.Engine.LuceneNet.Counting;

namespace Recap.Engine.LuceneNet.Filtering;

/// <summary>Lets the documents of one segment through that every condition admits, and has them counted; 64 at a time.</summary>
internal sealed class Sieve(ImmutableArray<SegmentCondition> conditions, FacetCounters counters)
{
    /// <summary>Documents let through so far.</summary>
    public int Total { get; private set; }

    /// <summary>Those of 64 documents that every condition admits.</summary>
    /// <param name="word">Which 64 of the segment.</param>
    /// <param name="answering">Those of them that answer.</param>
    public ulong Admit(int word, ulong answering)
    {
        var admitted = answering;
        foreach (var condition in conditions)
        {
            admitted &= condition.Admits(word);
        }

        if (admitted != answering)
        {
            CountPast(word, answering);
        }

        counters.Count(word, admitted);
        Total += BitOperations.PopCount(admitted);
        return admitted;
    }

    /// <summary>A facet's counts look past its own filter: what that alone keeps out is counted by it.</summary>
    private void CountPast(int word, ulong answering)
    {
        var (once, twice) = (0UL, 0UL);
        foreach (var condition in conditions)
        {
            var failing = answering & ~condition.Admits(word);
            twice |= once & failing;
            once |= failing;
        }

        foreach (var condition in conditions)
        {
            if (condition.Facet is { } facet)
            {
                counters.CountPast(facet, word, answering & ~condition.Admits(word) & ~twice);
            }
        }
    }
}
