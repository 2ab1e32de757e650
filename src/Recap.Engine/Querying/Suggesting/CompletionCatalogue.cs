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

    private CompletionCatalogue(IEnumerable<(string Text, CompletionKind Kind)> names)
    {
        _entries =
        [
            .. names.GroupBy(name => (FoldedText.KeyOf(name.Text), name.Kind))
                .Select(same => new Entry(new QueryCompletion(same.First().Text, same.Key.Kind, same.Count()), WordsOf(same.First().Text)))
                .Where(entry => entry.Words.Length > 0),
        ];
        _words =
        [
            .. _entries.SelectMany((entry, at) => entry.Words.Distinct().Select(word => (word, at)))
                .OrderBy(word => word.word, StringComparer.Ordinal),
        ];
    }

    /// <summary>Collects the names of talks; entries of kind notes carry none.</summary>
    public static CompletionCatalogue Of(IEnumerable<IndexedTalk> talks) =>
        new(talks.Where(indexed => indexed.Talk.Kind != TalkKind.Notes).SelectMany(NamesOf));

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
                .Where(entry => words.Take(words.Length - 1).All(entry.Words.Contains))
                .OrderBy(entry => entry.Words[0].StartsWith(words[0], StringComparison.Ordinal) ? 0 : 1)
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

    private sealed record Entry(QueryCompletion Completion, ImmutableArray<string> Words);
}
