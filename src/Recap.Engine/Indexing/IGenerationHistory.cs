using System.Collections.Immutable;

namespace Recap.Engine.Indexing;

/// <summary>The generations an index keeps, so that a bad reindex can be taken back.</summary>
public interface IGenerationHistory
{
    /// <summary>The generations there are, newest first: what readers see, then the one it can be gone back to, where there is one.</summary>
    ImmutableArray<Generation> List();

    /// <summary>
    /// Publishes the generation before the current one again, under the next number. To do so twice is to take it back.
    /// </summary>
    /// <returns>The new generation.</returns>
    /// <exception cref="IndexInUseException">Another writer holds the index.</exception>
    /// <exception cref="IndexUnusableException">The one before is damaged.</exception>
    /// <exception cref="NoEarlierGenerationException">There is none to go back to.</exception>
    Task<Generation> RollBackAsync(CancellationToken cancellationToken);
}

/// <summary>There is no generation to go back to.</summary>
public sealed class NoEarlierGenerationException()
    : Exception("There is no generation to go back to: the index keeps the last two, and there has been only one.");
