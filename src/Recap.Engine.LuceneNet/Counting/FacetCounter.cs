using Lucene.Net.Index;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying;

namespace Recap.Engine.LuceneNet.Counting;

/// <summary>Counts the talks of an answer by one facet.</summary>
internal sealed class FacetCounter(TalkFacet facet, FacetGroups groups, float minAffinity)
{
    private readonly int[] _counts = new int[groups.Count];
    private readonly long _least = Thousandths.Of(minAffinity);
    private int[] _groupOfOrdinal = [];
    private SortedSetDocValues? _values;
    private NumericDocValues?[] _affinities = [];

    public TalkFacet Facet => facet;

    /// <summary>Goes on to a segment.</summary>
    public void Begin(AtomicReader reader, int segment)
    {
        _values = reader.GetSortedSetDocValues(FieldNames.Count(facet));
        _groupOfOrdinal = groups.OfSegment(segment);
        _affinities = facet == TalkFacet.Topic
            ? [.. Enumerable.Range(0, groups.Count).Select(group => reader.GetNumericDocValues(FieldNames.Affinity(groups.ValueOf(group))))]
            : [];
    }

    /// <summary>Counts a document of the segment.</summary>
    public void Count(int doc)
    {
        if (_values is null)
        {
            return;
        }

        _values.SetDocument(doc);
        for (var ordinal = _values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = _values.NextOrd())
        {
            var group = _groupOfOrdinal[ordinal];
            if (facet != TalkFacet.Topic || _affinities[group]?.Get(doc) >= _least)
            {
                _counts[group]++;
            }
        }
    }

    /// <summary>The most frequent values.</summary>
    public FacetCounts Best(int size)
    {
        var best = Enumerable.Range(0, _counts.Length).Where(group => _counts[group] > 0)
            .Select(group => new FacetValue(groups.ValueOf(group), _counts[group]))
            .OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal)
            .Take(size);
        return new FacetCounts(facet, [.. best]);
    }
}
