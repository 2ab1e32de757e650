using System.Collections.Immutable;
using Recap.Engine.Indexing;

namespace Recap.Engine.Querying.Suggesting;

/// <summary>The names that one generation can complete to: technologies, topics, speakers, events, titles.</summary>
public sealed class CompletionCatalogue
{
    // Sorted by word: those that begin alike are neighbours.
    private readonly (string Word, int Entry)[] _words;
    private readonly Entry[] _entries;

    private CompletionCatalogue(IEnumerable<CompletionName> names, ITopicScorer topics)
    {
        _entries =
        [
            .. names.Where(name => name.Words.Length > 0).GroupBy(name => (name.Key, name.Kind))
                .Select(same => EntryOf(same.First(), same.Count(), topics)),
        ];
        _words =
        [
            .. _entries.SelectMany((entry, at) => entry.Names.SelectMany(name => name).Distinct().Select(word => (word, at)))
                .OrderBy(word => word.word, StringComparer.Ordinal),
        ];
    }

    /// <summary>Gathers the names of talks.</summary>
    /// <param name="names">The names of the talks of one generation, each as often as talks carry it.</param>
    /// <param name="topics">Knows by which names people call a topic, whose id is all that a talk has.</param>
    public static CompletionCatalogue Of(IEnumerable<CompletionName> names, ITopicScorer topics) => new(names, topics);

    /// <summary>
    /// The names that hold every word typed, the last one as a beginning: names that begin with what was typed first, then
    /// by kind, by number of talks, and by name.
    /// </summary>
    public ImmutableArray<QueryCompletion> Complete(string typed, int most)
    {
        var words = CompletionName.WordsOf(typed);
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

    private static Entry EntryOf(CompletionName name, int talks, ITopicScorer topics)
    {
        var others = name.Kind == CompletionKind.Topic ? topics.NamesOf(name.Text) : [];
        return new Entry(new QueryCompletion(name.Text, name.Kind, talks), [name.Words, .. others.Select(CompletionName.WordsOf)]);
    }

    private static bool Holds(ImmutableArray<string> name, ImmutableArray<string> words) =>
        words.Take(words.Length - 1).All(name.Contains) && name.Any(word => word.StartsWith(words[^1], StringComparison.Ordinal));

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
