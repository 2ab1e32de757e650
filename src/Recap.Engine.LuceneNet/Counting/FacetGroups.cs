using Lucene.Net.Index;
using Lucene.Net.Util;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying;

namespace Recap.Engine.LuceneNet.Counting;

/// <summary>
/// The values of one facet in one generation, numbered. Segments number values each for itself and spell them each
/// in their own way; a query then only counts numbers.
/// </summary>
internal sealed class FacetGroups
{
    private readonly List<string> _values = [];
    private readonly List<int[]> _groupOfOrdinal = [];

    public FacetGroups(IndexReader reader, TalkFacet facet)
    {
        var groups = new Dictionary<string, int>();
        foreach (var leaf in reader.Leaves)
        {
            var values = leaf.AtomicReader.GetSortedSetDocValues(FieldNames.Count(facet));
            var count = (int)(values?.ValueCount ?? 0);
            var ofOrdinal = new int[count];
            for (var ordinal = 0; ordinal < count; ordinal++)
            {
                var label = new BytesRef();
                values!.LookupOrd(ordinal, label);
                ofOrdinal[ordinal] = GroupOf(groups, FacetLabel.Parse(label.Utf8ToString()));
            }

            _groupOfOrdinal.Add(ofOrdinal);
        }
    }

    public int Count => _values.Count;

    public string ValueOf(int group) => _values[group];

    /// <summary>The group of each value of a segment.</summary>
    public int[] OfSegment(int segment) => _groupOfOrdinal[segment];

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
