using System.Collections.Immutable;
using Recap.Engine.Indexing;

namespace Recap.Engine.Relating;

/// <summary>Suggestions, all from one generation.</summary>
public sealed record RelatedAnswer
{
    /// <summary>One group for a talk or a text; for a page one for each of its talks, in the order told. Notes have none.</summary>
    public required ImmutableArray<RelatedGroup> Groups { get; init; }

    /// <summary>The generation that answered.</summary>
    public required Generation Generation { get; init; }
}

/// <summary>The suggestions for one talk or text.</summary>
public sealed record RelatedGroup
{
    /// <summary>The talk they are related to; null where that is a text.</summary>
    public IndexedTalk? About { get; init; }

    /// <summary>Best first, but no event or post crowds out the others. Never padded: fewer, or none, where nothing is close.</summary>
    public required ImmutableArray<RelatedTalk> Suggestions { get; init; }

    /// <summary>Why there are no suggestions; null where there are some.</summary>
    public EmptyReason? EmptyReason { get; init; }
}

/// <summary>Why a talk has no suggestions.</summary>
public enum EmptyReason
{
    /// <summary>No talk that the query admits scores above the floor.</summary>
    NoCloseTalk,

    /// <summary>The text or talk has no words to go by.</summary>
    NothingToGoBy,
}

/// <summary>A suggested talk.</summary>
public sealed record RelatedTalk
{
    /// <summary>The talk.</summary>
    public required IndexedTalk Talk { get; init; }

    /// <summary>Probability 0..1 that a reader of the one finds the other worth reading next.</summary>
    public required double Score { get; init; }

    /// <summary>Whether it is the same session, told by somebody else or given elsewhere. Holds in both directions.</summary>
    public bool SameTalk { get; init; }

    /// <summary>Names of further talks that are the same session as this one, best first; they take no place in the list.</summary>
    public ImmutableArray<string> Tellings { get; init; } = [];

    /// <summary>Why it is suggested, strongest first. Never empty.</summary>
    public required ImmutableArray<RelatedReason> Reasons { get; init; }
}

/// <summary>One reason for a suggestion.</summary>
public sealed record RelatedReason
{
    /// <summary>What the two talks share.</summary>
    public required RelatedReasonKind Kind { get; init; }

    /// <summary>Which technologies, topics (ids), speakers or words, most telling first; for ideas, words of either; empty for <see cref="RelatedReasonKind.SameTalk"/>.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>For topics, the lower of the two talks' affinities, 0..1, one for each label; empty otherwise.</summary>
    public ImmutableArray<double> Affinities { get; init; } = [];

    /// <summary>Share of the evidence that this reason carries, 0..1.</summary>
    public required double Share { get; init; }
}

/// <summary>What two talks may share.</summary>
public enum RelatedReasonKind
{
    /// <summary>They are one session.</summary>
    SameTalk,

    /// <summary>Technologies.</summary>
    Technology,

    /// <summary>Topics.</summary>
    Topic,

    /// <summary>Speakers.</summary>
    Speaker,

    /// <summary>Telling words.</summary>
    Wording,

    /// <summary>Different words that go together elsewhere.</summary>
    Idea,
}
