using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Recap.Engine.Indexing;
using Recap.Engine.Querying;

namespace Recap.Engine.Relating;

/// <summary>
/// Asks for talks by the most that they can score. What talks share is told by keys; how much a feature can be at most, by the
/// keys that carry it. So an engine can name every talk worth comparing closely, and no more, without knowing what features mean.
/// </summary>
public sealed record NeighbourQuery
{
    /// <summary>What is added up for a talk: one group for each feature.</summary>
    public required ImmutableArray<KeyGroup> Groups { get; init; }

    /// <summary>Which talks may be found.</summary>
    public required TalkFilter Filter { get; init; }

    /// <summary>A post whose talks are not to be found; null for none.</summary>
    public PostKey? Without { get; init; }

    /// <summary>Talks that add up to less are not wanted. 0 or more.</summary>
    public double Least { get; init; }
}

/// <summary>
/// The most that a feature adds to the score of a talk: <c>Weight * s / (s + Half)</c>, where s is what the shared keys gain,
/// divided by the talk's length where that counts.
/// </summary>
public sealed record KeyGroup
{
    /// <summary>The keys.</summary>
    public required ImmutableArray<WeightedKey> Keys { get; init; }

    /// <summary>What the feature adds where it is 1. 0 or more.</summary>
    public required double Weight { get; init; }

    /// <summary>What the shared keys gain where the feature is one half; 0 where anything shared makes it 1.</summary>
    public required double Half { get; init; }

    /// <summary>Whether what is gained counts for less in a long talk: <see cref="TalkProfile.Norm"/>.</summary>
    public bool ByLength { get; init; }
}

/// <summary>A key with what sharing it gains.</summary>
/// <param name="Key">As <see cref="TalkKey"/> makes them.</param>
/// <param name="Gains">
/// The most that it gains by the strength of the other talk's key: the first for strength 1, the last for all beyond. Never
/// empty, none below 0, none below the one before.
/// </param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct WeightedKey(string Key, ImmutableArray<float> Gains);
