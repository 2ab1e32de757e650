using System.Text;
using Recap.Engine.Analysis;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.Querying.Suggesting;

/// <summary>Corrects the words of a query that the index does not know. What is quoted, excluded or a field's value stays.</summary>
public static class SpellingCorrection
{
    /// <summary>Neighbours asked of the index for one word.</summary>
    private const int Candidates = 3;

    /// <summary>The query with its unknown words replaced by their nearest known ones; null where nothing is to be replaced.</summary>
    /// <param name="query">The query as understood.</param>
    /// <param name="vocabulary">Words of the index.</param>
    /// <param name="names">Names that are right as they are.</param>
    public static string? Of(ParsedQuery query, IVocabulary vocabulary, NameTable names)
    {
        var corrected = new StringBuilder(query.Text);
        var replaced = false;
        foreach (var word in query.Clauses.SelectMany(WordsOf).OrderByDescending(word => word.Start))
        {
            if (Nearest(word, vocabulary, names) is { } better)
            {
                corrected.Remove(word.Start, word.Length).Insert(word.Start, better);
                replaced = true;
            }
        }

        return replaced ? corrected.ToString() : null;
    }

    private static IEnumerable<QueryWord> WordsOf(QueryClause clause) => clause switch
    {
        QueryWord word => [word],
        QueryRun run => run.Words,
        QueryAlternatives alternatives => alternatives.Options.SelectMany(WordsOf),
        _ => [],
    };

    private static string? Nearest(QueryWord word, IVocabulary vocabulary, NameTable names)
    {
        if (names.IsName(word.Text) || StopWords.Contains(word.Text)
            || word.Variants.Any(variant => variant.Form == TermForm.Exact && variant.Kind <= MatchKind.Compound && variant.Terms.All(IsKnown)))
        {
            return null;
        }

        var edits = TypoRules.MaxEdits(word.Text);
        return edits > 0
            ? vocabulary.Near(word.Text, edits, Candidates).FirstOrDefault()
            : TypoRules.Swaps(word.Text).Where(IsKnown).OrderByDescending(vocabulary.DocumentFrequency).FirstOrDefault();

        bool IsKnown(string term) => vocabulary.DocumentFrequency(term) > 0;
    }
}
