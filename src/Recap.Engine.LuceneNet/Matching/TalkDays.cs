using Lucene.Net.Index;
using Recap.Engine.LuceneNet.Schema;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>The days of all talks of one generation, in flat arrays: they are asked for at every talk that answers.</summary>
internal sealed class TalkDays
{
    private const int Undated = -1;

    private readonly int[][] _days;

    public TalkDays(IndexReader reader)
    {
        _days = [.. reader.Leaves.Select(leaf => Read(leaf.AtomicReader))];
        Newest = _days.SelectMany(days => days).DefaultIfEmpty(0).Max();
    }

    /// <summary>Day of the newest talk; 0 or less where none is dated.</summary>
    public int Newest { get; }

    /// <summary>How many documents a segment has.</summary>
    public int CountOf(int segment) => _days[segment].Length;

    /// <summary>How many days a document of a segment is older than the newest; null where it is not dated.</summary>
    public int? AgeOf(int doc, int segment) => _days[segment][doc] is >= 0 and var day ? Newest - day : null;

    private static int[] Read(AtomicReader reader)
    {
        var days = new int[reader.MaxDoc];
        Array.Fill(days, Undated);
        if (reader.GetNumericDocValues(FieldNames.SortDay) is { } values)
        {
            var dated = reader.GetDocsWithField(FieldNames.SortDay);
            for (var doc = 0; doc < days.Length; doc++)
            {
                days[doc] = dated.Get(doc) ? (int)values.Get(doc) : Undated;
            }
        }

        return days;
    }
}
