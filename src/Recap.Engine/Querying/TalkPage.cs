using System.Collections.Immutable;
using Recap.Engine.Indexing;

namespace Recap.Engine.Querying;

/// <summary>One page of hits, with what it says of itself.</summary>
public sealed record TalkPage
{
    /// <summary>The hits in order.</summary>
    public required ImmutableArray<TalkHit> Hits { get; init; }

    /// <summary>How many hits there are in all: of sessions collapsed, one each. Facets count talks all the same.</summary>
    public required TotalHits Total { get; init; }

    /// <summary>The generation that answered.</summary>
    public required Generation Generation { get; init; }

    /// <summary>The counts asked for, in the order asked.</summary>
    public ImmutableArray<FacetCounts> Facets { get; init; } = [];

    /// <summary>What was made of the text of the query.</summary>
    public UnderstoodQuery Understood { get; init; } = UnderstoodQuery.AsTyped;

    /// <summary>Asks for the next page; null at the end.</summary>
    public string? NextPageToken { get; init; }
}

/// <summary>A number of hits.</summary>
/// <param name="Value">How many.</param>
/// <param name="Exact">False where there are at least that many.</param>
public readonly record struct TotalHits(int Value, bool Exact);

/// <summary>A talk that answers a query.</summary>
public sealed record TalkHit
{
    /// <summary>The talk.</summary>
    public required IndexedTalk Talk { get; init; }

    /// <summary>How well it answers: larger is better, comparable within one answer only. 0 where the query has no text.</summary>
    public required float Score { get; init; }

    /// <summary>The whole title, cut where a match begins and ends.</summary>
    public required ImmutableArray<TextSegment> Title { get; init; }

    /// <summary>The best passages of the text, best first; at most three, each at most 240 characters.</summary>
    public required ImmutableArray<ImmutableArray<TextSegment>> Snippets { get; init; }

    /// <summary>Why the hit has its score; null unless asked for or where the query has no text.</summary>
    public HitExplanation? Explanation { get; init; }

    /// <summary>Names of further talks that tell the same session, best first; empty unless tellings are collapsed.</summary>
    public ImmutableArray<string> Tellings { get; init; } = [];
}

/// <summary>A stretch of plain text.</summary>
/// <param name="Text">The text, never markup.</param>
/// <param name="Highlighted">Whether it is what the query matched.</param>
public readonly record struct TextSegment(string Text, bool Highlighted);
