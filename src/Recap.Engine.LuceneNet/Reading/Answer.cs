using System.Collections.Immutable;
using Recap.Engine.LuceneNet.Ordering;
using Recap.Engine.Querying;

namespace Recap.Engine.LuceneNet.Reading;

/// <summary>What a search found, before talks are read.</summary>
internal sealed record Answer
{
    /// <summary>The first hits, in order, as many as were wanted.</summary>
    public required IReadOnlyList<RankedHit> Hits { get; init; }

    /// <summary>How many talks answer.</summary>
    public required int Total { get; init; }

    public required ImmutableArray<FacetCounts> Facets { get; init; }
}
