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
    private readonly ImmutableArray<string> _event;

    private TraitWords(HashSet<string> left, ImmutableArray<string> nameOfEvent) => (_left, _event) = (left, nameOfEvent);

    public static ImmutableArray<TraitWord> Of(Talk talk)
    {
        var words = new TraitWords(NamesIn(talk), WordsOf(talk.Event?.Series));
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
        var words = new TraitWords([], []);
        return TextAnalysis.Words(text).Where(token => words.Tells(token.Text)).Select(token => StemOf(token.Text)).OfType<string>();
    }

    /// <summary>The shorter of a word's stems, so that "testing" and "tests" are one word whatever the language; null for an ordinary word.</summary>
    private static string? StemOf(string word)
    {
        var stems = Stemming.Stems(word);
        return OrdinaryWords.HasStem(stems[0]) ? null : stems.Order(StringComparer.Ordinal).MinBy(stem => stem.Length);
    }

    /// <summary>Words of the names of speakers and places: features of their own, or none at all.</summary>
    private static HashSet<string> NamesIn(Talk talk)
    {
        string?[] names = [talk.Event?.City, .. talk.Speakers.Select(speaker => speaker.Name), .. talk.Organizations];
        return [.. names.SelectMany(name => WordsOf(name))];
    }

    private static ImmutableArray<string> WordsOf(string? name) => [.. TextAnalysis.Words(name ?? "").Select(token => token.Text)];

    private void Add(string text, bool inTitle)
    {
        var tokens = TextAnalysis.Words(text);
        for (var place = 0; place < tokens.Length; place++)
        {
            var token = tokens[place];
            if (!Tells(token.Text) || StemOf(token.Text) is not { } stem || IsOfEvent(tokens, place, stem))
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

    /// <summary>
    /// Whether a word is there as part of the event's name. At Lyon Craft people speak of craft: a word that recaps at large
    /// use is a word, unless the whole name stands there.
    /// </summary>
    private bool IsOfEvent(ImmutableArray<TextToken> tokens, int place, string stem) =>
        _event.Contains(tokens[place].Text)
        && (CommonWords.ShareOf(stem) == 0 || Enumerable.Range(0, _event.Length).Any(before => IsNameOfEventAt(tokens, place - before)));

    private bool IsNameOfEventAt(ImmutableArray<TextToken> tokens, int start) =>
        start >= 0 && start + _event.Length <= tokens.Length
        && Enumerable.Range(0, _event.Length).All(i => tokens[start + i].Text == _event[i]);

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
