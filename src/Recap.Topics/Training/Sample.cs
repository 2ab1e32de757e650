using System.Collections.Immutable;
using Recap.Topics.Features;

namespace Recap.Topics.Training;

/// <summary>A labelled text as a vector.</summary>
internal sealed record Sample
{
    public required TextReading Reading { get; init; }

    /// <summary>Places of its topics in the taxonomy.</summary>
    public required ImmutableArray<int> Topics { get; init; }

    public required float Weight { get; init; }

    /// <summary>The part of the data it is held out with.</summary>
    public required int Fold { get; init; }

    /// <summary>Year of the conference whose track gave the topics; null where people labelled this very text, so that its topics are all its topics.</summary>
    public required int? Year { get; init; }

    public bool LabelledByHand => Year is null;
}
