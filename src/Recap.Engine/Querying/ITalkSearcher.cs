using Recap.Engine.Indexing;

namespace Recap.Engine.Querying;

/// <summary>Reads one index. Every answer comes from one generation.</summary>
public interface ITalkSearcher
{
    /// <summary>Finds the talks that answer a query.</summary>
    /// <exception cref="InvalidPageTokenException">The token is not this query's, or no token at all.</exception>
    /// <exception cref="PageTokenExpiredException">The token's generation is no longer there.</exception>
    Task<TalkPage> SearchAsync(TalkQuery query, CancellationToken cancellationToken);

    /// <summary>The talk of that name.</summary>
    /// <exception cref="TalkNotFoundException">There is none.</exception>
    Task<IndexedTalk> GetAsync(string id, CancellationToken cancellationToken);
}

/// <summary>No talk has that name.</summary>
public sealed class TalkNotFoundException(string id) : Exception($"There is no talk named '{id}'.")
{
    /// <summary>The name asked for.</summary>
    public string Id { get; } = id;
}

/// <summary>A page token that this query never gave out.</summary>
public sealed class InvalidPageTokenException(string message) : Exception(message);

/// <summary>A page token of a generation that is no longer there.</summary>
public sealed class PageTokenExpiredException(long generation)
    : Exception($"The page token is of generation {generation}, which is no longer there. Ask for the first page again.")
{
    /// <summary>The generation the token was given out by.</summary>
    public long Generation { get; } = generation;
}
