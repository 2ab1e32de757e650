using Recap.Engine.Querying.Suggesting;

namespace Recap.Engine.Querying.Understanding;

/// <summary>What a query asks for in words of meaning: its typing errors corrected, without quoted words, filters and exclusions.</summary>
public sealed record AskedWords
{
    /// <summary>Shorter queries name what they ask for; longer ones describe it.</summary>
    private const int ShortestDescription = 3;

    /// <summary>The words in the order typed, with a blank between them; empty where there are none.</summary>
    public required string Text { get; init; }

    /// <summary>Whether they describe what is looked for, rather than name it.</summary>
    public required bool Describe { get; init; }

    /// <summary>The words of a query.</summary>
    /// <param name="query">The query as read.</param>
    /// <param name="vocabulary">Words of the index, by which typing errors are seen.</param>
    /// <param name="names">Names that are known.</param>
    public static AskedWords Of(ParsedQuery query, IVocabulary vocabulary, NameTable names)
    {
        ArgumentNullException.ThrowIfNull(query);
        var spelling = new SpellingCorrection(vocabulary, names);
        var words = query.Clauses.SelectMany(clause => WordsOf(query, clause, spelling)).ToList();
        return new AskedWords
        {
            Text = string.Join(' ', words.Select(word => word.Text)),
            Describe = words.Count(word => !word.IsGrammar) >= ShortestDescription,
        };
    }

    private static IEnumerable<(string Text, bool IsGrammar)> WordsOf(ParsedQuery query, QueryClause clause, SpellingCorrection spelling) => clause switch
    {
        QueryWord word => [(spelling.Nearest(word) ?? query.Text.Substring(word.Start, word.Length), word.IsStopWord)],
        QueryRun run => run.Words.Select(word => (query.Text.Substring(word.Start, word.Length), word.IsStopWord)),
        QueryAlternatives alternatives => alternatives.Options.SelectMany(option => WordsOf(query, option, spelling)),
        _ => [],
    };
}
