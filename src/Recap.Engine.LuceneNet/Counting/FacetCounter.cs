using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying;

namespace Recap.Engine.LuceneNet.Counting;

/// <summary>Counts the talks of an answer by one facet.</summary>
internal sealed class FacetCounter(TalkFacet facet, FacetColumn column, float minAffinity)
{
    private readonly int[] _counts = new int[column.Count];
    private readonly long _least = Thousandths.Of(minAffinity);
    private SegmentColumn _segment = new([], [], []);

    public TalkFacet Facet => facet;

    /// <summary>Goes on to a segment.</summary>
    public void Begin(int segment) => _segment = column.OfSegment(segment);

    /// <summary>Counts a document of the segment.</summary>
    public void Count(int doc)
    {
        var (starts, groups, affinities) = _segment;
        for (var i = starts[doc]; i < starts[doc + 1]; i++)
        {
            if (affinities.Length == 0 || affinities[i] >= _least)
            {
                _counts[groups[i]]++;
            }
        }
    }

    /// <summary>The most frequent values.</summary>
    public FacetCounts Best(int size)
    {
        var best = Enumerable.Range(0, _counts.Length).Where(group => _counts[group] > 0)
            .Select(group => new FacetValue(column.ValueOf(group), _counts[group]))
            .OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal)
            .Take(size);
        return new FacetCounts(facet, [.. best]);
    }
}
