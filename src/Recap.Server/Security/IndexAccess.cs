using Recap.Engine.Indexing.Pushing;

namespace Recap.Server.Security;

/// <summary>Who may change the index from afar, and how it is changed.</summary>
public sealed record IndexAccess
{
    /// <summary>The keys.</summary>
    public required KeyRing Keys { get; init; }

    /// <summary>Takes what is pushed.</summary>
    public required PushedIndex Pushes { get; init; }
}
