using System.Collections.Immutable;
using Recap.Engine.Analysis;
using Recap.Engine.Querying.Suggesting;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.Querying;

/// <summary>What was made of a query beyond its words as typed.</summary>
public sealed record UnderstoodQuery
{
    /// <summary>Searched as typed.</summary>
    public static UnderstoodQuery AsTyped { get; } = new();

    /// <summary>The query as it was searched, where words that no talk holds were taken for typing errors; else null.</summary>
    public string? Corrected { get; init; }

    /// <summary>A query that differs in a letter or two and finds markedly more; null where there is none. It was not searched.</summary>
    public string? Suggested { get; init; }

    /// <summary>Other names that were looked for too, in the order of the query.</summary>
    public ImmutableArray<AppliedAlias> Aliases { get; init; } = [];

    /// <summary>Says what was made of a query.</summary>
    /// <param name="query">The query as read.</param>
    /// <param name="vocabulary">Words of the index that answered.</param>
    /// <param name="names">Names that are right as they are.</param>
    /// <param name="hits">The answer: corrected words are written as they stand there.</param>
    public static UnderstoodQuery Of(ParsedQuery query, IVocabulary vocabulary, NameTable names, ImmutableArray<TalkHit> hits)
    {
        var spelling = new SpellingCorrection(vocabulary, names);
        return new UnderstoodQuery
        {
            Corrected = hits.IsEmpty ? null : spelling.Correct(query, hits),
            Suggested = spelling.Suggest(query),
            Aliases = [.. query.Clauses.SelectMany(clause => AliasesOf(query, clause)).Distinct()],
        };
    }

    private static IEnumerable<AppliedAlias> AliasesOf(ParsedQuery query, QueryClause clause)
    {
        var typed = query.Text.Substring(clause.Start, clause.Length);
        var variants = clause switch
        {
            QueryWord word => word.Variants,
            QueryRun run => run.Variants,
            _ => [],
        };
        return variants.Where(variant => variant.Kind is MatchKind.Alias or MatchKind.Translation)
            .Select(variant => variant.Through).OfType<string>()
            .Where(name => FoldedText.KeyOf(name) != FoldedText.KeyOf(typed)).Distinct(StringComparer.Ordinal)
            .Select(name => new AppliedAlias(typed, name));
    }
}

/// <summary>Another name that was looked for too.</summary>
/// <param name="Typed">The words of the query, as typed.</param>
/// <param name="Name">What they are another name of: <c>Kubernetes</c> for <c>k8s</c>.</param>
public sealed record AppliedAlias(string Typed, string Name);
