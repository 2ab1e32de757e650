using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.Querying;

/// <summary>Why a hit has its score: <c>((sum of reasons + closeness) * coverage + agreement + meaning) * notes * recency</c>.</summary>
public sealed record HitExplanation
{
    /// <summary>The score explained.</summary>
    public required float Score { get; init; }

    /// <summary>What each word that answered brought, in the order of the query.</summary>
    public required ImmutableArray<MatchReason> Reasons { get; init; }

    /// <summary>Words of the query that the talk does not answer, as typed.</summary>
    public required ImmutableArray<string> Missing { get; init; }

    /// <summary>What words close to each other brought, added to the reasons. 0 or more.</summary>
    public required float Closeness { get; init; }

    /// <summary>What the answered share of the query leaves of the score, 0..1.</summary>
    public required float Coverage { get; init; }

    /// <summary>What being about what the query is about brought, by the topic model. 0 or more.</summary>
    public float Agreement { get; init; }

    /// <summary>The topics that query and talk share, the one that brought most first.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>What meaning alike brought, by the sentence model; 0 where there is none.</summary>
    public float Meaning { get; init; }

    /// <summary>What being an entry of kind notes leaves of the score; 1 for talks.</summary>
    public required float Notes { get; init; }

    /// <summary>What recency makes of the score; 1 or a little more.</summary>
    public required float Recency { get; init; }
}

/// <summary>How one word of a query is answered by one talk.</summary>
public sealed record MatchReason
{
    /// <summary>The word or words of the query, folded.</summary>
    public required string Word { get; init; }

    /// <summary>The term or terms found in the talk, as indexed; with " … " between them where other words stand between.</summary>
    public required string Found { get; init; }

    /// <summary>How what was found comes from what was typed.</summary>
    public required MatchKind Kind { get; init; }

    /// <summary>For an alias or an idea: the name or topic that led there; else null.</summary>
    public string? Through { get; init; }

    /// <summary>Where it was found, the field that counts most first.</summary>
    public required ImmutableArray<FieldMatch> Fields { get; init; }

    /// <summary>What it brought to the score.</summary>
    public required float Score { get; init; }
}

/// <summary>A field in which a word was found.</summary>
/// <param name="Field">Which.</param>
/// <param name="Occurrences">How often.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FieldMatch(TalkField Field, int Occurrences);
