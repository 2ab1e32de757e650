using Recap.Engine.Indexing;
using Recap.Engine.Relating;

namespace Recap.Server;

/// <summary>What a server answers from. It owns none of it.</summary>
public sealed record ServedTalks
{
    /// <summary>The talks.</summary>
    public required ITalkIndex Index { get; init; }

    /// <summary>Suggests what to read next.</summary>
    public required IRelatedTalks Related { get; init; }

    /// <summary>Says what a text is about; names the topics.</summary>
    public required ITopicExplainer Topics { get; init; }
}
