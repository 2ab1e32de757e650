using System.Collections.Immutable;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.Querying.Highlighting;

/// <summary>Something to mark where a text holds it.</summary>
/// <param name="Terms">Terms that stand in a row; they are marked as one. Never empty.</param>
/// <param name="Form">Which analysis they are terms of.</param>
/// <param name="Weight">How telling it is, above 0: passages are chosen by it.</param>
public sealed record TextMark(ImmutableArray<string> Terms, TermForm Form, float Weight);
