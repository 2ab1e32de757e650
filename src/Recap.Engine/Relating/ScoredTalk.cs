namespace Recap.Engine.Relating;

/// <summary>A neighbour with its score.</summary>
internal sealed record ScoredTalk
{
    public required Neighbour Neighbour { get; init; }

    public required RelatedFeatures Features { get; init; }

    public required double Score { get; init; }

    /// <summary>Whether it is the session started from.</summary>
    public bool SameTalk { get; init; }
}
