using System.Collections.Immutable;

namespace Recap.Engine.LuceneNet.Ordering;

/// <summary>Keeps the first hits of a segment, as many as are wanted.</summary>
internal sealed class BestOfSegment
{
    private readonly HitOrder _order;
    private readonly PriorityQueue<SegmentHit, SegmentHit> _worstFirst;
    private readonly int _wanted;

    /// <param name="order">The order of hits.</param>
    /// <param name="wanted">Hits kept at most.</param>
    /// <param name="least">What enough hits of other segments rank at least: what ranks lower is not wanted.</param>
    public BestOfSegment(HitOrder order, int wanted, double least)
    {
        (_order, _wanted, Least) = (order, wanted, least);
        _worstFirst = new PriorityQueue<SegmentHit, SegmentHit>(Comparer<SegmentHit>.Create((x, y) => order.Compare(y, x)));
    }

    /// <summary>Rank of the worst hit kept, once there are enough: nearly every hit is told by it alone.</summary>
    public double Least { get; private set; }

    public void Offer(SegmentHit hit)
    {
        if (_order.RankOf(hit) < Least)
        {
            return;
        }

        if (_worstFirst.Count < _wanted)
        {
            _worstFirst.Enqueue(hit, hit);
        }
        else if (_order.Compare(hit, _worstFirst.Peek()) < 0)
        {
            _worstFirst.DequeueEnqueue(hit, hit);
        }

        Least = _worstFirst.Count == _wanted ? Math.Max(Least, _order.RankOf(_worstFirst.Peek())) : Least;
    }

    /// <summary>The hits as hits of the whole index, in no order.</summary>
    public IEnumerable<RankedHit> Take(int docBase) => _worstFirst.UnorderedItems.Select(item => new RankedHit
    {
        Doc = docBase + item.Element.Doc,
        Score = item.Element.Score,
        Factor = item.Element.Factor,
        Rank = _order.RankOf(item.Element),
        Order = _order,
        SegmentDoc = item.Element.Doc,
    });
}

/// <summary>A hit of the whole index with what it is ordered by.</summary>
internal sealed record RankedHit
{
    public required int Doc { get; init; }

    public required float Score { get; init; }

    public required float Factor { get; init; }

    public required double Rank { get; init; }

    /// <summary>Knows title and id, which are read only where ranks are equal.</summary>
    public required HitOrder Order { get; init; }

    /// <summary>Number within the segment.</summary>
    public required int SegmentDoc { get; init; }

    /// <summary>Names of further talks that tell its session; empty unless tellings are collapsed.</summary>
    public ImmutableArray<string> Tellings { get; init; } = [];

    public static int Compare(RankedHit x, RankedHit y)
    {
        var byRank = y.Rank.CompareTo(x.Rank);
        if (byRank != 0 || ReferenceEquals(x, y))
        {
            return byRank;
        }

        var byTitle = string.CompareOrdinal(x.Order.TitleOf(x.SegmentDoc), y.Order.TitleOf(y.SegmentDoc));
        return byTitle != 0 ? byTitle : string.CompareOrdinal(x.Order.IdOf(x.SegmentDoc), y.Order.IdOf(y.SegmentDoc));
    }
}
