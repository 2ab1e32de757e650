using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Recap.Engine.Analysis;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.Querying.Highlighting;

/// <summary>Finds marks in texts by analysing them as the index did.</summary>
internal sealed class MarkFinder(IReadOnlyCollection<TextMark> marks)
{
    private readonly ILookup<(TermForm, string), TextMark> _byFirstTerm =
        marks.Where(mark => mark.Window == 0).ToLookup(mark => (mark.Form, mark.Terms[0]));

    private readonly ILookup<string, (TextMark Mark, int Term)> _byScatteredStem = marks
        .Where(mark => mark.Window > 0)
        .SelectMany(mark => mark.Terms.Select((stem, term) => (Stem: stem, Mark: mark, Term: term)))
        .ToLookup(one => one.Stem, one => (one.Mark, one.Term));

    /// <summary>The words met so far: texts shown together share most of their words.</summary>
    private readonly Dictionary<string, MetWord> _words = [];

    /// <summary>What is found, by where it begins, the longest first; may overlap.</summary>
    public List<FoundMark> Find(string text)
    {
        var found = new List<FoundMark>();
        if (_byFirstTerm.Count == 0 && _byScatteredStem.Count == 0)
        {
            return found;
        }

        var words = TextAnalysis.Words(text);
        for (var i = 0; i < words.Length; i++)
        {
            AddFound(found, text, words, i, WordOf(words[i]).Marks);
        }

        // Stems are in a row whatever words of grammar stand between them.
        var telling = WithoutGrammar(words);
        var scattered = new Dictionary<TextMark, ScatteredMark>(ReferenceEqualityComparer.Instance);
        for (var (i, place) = (0, 0); i < telling.Length; i++)
        {
            place += telling[i].PositionIncrement;
            var word = WordOf(telling[i]);
            AddFound(found, text, telling, i, word.MarksOfStems);
            foreach (var (mark, term) in word.Scattered)
            {
                Gathering(scattered, mark).Add(term, place, telling[i]);
            }
        }

        found.AddRange(scattered.SelectMany(mark => mark.Value.Found().Select(word => Marked(text, word.Start, word.End, mark.Key))));

        found.Sort((a, b) => (a.Range.Start, b.Range.End).CompareTo((b.Range.Start, a.Range.End)));
        return found;
    }

    private static FoundMark Marked(string text, int start, int end, TextMark mark) => new(new TextRange(start, end).WithinLetters(text), mark);

    private static ScatteredMark Gathering(Dictionary<TextMark, ScatteredMark> all, TextMark mark)
    {
        if (!all.TryGetValue(mark, out var gathered))
        {
            all[mark] = gathered = new ScatteredMark(mark.Terms.Length, mark.Window);
        }

        return gathered;
    }

    private ImmutableArray<TextToken> WithoutGrammar(ImmutableArray<TextToken> words)
    {
        var left = ImmutableArray.CreateBuilder<TextToken>(words.Length);
        var isNewPlace = true;
        foreach (var word in words)
        {
            isNewPlace |= word.PositionIncrement > 0;
            if (!WordOf(word).IsGrammar)
            {
                left.Add(word with { PositionIncrement = isNewPlace ? 1 : 0 });
                isNewPlace = false;
            }
        }

        return left.DrainToImmutable();
    }

    private void AddFound(List<FoundMark> found, string text, ImmutableArray<TextToken> words, int at, TextMark[] marks)
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
    private int? EndOf(TextMark mark, ImmutableArray<TextToken> words, int first)
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

    private bool Answers(TextToken word, string term, TermForm form) => form == TermForm.Exact ? word.Text == term : WordOf(word).Stems.Contains(term);

    private MetWord WordOf(TextToken token)
    {
        if (!_words.TryGetValue(token.Text, out var met))
        {
            var stems = Stemming.Stems(token.Text);
            _words[token.Text] = met = new MetWord
            {
                Stems = stems,
                IsGrammar = StopWords.Contains(token.Text),
                Marks = [.. _byFirstTerm[(TermForm.Exact, token.Text)]],
                MarksOfStems = [.. stems.SelectMany(stem => _byFirstTerm[(TermForm.Stem, stem)])],
                Scattered = [.. stems.SelectMany(stem => _byScatteredStem[stem])],
            };
        }

        return met;
    }

    private static int NextPlace(ImmutableArray<TextToken> words, int at)
    {
        do
        {
            at++;
        }
        while (at < words.Length && words[at].PositionIncrement == 0);
        return at;
    }

    /// <summary>What is asked about every word of a text.</summary>
    private sealed record MetWord
    {
        public required IReadOnlyList<string> Stems { get; init; }

        public required bool IsGrammar { get; init; }

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
