using Recap.Engine.LuceneNet.Matching;

namespace Recap.Engine.LuceneNet.Counting;

/// <summary>For each value of a facet the documents of one segment that have it: where values are few, common documents are counted faster so than one by one.</summary>
internal sealed class ValueSets
{
    /// <summary>Of a facet with more values no sets are made: they take an eighth of a byte for each value and document.</summary>
    private const int MostValues = 64;

    // The set of the first value, that of the second, and so on.
    private readonly ulong[] _sets;
    private readonly int _words;

    private ValueSets(int values, int documents)
    {
        _words = DocBits.WordsFor(documents);
        _sets = new ulong[values * _words];
    }

    /// <summary>What counting by sets takes, if counting one value of one document takes 1.</summary>
    public long Cost => _sets.Length / 2;

    /// <summary>The sets of a segment; null where there would be too many.</summary>
    /// <param name="column">The values of the segment.</param>
    /// <param name="values">Different values of the generation.</param>
    /// <param name="documents">Documents of the segment.</param>
    /// <param name="least">For topics: the affinity from which a document has the value, in thousandths.</param>
    public static ValueSets? Of(SegmentColumn column, int values, int documents, long least)
    {
        if (values > MostValues)
        {
            return null;
        }

        var sets = new ValueSets(values, documents);
        for (var doc = 0; doc < documents; doc++)
        {
            var (from, to) = column.PlacesOf(doc);
            for (var at = from; at < to; at++)
            {
                if (column.Values[at] > 0 && (column.Affinities.Length == 0 || column.Affinities[at] >= least))
                {
                    sets.SetOf(column.Values[at] - 1)[doc >> DocBits.Shift] |= 1UL << doc;
                }
            }
        }

        return sets;
    }

    /// <summary>How many of some documents have a value.</summary>
    public int CountOf(int value, ReadOnlySpan<ulong> docs) => DocBits.CountOfBoth(SetOf(value), docs);

    private Span<ulong> SetOf(int value) => _sets.AsSpan(value * _words, _words);
}
