using System.Collections.Immutable;
using Recap.Engine.Indexing;

namespace Recap.Engine.Querying.Suggesting;

/// <summary>Helps with typing a query: what it may become, and what was probably meant.</summary>
public interface IQuerySuggester
{
    /// <summary>Suggests for what is typed so far. Any string is valid; an empty one has no suggestion.</summary>
    /// <param name="typed">The query as far as it is typed.</param>
    /// <param name="most">Completions wanted, 1 or more.</param>
    /// <param name="cancellationToken">Gives up the wait.</param>
    Task<QuerySuggestions> SuggestAsync(string typed, int most, CancellationToken cancellationToken);
}

/// <summary>What a query may become.</summary>
public sealed record QuerySuggestions
{
    /// <summary>Names that go on from what was typed, best first. Each finds at least one talk.</summary>
    public required ImmutableArray<QueryCompletion> Completions { get; init; }

    /// <summary>The query that was probably meant; null where there is none, or where it finds nothing.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>The generation that answered.</summary>
    public required Generation Generation { get; init; }
}

/// <summary>A name that goes on from what was typed.</summary>
/// <param name="Text">The name in its own spelling.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Talks">How many talks carry it, 1 or more.</param>
public sealed record QueryCompletion(string Text, CompletionKind Kind, int Talks);

/// <summary>What a completion names, in the order they are preferred.</summary>
public enum CompletionKind
{
    /// <summary>A technology.</summary>
    Technology,

    /// <summary>A topic, by its id.</summary>
    Topic,

    /// <summary>A speaker.</summary>
    Speaker,

    /// <summary>A series of conferences.</summary>
    Event,

    /// <summary>The title of a talk.</summary>
    Title,
}
