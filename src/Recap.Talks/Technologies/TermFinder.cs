using System.Collections;
using System.Collections.Immutable;

namespace Recap.Talks.Technologies;

/// <summary>Finds the terms of a glossary in a text in one pass over its words.</summary>
internal sealed class TermFinder
{
    private readonly Dictionary<string, TermSpelling[]>.AlternateLookup<ReadOnlySpan<char>> _byFirstWord;

    // Which hashes the first words have: most words of a text are passed over without being looked up.
    private readonly BitArray _hashes = new(ushort.MaxValue + 1);

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
            _hashes[word.Aggregate((ushort)0, Hash)] = true;
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
            var end = at;
            ushort hash = 0;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                hash = Hash(hash, text[end++]);
            }

            if (end > at && _hashes[hash] && _byFirstWord.TryGetValue(text.AsSpan(at, end - at), out var spellings))
            {
                end = Math.Max(end, AddAt(text, at, spellings, found, ref conceptEnd));
            }

            at = Math.Max(end, at + 1);
        }

        return TermContext.Sift(text, found);
    }

    // Capitals make no difference; nor do letters that are not ASCII, whose capitals are not a bit away.
    private static ushort Hash(ushort hash, char c) => (ushort)((hash * 31) + (char.IsAscii(c) ? c | 0x20 : 0));

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
