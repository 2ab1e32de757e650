using System.Collections.Immutable;
using Recap.Engine.Analysis;
using Recap.Engine.Indexing;
using Recap.Talks;

namespace Recap.Engine.Querying.Suggesting;

/// <summary>The names that one generation can complete to: technologies, topics, speakers, events, titles.</summary>
public sealed class CompletionCatalogue
{
    /// <summary>A talk is about a topic from this affinity.</summary>
    private const float AboutTopic = 0.5f;

    // Sorted by word: those that begin alike are neighbours.
    private readonly (string Word, int Entry)[] _words;
    private readonly Entry[] _entries;

    private CompletionCatalogue(IEnumerable<(string Text, CompletionKind Kind)> names, ITopicScorer topics)
    {
        _entries =
        [
            .. names.GroupBy(name => (FoldedText.KeyOf(name.Text), name.Kind))
                .Select(same => new QueryCompletion(same.First().Text, same.Key.Kind, same.Count()))
                .Select(name => new Entry(name, [WordsOf(name.Text), .. OtherNames(name, topics).Select(WordsOf)]))
                .Where(entry => entry.Names[0].Length > 0),
        ];
        _words =
        [
            .. _entries.SelectMany((entry, at) => entry.Names.SelectMany(name => name).Distinct().Select(word => (word, at)))
                .OrderBy(word => word.word, StringComparer.Ordinal),
        ];
    }

    /// <summary>Collects the names of talks; entries of kind notes carry none.</summary>
    /// <param name="talks">The talks of one generation.</param>
    /// <param name="topics">Knows by which names people call a topic, whose id is all that a talk has.</param>
    public static CompletionCatalogue Of(IEnumerable<IndexedTalk> talks, ITopicScorer topics) =>
        new(talks.Where(indexed => indexed.Talk.Kind != TalkKind.Notes).SelectMany(NamesOf), topics);

    /// <summary>
    /// The names that hold every word typed, the last one as a beginning: names that begin with what was typed first, then
    /// by kind, by number of talks, and by name.
    /// </summary>
    public ImmutableArray<QueryCompletion> Complete(string typed, int most)
    {
        var words = WordsOf(typed);
        if (words.IsEmpty)
        {
            return [];
        }

        return
        [
            .. BeginningWith(words[^1]).Select(at => _entries[at])
                .Where(entry => entry.Names.Any(name => Holds(name, words)))
                .OrderBy(entry => entry.Names.Any(name => name.Length > 0 && name[0].StartsWith(words[0], StringComparison.Ordinal)) ? 0 : 1)
                .ThenBy(entry => entry.Completion.Kind)
                .ThenByDescending(entry => entry.Completion.Talks)
                .ThenBy(entry => entry.Completion.Text, StringComparer.Ordinal)
                .Select(entry => entry.Completion).Take(most),
        ];
    }

    private static IEnumerable<(string Text, CompletionKind Kind)> NamesOf(IndexedTalk indexed)
    {
        var talk = indexed.Talk;
        var names = talk.Technologies.Select(name => (name, CompletionKind.Technology))
            .Concat(indexed.Topics.Where(topic => topic.Value >= AboutTopic).Select(topic => (topic.Key, CompletionKind.Topic)))
            .Concat(talk.Speakers.Select(speaker => (speaker.Name, CompletionKind.Speaker)))
            .Append((talk.Title, CompletionKind.Title));
        return talk.Event is { } edition ? names.Append((edition.Series, CompletionKind.Event)) : names;
    }

    private static ImmutableArray<string> OtherNames(QueryCompletion name, ITopicScorer topics) =>
        name.Kind == CompletionKind.Topic ? topics.NamesOf(name.Text) : [];

    private static bool Holds(ImmutableArray<string> name, ImmutableArray<string> words) =>
        words.Take(words.Length - 1).All(name.Contains) && name.Any(word => word.StartsWith(words[^1], StringComparison.Ordinal));

    private static ImmutableArray<string> WordsOf(string text) =>
        [.. TextAnalysis.Scan(text).SelectMany(word => word.Parts).Select(part => part.Text)];

    private HashSet<int> BeginningWith(string beginning)
    {
        var (low, high) = (0, _words.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_words[middle].Word, beginning) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return [.. _words.Skip(low).TakeWhile(word => word.Word.StartsWith(beginning, StringComparison.Ordinal)).Select(word => word.Entry)];
    }

    /// <param name="Completion">The name.</param>
    /// <param name="Names">Words of the name, then of each other name of the same.</param>
    private sealed record Entry(QueryCompletion Completion, ImmutableArray<ImmutableArray<string>> Names);
}
