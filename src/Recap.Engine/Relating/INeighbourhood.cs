using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Recap.Engine.Indexing;
using Recap.Engine.Querying;

namespace Recap.Engine.Relating;

/// <summary>What an index must be able to say for talks to be related: an engine's part, with no judgement in it.</summary>
public interface INeighbourhood
{
    /// <summary>The generation that <see cref="OpenAsync"/> would read, as far as it is known.</summary>
    Generation Current { get; }

    /// <summary>Holds the newest generation until disposed of.</summary>
    Task<INeighbourhoodView> OpenAsync(CancellationToken cancellationToken);
}

/// <summary>One generation, for one question.</summary>
public interface INeighbourhoodView : IAsyncDisposable
{
    /// <summary>The generation that is read.</summary>
    Generation Generation { get; }

    /// <summary>The talk of that name, the first by source where several sources have one.</summary>
    /// <exception cref="TalkNotFoundException">There is none.</exception>
    Task<IndexedTalk> GetAsync(string id, CancellationToken cancellationToken);

    /// <summary>The talks of the page at that address, in the order told, notes left out.</summary>
    /// <param name="page">The address, or, where the site is looked at elsewhere, only its path.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>None where no post is there.</returns>
    Task<ImmutableArray<IndexedTalk>> TalksOfPageAsync(PageKey page, CancellationToken cancellationToken);

    /// <summary>How many talks have each of the keys.</summary>
    Task<KeyCounts> CountAsync(ImmutableArray<string> keys, CancellationToken cancellationToken);

    /// <summary>The talks that share the most weight of keys, heaviest first; ties in any order that does not change. Never notes.</summary>
    Task<ImmutableArray<Neighbour>> FindAsync(NeighbourQuery query, CancellationToken cancellationToken);

    /// <summary>The talks of some neighbours of this view, in their order.</summary>
    Task<ImmutableArray<IndexedTalk>> LoadAsync(ImmutableArray<Neighbour> neighbours, CancellationToken cancellationToken);
}

/// <summary>How many talks there are, and how many of them have a key.</summary>
/// <param name="Talks">All talks.</param>
/// <param name="ByKey">Talks that have the key; a key that none has may be missing.</param>
public sealed record KeyCounts(int Talks, IReadOnlyDictionary<string, int> ByKey);

/// <summary>Asks for talks that share keys.</summary>
public sealed record NeighbourQuery
{
    /// <summary>The keys, each with what sharing it is worth, above 0.</summary>
    public required ImmutableArray<WeightedKey> Keys { get; init; }

    /// <summary>Which talks may be found.</summary>
    public required TalkFilter Filter { get; init; }

    /// <summary>A post whose talks are not to be found; null for none.</summary>
    public PostKey? Without { get; init; }

    /// <summary>How many talks are wanted.</summary>
    public required int Limit { get; init; }
}

/// <summary>A key with its worth.</summary>
/// <param name="Key">As <see cref="TalkKey"/> makes them.</param>
/// <param name="Weight">Above 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct WeightedKey(string Key, double Weight);

/// <summary>A talk that shares keys.</summary>
public sealed record Neighbour
{
    /// <summary>The engine's own number for it, good for this view only.</summary>
    public required int Handle { get; init; }

    /// <summary>Name of the talk.</summary>
    public required string Id { get; init; }

    /// <summary>The post that tells it.</summary>
    public required PostKey Post { get; init; }

    /// <summary>The edition it was given at; null where it is not known.</summary>
    public required string? Event { get; init; }

    /// <summary>What it can be compared by.</summary>
    public required TalkProfile Profile { get; init; }
}
