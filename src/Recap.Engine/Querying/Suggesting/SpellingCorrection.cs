using System.Collections.Immutable;
using System.Text;
using Recap.Engine.Analysis;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.Querying.Suggesting;

/// <summary>Finds the words that were probably meant. What is quoted, excluded, a name or a field's value stays.</summary>
/// <param name="vocabulary">Words of the index.</param>
/// <param name="names">Names that are right as they are.</param>
internal sealed class SpellingCorrection(IVocabulary vocabulary, NameTable names)
{
    /// <summary>Neighbours asked of the index for one word.</summary>
    private const int Candidates = 3;

    /// <summary>A word that more talks hold is nobody's error.</summary>
    private const int RarelyHeld = 2;

    /// <summary>How many times as many talks must hold another word for it to be suggested instead.</summary>
    private const int MarkedlyMore = 20;

    /// <summary>The query with its unknown words replaced by their nearest known ones; null where nothing is to be replaced.</summary>
    /// <param name="query">The query as read.</param>
    /// <param name="hits">Its answer: the words are written with the accents they have there.</param>
    public string? Correct(ParsedQuery query, ImmutableArray<TalkHit> hits)
    {
        var shown = hits.SelectMany(hit => hit.Title.Concat(hit.Snippets.SelectMany(snippet => snippet)))
            .Where(segment => segment.Highlighted).Select(segment => segment.Text.ToLowerInvariant())
            .DistinctBy(FoldedText.KeyOf).ToDictionary(FoldedText.KeyOf);
        return Replace(query, word => Nearest(word) is { } better ? shown.GetValueOrDefault(better, better) : null);
    }

    /// <summary>The query with words that hardly a talk holds replaced by near ones that markedly more hold; null where there are none.</summary>
    public string? Suggest(ParsedQuery query) => Replace(query, Likelier);

    private static string? Replace(ParsedQuery query, Func<QueryWord, string?> better)
    {
        var replaced = new StringBuilder(query.Text);
        foreach (var word in query.Clauses.SelectMany(WordsOf).OrderByDescending(word => word.Start))
        {
            if (better(word) is { } other)
            {
                replaced.Remove(word.Start, word.Length).Insert(word.Start, other);
            }
        }

        return replaced.Equals(query.Text) ? null : replaced.ToString();
    }

    /// <summary>Words that are a name together are spelled right, whether the index holds them or not.</summary>
    private static IEnumerable<QueryWord> WordsOf(QueryClause clause) => clause switch
    {
        QueryWord word => [word],
        QueryRun run => run.Variants.Any(variant => variant.Kind is MatchKind.Alias or MatchKind.Translation) ? [] : run.Words,
        QueryAlternatives alternatives => alternatives.Options.SelectMany(WordsOf),
        _ => [],
    };

    /// <summary>The nearest known word to one that no talk holds; null where it is held, right as it is, or nothing is near.</summary>
    public string? Nearest(QueryWord word)
    {
        if (IsRight(word) || word.Variants.Any(IsAnswered))
        {
            return null;
        }

        var edits = TypoRules.MaxEdits(word.Text);
        return edits > 0
            ? vocabulary.Near(word.Text, edits, Candidates).FirstOrDefault(IsTelling)
            : TypoRules.Swaps(word.Text).Where(IsKnown).Where(IsTelling).OrderByDescending(vocabulary.DocumentFrequency).FirstOrDefault();
    }

    private string? Likelier(QueryWord word)
    {
        var talks = vocabulary.DocumentFrequency(word.Text);
        if (IsRight(word) || talks is 0 or > RarelyHeld || TypoRules.MaxEdits(word.Text) == 0)
        {
            return null;
        }

        // An inflection of the word is found anyway.
        var stems = Stemming.Stems(word.Text);
        return vocabulary.Near(word.Text, 1, Candidates)
            .FirstOrDefault(near => IsTelling(near) && vocabulary.DocumentFrequency(near) >= MarkedlyMore * talks && !Stemming.Stems(near).Intersect(stems).Any());
    }

    /// <summary>Nobody who types "dette" means "cette".</summary>
    private static bool IsTelling(string word) => !StopWords.Contains(word);

    private bool IsRight(QueryWord word) => names.IsName(word.Text) || StopWords.Contains(word.Text);

    private bool IsAnswered(QueryVariant variant) => variant switch
    {
        { Kind: MatchKind.Prefix } => vocabulary.HasLonger(variant.Terms[0]),
        { Form: TermForm.Exact, Kind: <= MatchKind.Compound } => variant.Terms.All(IsKnown),
        _ => false,
    };

    private bool IsKnown(string term) => vocabulary.DocumentFrequency(term) > 0;
}
