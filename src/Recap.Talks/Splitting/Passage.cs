using System.Collections.Immutable;
using Recap.Talks.Posts;

namespace Recap.Talks.Splitting;

/// <summary>A passage that was judged to be a talk.</summary>
internal sealed record Passage
{
    public required PassageMark Mark { get; init; }

    public required int Line { get; init; }

    public required string Title { get; init; }

    public ImmutableArray<Speaker> Speakers { get; init; } = [];

    public TalkKind Kind { get; init; }

    /// <summary>The heading whose anchor leads to it; null where none does.</summary>
    public Block? Heading { get; init; }

    public ImmutableArray<Block> Blocks { get; init; } = [];

    /// <summary>What they say, where it was read before; null where nobody has.</summary>
    public string? Text { get; init; }

    public ImmutableArray<Block> LinkBlocks { get; init; } = [];

    /// <summary>Their links, where they were gathered before; null where nobody has.</summary>
    public ImmutableArray<TalkLink>? Links { get; init; }

    public required (List<Evidence> Reasons, double Score) Evidence { get; init; }

    /// <summary>Whether the prose gives its title, and not only what it was about.</summary>
    public bool IsTitled => Evidence.Reasons[0].Code is "title-by-person" or "person-title" or "person-tells-title" or "session-title-person" or "session-title" or "linked-session" or "title-is-session" or "session-entitled" or "session-given-by" or "session-called-by-person" or "attended-title";

    /// <summary>Whether the prose says of it only whose it was: "j'ai vu la conférence de A".</summary>
    public bool IsCalledByPerson => Evidence.Reasons[0].Code is "attended-of-person";

    /// <summary>Whether nothing but a verb made a sentence of the prose a talk: below a heading it most likely tells of the heading's own.</summary>
    public bool IsGuessed => Evidence.Reasons[0].Code is "person-tells" or "person-leads" or "person-opens" or "told-by-person" or "attended-about" or "attended-of-person" or "pronoun-tells" or "session-about-was" or "session-colon" or "somebody-tells" or "attended-title";
}
