using System.Collections.Immutable;
using Recap.Talks.Facts;

namespace Recap.Talks.Technologies;

/// <summary>Finds the terms of a glossary in a text in one pass over its words.</summary>
internal sealed class TermFinder
{
    private const int HashBits = 14;

    // Small enough to stay near the processor.
    private const int FilterBits = 16;

    private static readonly byte[] LettersAndDigits = WordRuns.Table(char.IsLetterOrDigit);

    // The spellings by the hash of their first words, the longest first; words that share a hash are told apart where they stand.
    private readonly TermSpelling[]?[] _byHash = new TermSpelling[]?[1 << HashBits];

    // A bit for each word that begins a name: most words of a text are passed over by it alone.
    private readonly ulong[] _first = new ulong[1 << (FilterBits - 6)];

    // A bit for each word that is a name, and for each that begins one together with the sign and the letter behind it ("la S" of
    // "La Suite numérique"): nineteen words in twenty of a text are passed over without a look at any spelling.
    private readonly ulong[] _filter = new ulong[1 << (FilterBits - 6)];

    private readonly bool _isEmpty = true;

    public TermFinder(ImmutableArray<GlossaryTerm> terms)
    {
        var spellings = terms.SelectMany(term => term.Aliases.Prepend(term.Name).Select(name => new TermSpelling(term, name))).Where(spelling => spelling.FirstWord.Length > 0).ToList();
        foreach (var group in spellings.GroupBy(spelling => Folds(Hash(spelling.FirstWord), HashBits)))
        {
            _byHash[group.Key] = [.. group.OrderByDescending(spelling => spelling.Text.Length).ThenBy(spelling => spelling.Text, StringComparer.Ordinal)];
            _isEmpty = false;
        }

        foreach (var spelling in spellings)
        {
            var hash = Hash(spelling.FirstWord);
            Set(_first, hash);
            Set(_filter, spelling.Rest is [var sign, var next, ..] ? Joined(hash, sign, next) : hash);
        }
    }

    /// <summary>The terms named, by place; the longest name wins, but a technology within the name of a concept is named too.</summary>
    public ImmutableArray<GlossaryMention> Find(string text)
    {
        if (_isEmpty)
        {
            return [];
        }

        var found = new List<FoundTerm>();
        var conceptEnd = 0;
        var from = 0;
        foreach (var word in new WordRuns(text, LettersAndDigits))
        {
            var hash = Hash(text.AsSpan(word.Start, word.End - word.Start));
            if (IsSet(_first, hash) && word.Start >= from && MayBegin(text, word.End, hash) && _byHash[Folds(hash, HashBits)] is { } spellings)
            {
                from = AddAt(text, word, spellings, found, ref conceptEnd);
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

    private bool MayBegin(string text, int end, uint hash) =>
        IsSet(_filter, hash) || end + 1 < text.Length && IsSet(_filter, Joined(hash, text[end], text[end + 1]));

    private static bool IsSet(ulong[] filter, uint hash) => Folds(hash, FilterBits) is var bit && (filter[bit >> 6] & (1UL << bit)) != 0;

    private static void Set(ulong[] filter, uint hash) => filter[Folds(hash, FilterBits) >> 6] |= 1UL << Folds(hash, FilterBits);

    private static uint Joined(uint hash, char sign, char next) => (((hash * 31) + sign) * 31) + FoldedNext(next);

    private static int Folds(uint hash, int bits) => (int)((hash ^ (hash >> bits)) & ((1u << bits) - 1));

    // Capitals make no difference; nor do letters that are not ASCII, whose capitals are not a bit away.
    private static uint Folded(char letterOrDigit) => letterOrDigit < 128 ? letterOrDigit | 0x20u : 1;

    private static uint FoldedNext(char next) => char.IsLetterOrDigit(next) ? Folded(next) : 0;

    // Answers where the name of a technology ends; the words within a concept's name are looked at one by one.
    private static int AddAt(string text, (int Start, int End) word, TermSpelling[] longestFirst, List<FoundTerm> found, ref int conceptEnd)
    {
        foreach (var spelling in longestFirst)
        {
            if (!GoesOn(text, word.End, spelling.Rest))
            {
                continue;
            }

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

    // Most names that begin with a common word are told from the text by the next letter: "la Suite numérique".
    private static bool GoesOn(string text, int end, string rest) =>
        rest.Length == 0 || end + rest.Length <= text.Length && text[end] == rest[0] && (rest.Length == 1 || FoldedNext(text[end + 1]) == FoldedNext(rest[1]));
}
