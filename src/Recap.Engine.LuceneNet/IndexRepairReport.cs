using Recap.Engine.Indexing;

namespace Recap.Engine.LuceneNet;

/// <summary>What was done to a damaged index so that it could be opened. One of the two outcomes is there.</summary>
public sealed record IndexRepairReport
{
    /// <summary>What is wrong with the newest generation, in a few words.</summary>
    public required string Damage { get; init; }

    /// <summary>The newest generation that is sound, which is the current one now.</summary>
    public Generation? WentBackTo { get; init; }

    /// <summary>Where the folder was moved, no generation being sound: the index is empty now.</summary>
    public string? PutAside { get; init; }
}
