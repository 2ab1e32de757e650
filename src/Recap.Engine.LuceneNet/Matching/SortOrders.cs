using Lucene.Net.Search;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>The orders hits may come in; every one ends with the id, so that none is left to chance.</summary>
internal static class SortOrders
{
    private static readonly SortField ById = new(FieldNames.SortId, SortFieldType.STRING);

    private static readonly Sort Relevance = new(SortField.FIELD_SCORE, ById);

    private static readonly Sort Id = new(ById);

    private static readonly Sort Newest = new(NewestDay(), ById);

    private static readonly Sort Title = new(new SortField(FieldNames.SortTitle, SortFieldType.STRING), ById);

    public static Sort Of(TalkQuery query, bool scored) => query.Sort switch
    {
        TalkSort.Newest => Newest,
        TalkSort.Title => Title,
        _ => scored ? Relevance : Id,
    };

    private static SortField NewestDay()
    {
        var day = new SortField(FieldNames.SortDay, SortFieldType.INT64, reverse: true);
        day.SetMissingValue(long.MinValue);
        return day;
    }
}
