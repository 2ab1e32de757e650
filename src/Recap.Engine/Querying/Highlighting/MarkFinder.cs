using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Recap.Engine.Analysis;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.Querying.Highlighting;

/// <summary>Finds marks in texts by the words that the index holds of them.</summary>
internal sealed class MarkFinder
{
    private readonly ILookup<(TermForm, string), TextMark> _byFirstTerm;
    private readonly ILookup<string, (TextMark Mark, int Term)> _byScatteredStem;

    /// <summary>The words met so far: texts shown together share most of their words.</summary>
    private readonly Dictionary<KnownWord, MetWord> _words = [];

    /// <summary>Which letters marks begin with, by their last six bits: most words are no mark by their first letter.</summary>
    private readonly ulong _initials;

    public MarkFinder(IReadOnlyCollection<TextMark> marks)
    {
        _byFirstTerm = marks.Where(mark => mark.Window == 0).ToLookup(mark => (mark.Form, mark.Terms[0]));
        _byScatteredStem = marks
            .Where(mark => mark.Window > 0)
            .SelectMany(mark => mark.Terms.Select((stem, term) => (Stem: stem, Mark: mark, Term: term)))
            .ToLookup(one => one.Stem, one => (one.Mark, one.Term));
        _initials = marks.SelectMany(mark => mark.Terms).Aggregate(0UL, (initials, term) => initials | InitialOf(term));
    }

    /// <summary>What is found, by where it begins, the longest first; may overlap.</summary>
    public List<FoundMark> Find(AnalysedText text)
    {
        var found = new List<FoundMark>();
        if (_initials == 0)
        {
            return found;
        }

        for (var i = 0; i < text.Words.Length; i++)
        {
            AddFound(found, text.Text, text.Words, i, WordOf(text.Words[i].Known).Marks);
        }

        AddFoundStems(found, text);
        found.Sort((a, b) => (a.Range.Start, b.Range.End).CompareTo((b.Range.Start, a.Range.End)));
        return found;
    }

    private void AddFoundStems(List<FoundMark> found, AnalysedText text)
    {
        var scattered = new Dictionary<TextMark, ScatteredMark>(ReferenceEqualityComparer.Instance);
        for (var (i, place) = (0, 0); i < text.Telling.Length; i++)
        {
            place += text.Telling[i].PositionIncrement;
            var word = WordOf(text.Telling[i].Known);
            AddFound(found, text.Text, text.Telling, i, word.MarksOfStems);
            foreach (var (mark, term) in word.Scattered)
            {
                Gathering(scattered, mark).Add(term, place, text.Telling[i]);
            }
        }

        found.AddRange(scattered.SelectMany(mark => mark.Value.Found().Select(word => Marked(text.Text, word.Start, word.End, mark.Key))));
    }

    private static ulong InitialOf(string term) => 1UL << (term[0] & 63);

    private static FoundMark Marked(string text, int start, int end, TextMark mark) => new(new TextRange(start, end).WithinLetters(text), mark);

    private static ScatteredMark Gathering(Dictionary<TextMark, ScatteredMark> all, TextMark mark)
    {
        if (!all.TryGetValue(mark, out var gathered))
        {
            all[mark] = gathered = new ScatteredMark(mark.Terms.Length, mark.Window);
        }

        return gathered;
    }

    private static void AddFound(List<FoundMark> found, string text, ImmutableArray<ShownWord> words, int at, TextMark[] marks)
    {
        foreach (var mark in marks)
        {
            if (EndOf(mark, words, at) is { } end)
            {
                found.Add(Marked(text, words[at].Start, end, mark));
            }
        }
    }

    /// <summary>Where the mark ends whose first term is at a word; null where the other terms do not follow in a row.</summary>
    private static int? EndOf(TextMark mark, ImmutableArray<ShownWord> words, int first)
    {
        var at = first;
        foreach (var term in mark.Terms.AsSpan()[1..])
        {
            at = NextPlace(words, at);
            while (at < words.Length && !Answers(words[at], term, mark.Form))
            {
                at = at + 1 < words.Length && words[at + 1].PositionIncrement == 0 ? at + 1 : words.Length;
            }

            if (at >= words.Length)
            {
                return null;
            }
        }

        return words[at].End;
    }

    private static bool Answers(ShownWord word, string term, TermForm form) =>
        form == TermForm.Exact ? word.Known.Text == term : word.Known.Stems.Contains(term);

    private MetWord WordOf(KnownWord word)
    {
        if (!MayBeMarked(word))
        {
            return MetWord.OfNoMark;
        }

        if (!_words.TryGetValue(word, out var met))
        {
            _words[word] = met = new MetWord
            {
                Marks = [.. _byFirstTerm[(TermForm.Exact, word.Text)]],
                MarksOfStems = [.. word.Stems.SelectMany(stem => _byFirstTerm[(TermForm.Stem, stem)])],
                Scattered = [.. word.Stems.SelectMany(stem => _byScatteredStem[stem])],
            };
        }

        return met;
    }

    private bool MayBeMarked(KnownWord word)
    {
        var initials = InitialOf(word.Text);
        foreach (var stem in word.Stems)
        {
            initials |= InitialOf(stem);
        }

        return (initials & _initials) != 0;
    }

    private static int NextPlace(ImmutableArray<ShownWord> words, int at)
    {
        do
        {
            at++;
        }
        while (at < words.Length && words[at].PositionIncrement == 0);
        return at;
    }

    /// <summary>What a word may be marked for.</summary>
    private sealed record MetWord
    {
        public static MetWord OfNoMark { get; } = new() { Marks = [], MarksOfStems = [], Scattered = [] };

        /// <summary>Marks that the word begins.</summary>
        public required TextMark[] Marks { get; init; }

        /// <summary>Marks that its stems begin.</summary>
        public required TextMark[] MarksOfStems { get; init; }

        public required (TextMark Mark, int Term)[] Scattered { get; init; }
    }
}

/// <summary>A mark and where it is.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FoundMark(TextRange Range, TextMark Mark);
