using System.Collections.Immutable;

namespace Recap.Engine.Relating;

/// <summary>What two talks have in common, one number 0..1 for each of <see cref="Names"/>. The same in both directions.</summary>
public sealed record RelatedFeatures
{
    /// <summary>The features, in the order of <see cref="Values"/>; weights are stored by these names.</summary>
    public static ImmutableArray<string> Names { get; } = ["wording", "topic", "idea", "speaker"];

    /// <summary>Telling words of title and text, and technologies, that both use: by rarity and frequency, for the length of both.</summary>
    public required double Wording { get; init; }

    /// <summary>Topics that both are about, rare ones more.</summary>
    public required double Topic { get; init; }

    /// <summary>Passages that both are near to: what goes together though it is said in other words.</summary>
    public required double Idea { get; init; }

    /// <summary>1 where a speaker is the same.</summary>
    public required double Speaker { get; init; }

    /// <summary>The numbers, in the order of <see cref="Names"/>.</summary>
    public ImmutableArray<double> Values => [Wording, Topic, Idea, Speaker];
}
