using System.Collections.Immutable;

namespace Recap.Talks.Splitting.Titles;

/// <summary>A line that names a talk, taken apart.</summary>
internal sealed record TitleLine
{
    /// <summary>The title without decoration and people; may be empty.</summary>
    public required string Title { get; init; }

    public ImmutableArray<Speaker> Speakers { get; init; } = [];

    /// <summary>How the people are joined to the title.</summary>
    public SpeakerForm Form { get; init; }

    /// <summary>What sort of session the decoration says it is; null where it says nothing.</summary>
    public TalkKind? Kind { get; init; }

    /// <summary>True where the decoration numbers or times the talk, or says "conference".</summary>
    public bool IsAnnounced { get; init; }
}

/// <summary>How a line joins people to a title.</summary>
internal enum SpeakerForm
{
    None,

    /// <summary>"(par )": the words for people are there, the people are not.</summary>
    Empty,

    /// <summary>"par A", "by A", "(par A)".</summary>
    Said,

    /// <summary>"(A)".</summary>
    Parentheses,

    /// <summary>"Title - A", with any dash, slash or bar.</summary>
    Dash,

    /// <summary>"Title : A".</summary>
    Colon,

    /// <summary>"A - Title".</summary>
    Before,

    /// <summary>"A : Title".</summary>
    BeforeColon,

    /// <summary>"Title, A".</summary>
    Comma,

    /// <summary>"A": the session is called by who gave it.</summary>
    Named,
}
