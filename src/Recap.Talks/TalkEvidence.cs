using System.Collections.Immutable;

namespace Recap.Talks;

/// <summary>One reason for or against taking a passage of a post for a talk.</summary>
/// <param name="Code">Short stable name of the reason, such as <c>speaker-in-title</c>.</param>
/// <param name="Value">How much of it there is: 1 for what is there or not, 0..1 for shares, a few at most for counts.</param>
/// <param name="Weight">What it adds to the sum; negative speaks against.</param>
/// <param name="Detail">What was seen, quoted from the post or said in a few words; may be empty.</param>
public sealed record Evidence(string Code, double Value, double Weight, string Detail);

/// <summary>What the judge decided on one passage and why, in a form that can be printed.</summary>
public sealed record TalkEvidence
{
    /// <summary>Line of the post on which the passage begins, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The passage's heading or words that name it, plain.</summary>
    public required string Passage { get; init; }

    /// <summary>How the passage is marked in the post.</summary>
    public required PassageMark Mark { get; init; }

    /// <summary>Id of the talk it became; null where it was judged to be none.</summary>
    public string? Talk { get; init; }

    /// <summary>Sum of the weights, the log of the odds that it is a talk; taken for one from 0 up.</summary>
    public required double Score { get; init; }

    /// <summary>The reasons, in the order they were looked at.</summary>
    public required ImmutableArray<Evidence> Reasons { get; init; }
}

/// <summary>The ways a post marks where a talk begins.</summary>
public enum PassageMark
{
    /// <summary>A heading of any level and markup.</summary>
    Heading,

    /// <summary>A line all in bold or italic.</summary>
    BoldLine,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A line that is only a link.</summary>
    LinkLine,

    /// <summary>A title named within the prose.</summary>
    Inline,

    /// <summary>Nothing: the post as a whole.</summary>
    Post,
}
