using Recap.Engine.Analysis;
using Recap.Engine.Indexing;
using Recap.Engine.Querying.Suggesting;
using Recap.Talks;

namespace Recap.Engine.Querying.Understanding;

/// <summary>What queries are about, by the same model that scores talks: it knows ideas by words that no table lists.</summary>
public sealed class QueryTopics(ITopicScorer scorer)
{
    /// <summary>A few words tell less than a talk does: what the model is less sure of is noise.</summary>
    private const float LeastAffinity = 0.3f;

    /// <summary>Shorter queries name what they ask for; longer ones describe it.</summary>
    private const int ShortestDescription = 3;

    /// <summary>The topics of a query; none for names, titles and unknown words.</summary>
    /// <param name="query">The query as read.</param>
    /// <param name="vocabulary">Words of the index, by which typing errors are seen.</param>
    /// <param name="names">Names that are known.</param>
    public AskedTopics Of(ParsedQuery query, IVocabulary vocabulary, NameTable names)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(names);
        var spelling = new SpellingCorrection(vocabulary, names);
        var words = query.Clauses.SelectMany(clause => WordsOf(query, clause, spelling)).ToList();
        if (words.Count == 0)
        {
            return AskedTopics.None;
        }

        var asked = string.Join(' ', words.Select(word => word.Text));
        var named = names.TopicOfConcept(FoldedText.Of(asked));
        var scored = scorer.Score(new Talk { Id = "", Post = "", Line = 1, Title = asked, Text = "" });
        var found = (named is null ? scored : scored.SetItem(named, 1)).Where(topic => topic.Value >= LeastAffinity).ToList();
        var sum = Math.Max(1, found.Sum(topic => topic.Value));
        return new AskedTopics
        {
            Topics = [.. found.Select(topic => new AskedTopic(topic.Key, topic.Value / sum))],
            Suffice = words.Count(word => !word.IsGrammar) >= ShortestDescription || (named is not null && !names.IsField(named)),
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
