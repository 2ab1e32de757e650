using System.Collections;
using System.Collections.Immutable;

namespace Recap.Talks.Technologies;

/// <summary>Finds the terms of a glossary in a text in one pass over its words.</summary>
internal sealed class TermFinder
{
    private const int HashBits = 18;

    private static readonly byte[] Folded = FoldedLetters();

    private readonly Dictionary<string, TermSpelling[]>.AlternateLookup<ReadOnlySpan<char>> _byFirstWord;

    // Which hashes the first words have, one in thirty: most words of a text are passed over without being looked up.
    private readonly BitArray _hashes = new(1 << HashBits);

    public TermFinder(ImmutableArray<GlossaryTerm> terms)
    {
        _byFirstWord = terms
            .SelectMany(term => term.Aliases.Prepend(term.Name).Select(name => new TermSpelling(term, name)))
            .Where(spelling => spelling.FirstWord.Length > 0)
            .GroupBy(spelling => spelling.FirstWord, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                group => group.Key,
                group => group.OrderByDescending(spelling => spelling.Text.Length).ThenBy(spelling => spelling.Text, StringComparer.Ordinal).ToArray(),
                StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in _byFirstWord.Dictionary.Keys)
        {
            _hashes[Word(word, 0).Hash] = true;
        }
    }

    /// <summary>The terms named, by place; the longest name wins, but a technology within the name of a concept is named too.</summary>
    public ImmutableArray<GlossaryMention> Find(string text)
    {
        if (_byFirstWord.Dictionary.Count == 0)
        {
            return [];
        }

        var found = new List<FoundTerm>();
        var conceptEnd = 0;
        for (var at = 0; at < text.Length;)
        {
            var (end, hash) = Word(text, at);
            if (end > at && _hashes[hash] && _byFirstWord.TryGetValue(text.AsSpan(at, end - at), out var spellings))
            {
                end = Math.Max(end, AddAt(text, at, spellings, found, ref conceptEnd));
            }

            at = Math.Max(end, at + 1);
        }

        return TermContext.Sift(text, found);
    }

    // Where the run of letters and digits at a place ends, and its hash.
    private static (int End, int Hash) Word(ReadOnlySpan<char> text, int at)
    {
        uint hash = 0;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            uint letter = c < Folded.Length ? Folded[c] : char.IsLetterOrDigit(c) ? (byte)1 : (byte)0;
            if (letter == 0)
            {
                break;
            }

            hash = (hash * 31) + letter;
        }

        return (at, (int)((hash ^ (hash >> HashBits)) & ((1 << HashBits) - 1)));
    }

    // Capitals make no difference; nor do letters that are not ASCII, whose capitals are not a bit away. What is no letter or digit is 0.
    private static byte[] FoldedLetters() => [.. Enumerable.Range(0, 128).Select(c => char.IsAsciiLetterOrDigit((char)c) ? (byte)(c | 0x20) : (byte)0)];

    // Answers where the name of a technology ends; the words within a concept's name are looked at one by one.
    private static int AddAt(string text, int at, TermSpelling[] longestFirst, List<FoundTerm> found, ref int conceptEnd)
    {
        foreach (var spelling in longestFirst)
        {
            var isConcept = spelling.Term.Kind == GlossaryTerm.Concept;
            var start = at - spelling.Lead;
            if (isConcept && at < conceptEnd || !spelling.IsAt(text, start))
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

        return at;
    }
}
