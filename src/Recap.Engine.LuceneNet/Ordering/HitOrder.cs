using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying;

namespace Recap.Engine.LuceneNet.Ordering;

/// <summary>The order of hits of one segment. Every order ends with the id, so that none is left to chance.</summary>
internal sealed class HitOrder : IComparer<SegmentHit>
{
    private readonly TalkSort _sort;
    private readonly NumericDocValues? _days;
    private readonly IBits? _dated;
    private readonly SortedDocValues? _titles;
    private readonly NumericDocValues[] _affinities = [];
    private readonly SortedDocValues _ids;

    public HitOrder(AtomicReader reader, TalkQuery query)
    {
        _sort = query.Sort;
        _ids = reader.GetSortedDocValues(FieldNames.SortId) ?? DocValues.EMPTY_SORTED;
        if (_sort == TalkSort.Newest)
        {
            _days = reader.GetNumericDocValues(FieldNames.SortDay);
            _dated = reader.GetDocsWithField(FieldNames.SortDay);
        }
        else if (_sort == TalkSort.Title)
        {
            _titles = reader.GetSortedDocValues(FieldNames.SortTitle);
        }
        else if (_sort == TalkSort.Affinity)
        {
            _affinities = [.. query.Filter.Topics.Select(topic => reader.GetNumericDocValues(FieldNames.Affinity(topic))).OfType<NumericDocValues>()];
        }
    }

    /// <summary>What hits of the whole index compare by first; larger comes first.</summary>
    public double RankOf(SegmentHit hit) => _sort == TalkSort.Relevance ? hit.Score : StoredRankOf(hit);

    public string TitleOf(int doc) => _titles is null ? "" : Text(_titles, doc);

    public string IdOf(int doc) => Text(_ids, doc);

    /// <inheritdoc/>
    public int Compare(SegmentHit x, SegmentHit y)
    {
        var byRank = RankOf(y).CompareTo(RankOf(x));
        if (byRank != 0)
        {
            return byRank;
        }

        var byTitle = _titles is null ? 0 : _titles.GetOrd(x.Doc).CompareTo(_titles.GetOrd(y.Doc));
        return byTitle != 0 ? byTitle : _ids.GetOrd(x.Doc).CompareTo(_ids.GetOrd(y.Doc));
    }

    private double StoredRankOf(SegmentHit hit) => _sort switch
    {
        TalkSort.Newest => _days is not null && _dated?.Get(hit.Doc) == true ? _days.Get(hit.Doc) : double.MinValue,
        TalkSort.Title => 0,
        TalkSort.Affinity => _affinities.Aggregate(0L, (most, topic) => Math.Max(most, topic.Get(hit.Doc))),
        _ => hit.Score,
    };

    private static string Text(SortedDocValues values, int doc)
    {
        var text = new BytesRef();
        values.Get(doc, text);
        return text.Utf8ToString();
    }
}

/// <summary>A document of a segment and its score.</summary>
/// <param name="Doc">Number within the segment.</param>
/// <param name="Score">0 where the query has no text.</param>
/// <param name="Factor">What the score was multiplied with: what is added to it later is too.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SegmentHit(int Doc, float Score, float Factor);
