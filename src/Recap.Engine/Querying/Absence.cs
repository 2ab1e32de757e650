using System.Collections.Immutable;

namespace Recap.Engine.Querying;

/// <summary>Why a talk does not answer a query, or that it does.</summary>
public sealed record Absence
{
    /// <summary>The talk asked about.</summary>
    public required string TalkId { get; init; }

    /// <summary>Place of the talk among the hits, from 1; null where it is none of them.</summary>
    public int? Rank { get; init; }

    /// <summary>What keeps the talk out, or down; empty where it comes first.</summary>
    public ImmutableArray<AbsenceReason> Reasons { get; init; } = [];

    /// <summary>The talk's score explained, where it answers words.</summary>
    public HitExplanation? Explanation { get; init; }
}

/// <summary>One thing that keeps a talk out of an answer, or down in it.</summary>
/// <param name="Cause">What sort of thing.</param>
/// <param name="Subject">The word, filter field or clause it is about.</param>
/// <param name="Message">One English sentence for people.</param>
public sealed record AbsenceReason(AbsenceCause Cause, string Subject, string Message);

/// <summary>What keeps a talk out.</summary>
public enum AbsenceCause
{
    /// <summary>A filter does not admit the talk.</summary>
    Filter,

    /// <summary>The query excludes what the talk holds (<c>-word</c>).</summary>
    Excluded,

    /// <summary>The query requires what the talk does not hold (a phrase, <c>speaker:</c>).</summary>
    Required,

    /// <summary>No form of a word is in the talk.</summary>
    WordNotInTalk,

    /// <summary>No talk at all has the word, and none is near it.</summary>
    WordUnknown,

    /// <summary>Others answer better.</summary>
    Outranked,
}
