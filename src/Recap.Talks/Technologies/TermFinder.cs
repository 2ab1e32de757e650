using System.Collections.Immutable;
using Recap.Talks.Facts;

namespace Recap.Talks.Technologies;

/// <summary>Finds the terms of a glossary in a text in one pass over its words.</summary>
internal sealed class TermFinder
{
    private const int TableBits = 13;
    private const int FilterBits = 17;
    private const char NoSign = '\0';
    private const ushort NoLetter = ushort.MaxValue;

    private static readonly CharacterSet LettersAndDigits = new(char.IsLetterOrDigit);

    // The first words of names as they begin: those that are names by themselves, and those of longer names with what follows them.
    private readonly WordFilter _first = new(FilterBits);

    // The spellings by the hash of their first words, the longest first, and where those of each hash begin.
    private readonly Entry[] _entries;
    private readonly int[] _starts = new int[(1 << TableBits) + 1];

    public TermFinder(ImmutableArray<GlossaryTerm> terms)
    {
        _entries = [.. terms.SelectMany(term => term.Aliases.Prepend(term.Name).Select(name => new TermSpelling(term, name))).Where(spelling => spelling.FirstWord.Length > 0)
            .Select(spelling => new Entry(WordHash.Of(spelling.FirstWord), spelling))
            .OrderBy(entry => WordHash.Fold(entry.Hash, TableBits)).ThenByDescending(entry => entry.Spelling.Text.Length).ThenBy(entry => entry.Spelling.Text, StringComparer.Ordinal)];
        foreach (var entry in _entries)
        {
            _starts[WordHash.Fold(entry.Hash, TableBits) + 1]++;
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
        foreach (var word in new WordRuns(text, LettersAndDigits))
        {
            var hash = WordHash.Of(text[word.Start..word.End]);
            var alone = Alone(hash, text[word.Start]);
            if ((_first.MayHold(alone) || word.End + 1 < text.Length && _first.MayHold(Leading(alone, text[word.End], text[word.End + 1]))) && word.Start >= from)
            {
                from = AddAt(text, word, hash, found, ref conceptEnd);
            }
        }

        return TermContext.Sift(text, found);
    }

    // Answers where the name of a technology ends; the words within a concept's name are looked at one by one.
    private int AddAt(ReadOnlySpan<char> text, (int Start, int End) word, uint hash, List<FoundTerm> found, ref int conceptEnd)
    {
        var table = WordHash.Fold(hash, TableBits);
        for (var i = _starts[table]; i < _starts[table + 1]; i++)
        {
            if (_entries[i].Hash != hash || !_entries[i].MayBeAt(text, word.Start, word.End))
            {
                continue;
            }

            var (isConcept, spelling) = (_entries[i].IsConcept, _entries[i].Spelling);
            var start = word.Start - spelling.Lead;
            if (isConcept && word.Start < conceptEnd || !spelling.IsAt(text, start))
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

        return word.End;
    }

    // A name that counts with its own capitals only is none in lower case.
    private static uint Alone(uint hash, char first) => (hash ^ first) * 0x9E37_79B1;

    private static uint Leading(uint alone, char sign, char next) => (alone ^ (uint)sign << 16 ^ FoldedNext(next)) * 0x85EB_CA77;

    private static ushort FoldedNext(char next) => char.IsLetterOrDigit(next) ? (ushort)WordHash.Folded(next) : (ushort)0;

    /// <summary>
    /// A spelling and what of it tells most names from the text: "la Suite numérique" by its next letter, "Go" by its capital.
    /// Spellings lie wide apart in memory, and a look at one costs more than all of these.
    /// </summary>
    private readonly struct Entry(uint hash, TermSpelling spelling)
    {
        private readonly char _sign = spelling.Rest is [var sign, ..] ? sign : NoSign;
        private readonly char _capital = spelling.HasCapitals ? spelling.FirstWord[0] : NoSign;
        private readonly ushort _next = spelling.Rest is [_, var next, ..] ? FoldedNext(next) : NoLetter;

        public readonly bool IsConcept = spelling.Term.Kind == GlossaryTerm.Concept;

        // Of the first word.
        public readonly uint Hash = hash;

        public readonly TermSpelling Spelling = spelling;

        public void AddTo(WordFilter first)
        {
            Add(first, Spelling.FirstWord[0]);
            if (_capital == NoSign)
            {
                Add(first, char.ToUpperInvariant(Spelling.FirstWord[0]));
                Add(first, char.ToLowerInvariant(Spelling.FirstWord[0]));
            }
        }

        public bool MayBeAt(ReadOnlySpan<char> text, int start, int end) =>
            (_capital == NoSign || text[start] == _capital)
            && (_sign == NoSign || end < text.Length && text[end] == _sign && (_next == NoLetter || end + 1 < text.Length && FoldedNext(text[end + 1]) == _next));

        private void Add(WordFilter filter, char first) =>
            filter.Add(_next == NoLetter ? Alone(Hash, first) : Leading(Alone(Hash, first), _sign, Spelling.Rest[1]));
    }
}
