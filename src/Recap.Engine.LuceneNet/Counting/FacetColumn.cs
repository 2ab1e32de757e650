using Lucene.Net.Index;
using Lucene.Net.Util;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying;

namespace Recap.Engine.LuceneNet.Counting;

/// <summary>
/// The values of one facet in one generation, numbered, and the numbers of each document in one flat array. Segments
/// number values each for itself and spell them each in their own way; a query then only counts numbers.
/// </summary>
internal sealed class FacetColumn
{
    private readonly List<string> _values = [];
    private readonly List<SegmentColumn> _segments = [];
    private readonly Lazy<ValueSets?>[] _sets;

    public FacetColumn(IndexReader reader, TalkFacet facet)
    {
        var groups = new Dictionary<string, int>();
        foreach (var leaf in reader.Leaves)
        {
            _segments.Add(Read(leaf.AtomicReader, facet, groups));
        }

        NumberByValue();
        var least = Thousandths.Of(TalkFilter.None.MinAffinity);
        _sets = [.. reader.Leaves.Select(leaf => new Lazy<ValueSets?>(() => ValueSets.Of(_segments[leaf.Ord], Count, leaf.AtomicReader.MaxDoc, least)))];
    }

    /// <summary>Different values.</summary>
    public int Count => _values.Count;

    /// <summary>A value by its number. Numbers go by code point: they compare faster than names.</summary>
    public string ValueOf(int group) => _values[group];

    public SegmentColumn OfSegment(int segment) => _segments[segment];

    /// <summary>The documents of each value in a segment, made when first asked for; null where values are many. For topics: the usual affinity or more.</summary>
    public ValueSets? SetsOf(int segment) => _sets[segment].Value;

    private SegmentColumn Read(AtomicReader reader, TalkFacet facet, Dictionary<string, int> groups)
    {
        var starts = new int[reader.MaxDoc + 1];
        var values = reader.GetSortedSetDocValues(FieldNames.Count(facet));
        if (values is null)
        {
            return new SegmentColumn(starts, [], []);
        }

        var groupOf = GroupsOf(values, groups);
        var affinities = facet == TalkFacet.Topic
            ? Array.ConvertAll(groupOf, group => reader.GetNumericDocValues(FieldNames.Affinity(_values[group])))
            : [];
        var (numbers, weights) = (new List<int>(), new List<short>());
        for (var doc = 0; doc < reader.MaxDoc; doc++)
        {
            values.SetDocument(doc);
            for (var ordinal = values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = values.NextOrd())
            {
                numbers.Add(groupOf[ordinal] + 1);
                weights.Add((short)(affinities.Length > 0 ? affinities[ordinal]?.Get(doc) ?? 0 : 0));
            }

            starts[doc + 1] = numbers.Count;
        }

        return affinities.Length == 0 && OnlyOnes(starts, numbers) is { } ones
            ? new SegmentColumn([], ones, [])
            : new SegmentColumn(starts, [.. numbers], affinities.Length > 0 ? [.. weights] : []);
    }

    private void NumberByValue()
    {
        var numbers = new int[_values.Count + 1];
        foreach (var (number, group) in Enumerable.Range(0, _values.Count).OrderBy(group => _values[group], StringComparer.Ordinal).Index())
        {
            numbers[group + 1] = number + 1;
        }

        _values.Sort(StringComparer.Ordinal);
        foreach (var segment in _segments)
        {
            foreach (ref var value in segment.Values.AsSpan())
            {
                value = numbers[value];
            }
        }
    }

    /// <summary>The one value of each document, 0 for none; null where a document has several.</summary>
    private static int[]? OnlyOnes(int[] starts, List<int> numbers)
    {
        var ones = new int[starts.Length - 1];
        for (var doc = 0; doc < ones.Length; doc++)
        {
            switch (starts[doc + 1] - starts[doc])
            {
                case 0:
                    break;
                case 1:
                    ones[doc] = numbers[starts[doc]];
                    break;
                default:
                    return null;
            }
        }

        return ones;
    }

    private int[] GroupsOf(SortedSetDocValues values, Dictionary<string, int> groups)
    {
        var groupOf = new int[values.ValueCount];
        for (var ordinal = 0; ordinal < groupOf.Length; ordinal++)
        {
            var label = new BytesRef();
            values.LookupOrd(ordinal, label);
            groupOf[ordinal] = GroupOf(groups, FacetLabel.Parse(label.Utf8ToString()));
        }

        return groupOf;
    }

    private int GroupOf(Dictionary<string, int> groups, (string Key, string Value) label)
    {
        if (!groups.TryGetValue(label.Key, out var group))
        {
            groups[label.Key] = group = _values.Count;
            _values.Add(label.Value);
        }
        else if (string.CompareOrdinal(label.Value, _values[group]) < 0)
        {
            _values[group] = label.Value;
        }

        return group;
    }
}

/// <summary>The values of the documents of one segment, each by its number and one more: 0 stands for none.</summary>
/// <param name="Starts">Where the values of a document begin; those of the next one follow. Empty where no document has more than one.</param>
/// <param name="Values">The values; where there is one a document, by document.</param>
/// <param name="Affinities">For topics: affinity of each value in thousandths; else empty.</param>
internal sealed record SegmentColumn(int[] Starts, int[] Values, short[] Affinities)
{
    /// <summary>Values of a document in the mean.</summary>
    public float MeanValues => Starts.Length == 0 ? 1 : (float)Values.Length / Starts.Length;

    /// <summary>Where the values of a document are.</summary>
    public (int From, int To) PlacesOf(int doc) => Starts.Length == 0 ? (doc, doc + 1) : (Starts[doc], Starts[doc + 1]);
}
