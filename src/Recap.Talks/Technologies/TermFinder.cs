using System.Collections.Immutable;
using Recap.Talks.Facts;

namespace Recap.Talks.Technologies;

/// <summary>Finds the terms of a glossary in a text in one pass over its words.</summary>
internal sealed class TermFinder
{
    private const int TableBits = 13;
    private const int FilterBits = 16;
    private const char NoSign = '\0';
    private const uint NoLetter = uint.MaxValue;

    private static readonly CharacterSet LettersAndDigits = new(char.IsLetterOrDigit);

    // A bit for each word that begins a name: most words of a text are passed over by it alone. Small enough to stay near the processor.
    private readonly ulong[] _first = new ulong[1 << (FilterBits - 6)];

    // The spellings by the hash of their first words, the longest first, and where those of each hash begin.
    private readonly Entry[] _entries;
    private readonly int[] _starts = new int[(1 << TableBits) + 1];

    public TermFinder(ImmutableArray<GlossaryTerm> terms)
    {
        _entries = [.. terms.SelectMany(term => term.Aliases.Prepend(term.Name).Select(name => new TermSpelling(term, name))).Where(spelling => spelling.FirstWord.Length > 0)
            .Select(spelling => new Entry(Hash(spelling.FirstWord), spelling.Rest is [var sign, ..] ? sign : NoSign, spelling.Rest is [_, var next, ..] ? FoldedNext(next) : NoLetter, spelling))
            .OrderBy(entry => Folds(entry.Hash, TableBits)).ThenByDescending(entry => entry.Spelling.Text.Length).ThenBy(entry => entry.Spelling.Text, StringComparer.Ordinal)];
        foreach (var entry in _entries)
        {
            _starts[Folds(entry.Hash, TableBits) + 1]++;
            _first[Folds(entry.Hash, FilterBits) >> 6] |= 1UL << Folds(entry.Hash, FilterBits);
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
            var hash = Hash(text[word.Start..word.End]);
            if (MayBegin(hash) && word.Start >= from)
            {
                from = AddAt(text, word, hash, found, ref conceptEnd);
            }
        }

        return TermContext.Sift(text, found);
    }

    // Of a few letters and the length: words that share them are told apart where they stand.
    private static uint Hash(ReadOnlySpan<char> word)
    {
        // Sums of products, none of which waits for another.
        var inner = (Folded(word[word.Length / 4]) * 0x9E37_79B1) + (Folded(word[word.Length / 2]) * 0x85EB_CA77);
        var outer = (Folded(word[0]) * 0xC2B2_AE3D) + (Folded(word[^1]) * 0x27D4_EB2Fu);
        var hash = inner + outer + (Folded(word[word.Length - (word.Length / 4) - 1]) * 0x1656_67B1u) + ((uint)word.Length * 0x7FEB_352Du);
        return hash ^ (hash >> 15);
    }

    private bool MayBegin(uint hash) => Folds(hash, FilterBits) is var bit && (_first[bit >> 6] & (1UL << bit)) != 0;

    private static int Folds(uint hash, int bits) => (int)((hash ^ (hash >> bits)) & ((1u << bits) - 1));

    // Capitals make no difference; nor do letters that are not ASCII, whose capitals are not a bit away.
    private static uint Folded(char letterOrDigit) => letterOrDigit < 128 ? letterOrDigit | 0x20u : 1;

    private static uint FoldedNext(char next) => char.IsLetterOrDigit(next) ? Folded(next) : 0;

    // Answers where the name of a technology ends; the words within a concept's name are looked at one by one.
    private int AddAt(ReadOnlySpan<char> text, (int Start, int End) word, uint hash, List<FoundTerm> found, ref int conceptEnd)
    {
        var table = Folds(hash, TableBits);
        for (var i = _starts[table]; i < _starts[table + 1]; i++)
        {
            if (_entries[i].Hash != hash || !_entries[i].GoesOn(text, word.End))
            {
                continue;
            }

            var spelling = _entries[i].Spelling;
            var isConcept = spelling.Term.Kind == GlossaryTerm.Concept;
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

    /// <summary>A spelling and what of it tells most names from the text without a look at them: "la Suite numérique" by its next letter.</summary>
    /// <param name="Hash">Hash of its first word.</param>
    /// <param name="Sign">What stands behind its first word; <see cref="NoSign"/> where nothing does.</param>
    /// <param name="Next">What stands behind that; <see cref="NoLetter"/> where nothing does.</param>
    /// <param name="Spelling">The spelling.</param>
    private readonly record struct Entry(uint Hash, char Sign, uint Next, TermSpelling Spelling)
    {
        public bool GoesOn(ReadOnlySpan<char> text, int end) =>
            Sign == NoSign || end < text.Length && text[end] == Sign && (Next == NoLetter || end + 1 < text.Length && FoldedNext(text[end + 1]) == Next);
    }
}
