using System.Collections.Immutable;
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

    /// <summary>
    /// The talks that share any key, those that may score most first; ties in any order that does not change. Never notes.
    /// Who has seen enough stops asking: what comes after is hardly worked out.
    /// </summary>
    IAsyncEnumerable<Neighbour> FindAsync(NeighbourQuery query, CancellationToken cancellationToken);

    /// <summary>The talks of some neighbours of this view, in their order.</summary>
    Task<ImmutableArray<IndexedTalk>> LoadAsync(ImmutableArray<Neighbour> neighbours, CancellationToken cancellationToken);
}

/// <summary>How many talks there are, and how many of them have a key.</summary>
/// <param name="Talks">All talks.</param>
/// <param name="ByKey">Talks that have the key; a key that none has may be missing.</param>
public sealed record KeyCounts(int Talks, IReadOnlyDictionary<string, int> ByKey);

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

    /// <summary>What its <see cref="KeyGroup"/>s add up to: it scores no more.</summary>
    public required double Most { get; init; }

    /// <summary>What it can be compared by.</summary>
    public required TalkProfile Profile { get; init; }
}
