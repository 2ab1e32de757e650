using System.Collections.Immutable;

namespace Recap.Topics.Training;

/// <summary>A labelled text as a vector.</summary>
internal sealed record Sample
{
    public required int[] Features { get; init; }

    public required float[] Values { get; init; }

    /// <summary>Places of its topics in the taxonomy.</summary>
    public required ImmutableArray<int> Topics { get; init; }

    public required float Weight { get; init; }

    /// <summary>The part of the data it is held out with.</summary>
    public required int Fold { get; init; }

    /// <summary>Whether people labelled this very text, so that its topics are all its topics; otherwise they are those of a conference track.</summary>
    public required bool LabelledByHand { get; init; }
}
