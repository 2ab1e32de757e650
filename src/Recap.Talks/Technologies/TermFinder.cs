using System.Collections.Immutable;
using Recap.Talks.Facts;

namespace Recap.Talks.Technologies;

/// <summary>Finds the terms of a glossary in a text in one pass over its words.</summary>
internal sealed class TermFinder
{
    private const int TableBits = 13;
    private const int FilterBits = 16;
    private const char NoSign = '\0';

    private static readonly CharacterSet LettersAndDigits = new(char.IsLetterOrDigit);

    // The first words of names; of those that stand there, the ones with the capitals of a name and with what follows in it.
    private readonly WordFilter _words = new(FilterBits);
    private readonly WordFilter _first = new(FilterBits);

    // The spellings by their keys, the longest first, and where those of each key begin.
    private readonly Entry[] _entries;
    private readonly int[] _starts = new int[(1 << TableBits) + 1];

    public TermFinder(ImmutableArray<GlossaryTerm> terms)
    {
        _entries = [.. terms.SelectMany(term => term.Aliases.Prepend(term.Name).Select(name => new TermSpelling(term, name))).Where(spelling => spelling.FirstWord.Length > 0)
            .Select(spelling => new Entry(spelling))
            .OrderBy(entry => WordHash.Fold(entry.Key, TableBits)).ThenByDescending(entry => entry.Spelling.Text.Length).ThenBy(entry => entry.Spelling.Text, StringComparer.Ordinal)];
        foreach (var entry in _entries)
        {
            _starts[WordHash.Fold(entry.Key, TableBits) + 1]++;
            _words.Add(WordHash.Of(entry.Spelling.FirstWord));
            entry.AddTo(_first);
        }

        for (var i = 1; i < _starts.Length; i++)
        {
            _starts[i] += _starts[i - 1];
        }
    }

    /// <summary>The terms named, by place; the longest name wins, but a technology within the name of a concept is named too.</summary>
    public ImmutableArray<GlossaryMention> Find(ReadOnlySpan<char> text)
    {
        if (_entries.Length == 0)
        {
            return [];
        }

        var found = new List<FoundTerm>();
        var conceptEnd = 0;
        var from = 0;
        foreach (var (start, end) in new WordRuns(text, LettersAndDigits))
        {
            var word = WordHash.Of(text[start..end]);
            if (_words.MayHold(word) && start >= from)
            {
                from = AddAt(text, start, end, word, found, ref conceptEnd);
            }
        }

        return TermContext.Sift(text, found);
    }

    // Answers where the name of a technology ends; the words within a concept's name are looked at one by one.
    private int AddAt(ReadOnlySpan<char> text, int start, int end, uint word, List<FoundTerm> found, ref int conceptEnd)
    {
        // Names that go on are longer than those that end with the word, or with a sign behind it.
        var longer = end + 1 < text.Length ? KeyOf(word, text[end], text[end + 1]) : word;
        return longer != word && AddOf(longer, text, start, end, found, ref conceptEnd) is var last and > 0 ? last
            : AddOf(word, text, start, end, found, ref conceptEnd) is var own and > 0 ? own
            : end;
    }

    // Zero where no technology of that key is named.
    private int AddOf(uint key, ReadOnlySpan<char> text, int wordStart, int wordEnd, List<FoundTerm> found, ref int conceptEnd)
    {
        if (!_first.MayHold(Capital(key, text[wordStart])))
        {
            return 0;
        }

        var table = WordHash.Fold(key, TableBits);
        for (var i = _starts[table]; i < _starts[table + 1]; i++)
        {
            if (_entries[i].Key != key || !_entries[i].MayBeAt(text, wordStart, wordEnd))
            {
                continue;
            }

            var (isConcept, spelling) = (_entries[i].IsConcept, _entries[i].Spelling);
            var start = wordStart - spelling.Lead;
            if (isConcept && wordStart < conceptEnd || !spelling.IsAt(text, start))
            {
                continue;
            }

            found.Add(new FoundTerm(new GlossaryMention(spelling.Term, start, spelling.Text.Length), spelling.IsDoubtful));
            if (!isConcept)
            {
                return start + spelling.Text.Length;
            }

            conceptEnd = start + spelling.Text.Length;
        }

        return 0;
    }

    // The key of names that go on: the hash of their first word, with the sign behind it and the letter or sign behind that.
    private static uint KeyOf(uint word, char sign, char next) => (word ^ (uint)sign << 16 ^ (char.IsLetterOrDigit(next) ? WordHash.Folded(next) : 0)) * 0x85EB_CA77;

    // A name that counts with its own capitals only is none in lower case.
    private static uint Capital(uint key, char first) => (key ^ first) * 0x9E37_79B1;

    /// <summary>
    /// A spelling and what of it tells most names from the text: "la Suite numérique" by its next letter, "Go" by its capital.
    /// Spellings lie wide apart in memory, and a look at one costs more than all of these.
    /// </summary>
    private readonly struct Entry(TermSpelling spelling)
    {
        private readonly char _sign = spelling.Rest is [var sign] ? sign : NoSign;
        private readonly char _capital = spelling.HasCapitals ? spelling.FirstWord[0] : NoSign;

        public readonly bool IsConcept = spelling.Term.Kind == GlossaryTerm.Concept;

        /// <summary>Of the first word, or of it and what follows.</summary>
        public readonly uint Key = spelling.Rest is [var sign, var next, ..] ? KeyOf(WordHash.Of(spelling.FirstWord), sign, next) : WordHash.Of(spelling.FirstWord);

        public readonly TermSpelling Spelling = spelling;

        public void AddTo(WordFilter first)
        {
            first.Add(Capital(Key, Spelling.FirstWord[0]));
            if (_capital == NoSign)
            {
                first.Add(Capital(Key, char.ToUpperInvariant(Spelling.FirstWord[0])));
                first.Add(Capital(Key, char.ToLowerInvariant(Spelling.FirstWord[0])));
            }
        }

        public bool MayBeAt(ReadOnlySpan<char> text, int start, int end) =>
            (_capital == NoSign || text[start] == _capital) && (_sign == NoSign || end < text.Length && text[end] == _sign);
    }
}
