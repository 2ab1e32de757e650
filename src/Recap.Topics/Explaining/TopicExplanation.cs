using System.Collections.Immutable;

namespace Recap.Topics.Explaining;

/// <summary>Why a talk has its affinity to a topic. <see cref="Base"/> and the reasons add up to the log-odds of <see cref="Affinity"/>.</summary>
public sealed record TopicExplanation
{
    /// <summary>Id of the topic.</summary>
    public required string Topic { get; init; }

    /// <summary>Calibrated probability 0..1, as scored.</summary>
    public required float Affinity { get; init; }

    /// <summary>Log-odds of a text that says nothing.</summary>
    public required float Base { get; init; }

    /// <summary>What raised (above 0) and lowered (below 0) it, in log-odds, strongest first; each name once.</summary>
    public required ImmutableArray<TopicReason> Reasons { get; init; }
}

/// <summary>Something in a talk that raised or lowered an affinity.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A word or two as the talk writes them, or the canonical name of a technology.</param>
/// <param name="Weight">Log-odds it added.</param>
public readonly record struct TopicReason(TopicReasonKind Kind, string Text, float Weight);

/// <summary>What a reason is.</summary>
public enum TopicReasonKind
{
    /// <summary>Words of the talk.</summary>
    Words,

    /// <summary>A term of the taxonomy's list.</summary>
    Term,

    /// <summary>A technology of the glossary.</summary>
    Technology,
}
