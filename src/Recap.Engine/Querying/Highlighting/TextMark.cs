using System.Collections.Immutable;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.Querying.Highlighting;

/// <summary>Something to mark where a text holds it.</summary>
/// <param name="Terms">Terms that stand in a row, and are marked as one, unless there is a <see cref="Window"/>. Never empty.</param>
/// <param name="Form">Which analysis they are terms of.</param>
/// <param name="Weight">How telling it is, above 0: passages are chosen by it.</param>
public sealed record TextMark(ImmutableArray<string> Terms, TermForm Form, float Weight)
{
    /// <summary>
    /// Places from the first to the last of several terms that may stand in any order, each marked for itself; 0 where they
    /// stand in a row. Words of grammar take no place among stems.
    /// </summary>
    public int Window { get; init; }
}
