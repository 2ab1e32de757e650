using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Recap.Engine.Analysis;
using Recap.Talks;

namespace Recap.Engine.Relating;

/// <summary>Picks the words of a talk that are worth comparing.</summary>
internal sealed class TraitWords
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _left;

    private TraitWords(HashSet<string> left) => _left = left;

    public static ImmutableArray<TraitWord> Of(Talk talk)
    {
        var words = new TraitWords(NamesIn(talk));
        words.Add(talk.Title, inTitle: true);
        words.Add(talk.Text, inTitle: false);
        return
        [
            .. words._entries
                .OrderByDescending(entry => entry.Value.InTitle)
                .ThenByDescending(entry => entry.Value.Count)
                .ThenBy(entry => entry.Value.First)
                .Take(TalkTraits.MaxWords)
                .Select(entry => new TraitWord(entry.Key, entry.Value.Surface, entry.Value.Count, entry.Value.InTitle)),
        ];
    }

    /// <summary>The stems of a text that are worth comparing, as often as they come.</summary>
    public static IEnumerable<string> StemsOf(string text)
    {
        var words = new TraitWords([]);
        return TextAnalysis.Words(text).Where(token => words.Tells(token.Text)).Select(token => Stemming.Stems(token.Text)[0]).Where(stem => !OrdinaryWords.HasStem(stem));
    }

    /// <summary>Words of the event's and speakers' names: features of their own, or none at all.</summary>
    private static HashSet<string> NamesIn(Talk talk)
    {
        string?[] names = [talk.Event?.Series, talk.Event?.City, .. talk.Speakers.Select(speaker => speaker.Name), .. talk.Organizations];
        return [.. names.OfType<string>().SelectMany(name => TextAnalysis.Words(name)).Select(token => token.Text)];
    }

    private void Add(string text, bool inTitle)
    {
        foreach (var token in TextAnalysis.Words(text))
        {
            if (!Tells(token.Text))
            {
                continue;
            }

            var stem = Stemming.Stems(token.Text)[0];
            if (OrdinaryWords.HasStem(stem))
            {
                continue;
            }

            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, stem, out var known);
            if (!known)
            {
                entry = new Entry(text[token.Start..token.End], _entries.Count);
            }

            entry!.Count++;
            entry.InTitle |= inTitle;
        }
    }

    private bool Tells(string word) =>
        word.Length > 1 && word.AsSpan().ContainsAnyInRange('a', 'z') && !StopWords.Contains(word) && !_left.Contains(word);

    private sealed class Entry(string surface, int first)
    {
        public string Surface { get; } = surface;

        public int First { get; } = first;

        public int Count { get; set; }

        public bool InTitle { get; set; }
    }
}
