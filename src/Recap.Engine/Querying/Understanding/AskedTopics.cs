using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Recap.Engine.Querying.Understanding;

/// <summary>What a query is about.</summary>
public sealed record AskedTopics
{
    /// <summary>About nothing that is known.</summary>
    public static AskedTopics None { get; } = new() { Topics = [], Suffice = false };

    /// <summary>The topics with their shares, which sum up to 1 at most.</summary>
    public required ImmutableArray<AskedTopic> Topics { get; init; }

    /// <summary>
    /// Whether a talk about them answers that holds no word of the query: where the query describes what it looks for, or
    /// names a concept rather than a product.
    /// </summary>
    public required bool Suffice { get; init; }
}

/// <summary>A topic that a query is about.</summary>
/// <param name="Topic">Id of the topic.</param>
/// <param name="Share">Its share of what the query is about, above 0 and up to 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AskedTopic(string Topic, float Share);
