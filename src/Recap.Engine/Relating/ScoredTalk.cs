namespace Recap.Engine.Relating;

/// <summary>A neighbour with its score and, where it stands for several tellings of one session, the others.</summary>
internal sealed record ScoredTalk
{
    public required Neighbour Neighbour { get; init; }

    public required RelatedFeatures Features { get; init; }

    public required double Score { get; init; }

    /// <summary>Whether it is the session started from.</summary>
    public bool SameTalk { get; init; }

    /// <summary>Names of further tellings, best first.</summary>
    public List<string> Tellings { get; } = [];
}
