using System.Collections.Immutable;

namespace Recap.Talks;

/// <summary>What becomes of a post among the others of its site.</summary>
public sealed record SeriesPlace
{
    /// <summary>Path of the post whose talks it repeats; null where it repeats none.</summary>
    public string? Repeats { get; init; }

    /// <summary>The conference edition it has from its series; null where it tells one itself, or its series tells none.</summary>
    public ConferenceEvent? Event { get; init; }

    /// <summary>Ids of its entries in the order told, unique across the site; empty where the post keeps its own.</summary>
    public ImmutableArray<string> Ids { get; init; } = [];

    /// <summary>Whether two places come to the same.</summary>
    public bool IsAs(SeriesPlace other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Repeats == other.Repeats && Event == other.Event && Ids.SequenceEqual(other.Ids);
    }
}
