using System.Collections.Immutable;
using Recap.Talks.Facts;

namespace Recap.Talks.Technologies;

/// <summary>Finds the terms of a glossary in a text in one pass over its words.</summary>
internal sealed class TermFinder
{
    private const int TableBits = 13;
    private const int FirstBits = 16;
    private const int BeginningBits = 18;
    private const char NoSign = '\0';
    private const uint NoLetter = uint.MaxValue;

    private static readonly CharacterSet LettersAndDigits = new(char.IsLetterOrDigit);

    // The first words of names, and how names may begin: "la" is one of the first, but begins a name only before an S, and "go" does not begin "Go".
    private readonly WordFilter _first = new(FirstBits);
    private readonly WordFilter _beginnings = new(BeginningBits);

    // The spellings by the hash of their first words, the longest first, and where those of each hash begin.
    private readonly Entry[] _entries;
    private readonly int[] _starts = new int[(1 << TableBits) + 1];

    public TermFinder(ImmutableArray<GlossaryTerm> terms)
    {
        _entries = [.. terms.SelectMany(term => term.Aliases.Prepend(term.Name).Select(name => new TermSpelling(term, name))).Where(spelling => spelling.FirstWord.Length > 0)
            .Select(spelling => new Entry(WordHash.Of(spelling.FirstWord), spelling.Rest is [var sign, ..] ? sign : NoSign, spelling.Rest is [_, var next, ..] ? FoldedNext(next) : NoLetter, spelling))
            .OrderBy(entry => WordHash.Fold(entry.Hash, TableBits)).ThenByDescending(entry => entry.Spelling.Text.Length).ThenBy(entry => entry.Spelling.Text, StringComparer.Ordinal)];
        foreach (var entry in _entries)
        {
            _starts[WordHash.Fold(entry.Hash, TableBits) + 1]++;
            _first.Add(entry.Hash);
            var first = entry.Spelling.FirstWord[0];
            foreach (var letter in entry.Spelling.HasCapitals ? [first] : (ReadOnlySpan<char>)[char.ToLowerInvariant(first), char.ToUpperInvariant(first)])
            {
                var cased = Cased(entry.Hash, letter);
                _beginnings.Add(entry.Next == NoLetter ? cased : Joined(cased, entry.Sign, entry.Next));
            }
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
            if (_first.MayHold(hash) && word.Start >= from && MayBegin(text, word, hash))
            {
                from = AddAt(text, word, hash, found, ref conceptEnd);
            }
        }

        return TermContext.Sift(text, found);
    }

    private bool MayBegin(ReadOnlySpan<char> text, (int Start, int End) word, uint hash)
    {
        var cased = Cased(hash, text[word.Start]);
        return _beginnings.MayHold(cased) || word.End + 1 < text.Length && _beginnings.MayHold(Joined(cased, text[word.End], FoldedNext(text[word.End + 1])));
    }

    private static uint Cased(uint hash, char first) => char.IsAsciiLetterLower(first) ? hash ^ 0x5851_F42Du : hash;

    private static uint Joined(uint hash, char sign, uint next) => hash ^ ((((uint)sign << 8) + next + 1) * 0x9E37_79B1);

    private static uint FoldedNext(char next) => char.IsLetterOrDigit(next) ? WordHash.Folded(next) : 0;

    // Answers where the name of a technology ends; the words within a concept's name are looked at one by one.
    private int AddAt(ReadOnlySpan<char> text, (int Start, int End) word, uint hash, List<FoundTerm> found, ref int conceptEnd)
    {
        var table = WordHash.Fold(hash, TableBits);
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
