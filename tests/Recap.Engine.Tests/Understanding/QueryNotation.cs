using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.Tests.Understanding;

/// <summary>Writes a parsed query as a line, so that a test row can say what it expects.</summary>
internal static class QueryNotation
{
    /// <summary>The clauses as words: <c>"a b"</c> a phrase, <c>[a b]</c> a run, <c>(a|b)</c> alternatives, <c>-x</c> excluded, <c>field:x</c>.</summary>
    public static string Of(ParsedQuery query) => string.Join(
        ' ',
        query.Clauses.Select(Of)
            .Concat(query.Excluded.Select(clause => "-" + Of(clause)))
            .Concat(query.Required.Select(Of))
            .Concat(query.YearFrom is null && query.YearTo is null ? [] : [$"year:{query.YearFrom}..{query.YearTo}"]));

    /// <summary>Variants of a word or run: <c>~</c> a stem, <c>*</c> a beginning, <c>±n</c> typing errors, <c>_</c> between terms in a row.</summary>
    public static string Of(QueryVariant variant) =>
        (variant.Form == TermForm.Stem ? "~" : "") + string.Join('_', variant.Terms)
        + (variant.Kind == MatchKind.Prefix ? "*" : "") + (variant.MaxEdits > 0 ? $"±{variant.MaxEdits}" : "");

    private static string Of(QueryClause clause) => clause switch
    {
        QueryWord word => word.IsStopWord ? $"{word.Text}°" : word.Text,
        QueryPhrase phrase => $"\"{string.Join(' ', phrase.Terms)}\"",
        QueryRun run => $"[{string.Join(' ', run.Words.Select(Of))}]",
        QueryAlternatives alternatives => $"({string.Join('|', alternatives.Options.Select(Of))})",
        FieldClause field => $"{field.Field.ToString().ToLowerInvariant()}:{string.Join(' ', field.Terms)}",
        _ => throw new InvalidOperationException(clause.GetType().Name),
    };
}
