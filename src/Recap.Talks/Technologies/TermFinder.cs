using System.Collections.Immutable;

namespace Recap.Talks.Technologies;

/// <summary>Finds the terms of a glossary in a text in one pass over its words.</summary>
internal sealed class TermFinder
{
    private readonly Dictionary<string, Spelling[]> _byFirstWord;
    private readonly Dictionary<string, Spelling[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public TermFinder(ImmutableArray<GlossaryTerm> terms)
    {
        _byFirstWord = terms
            .SelectMany(term => term.Aliases.Prepend(term.Name).Select(name => Spelling.Of(term, name)))
            .Where(spelling => spelling.FirstWord.Length > 0)
            .GroupBy(spelling => spelling.FirstWord, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                group => group.Key,
                group => group.OrderByDescending(spelling => spelling.Text.Length).ThenBy(spelling => spelling.Text, StringComparer.Ordinal).ToArray(),
                StringComparer.OrdinalIgnoreCase);
        _lookup = _byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public ImmutableArray<GlossaryMention> Find(string text)
    {
        if (_byFirstWord.Count == 0)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<GlossaryMention>();
        var doubtful = false;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                end++;
            }

            if (_lookup.TryGetValue(text.AsSpan(at, end - at), out var spellings) && At(text, at, spellings) is { } mention)
            {
                found.Add(mention);
                doubtful |= mention.Term.Match == TermMatch.Context;
                end = Math.Max(end, mention.Start + mention.Length);
            }

            at = end;
        }

        return doubtful ? TermContext.Sift(text, found.ToImmutable()) : found.ToImmutable();
    }

    private static GlossaryMention? At(string text, int at, Spelling[] spellings)
    {
        foreach (var spelling in spellings)
        {
            var start = at - spelling.Lead;
            if (start >= 0 && spelling.IsAt(text, start) && IsApart(text, start, spelling))
            {
                return new GlossaryMention(spelling.Term, start, spelling.Text.Length);
            }
        }

        return null;
    }

    private static bool IsApart(string text, int start, Spelling spelling)
    {
        var end = start + spelling.Text.Length;
        var before = start > 0 ? text[start - 1] : ' ';
        var after = end < text.Length ? text[end] : ' ';
        return !char.IsLetterOrDigit(before) && before is not ('.' or '@' or '_' or '&')
            && !char.IsLetterOrDigit(after) && after is not ('_' or '@')
            && !(after is '+' or '#' && spelling.EndsInWord)
            && !InAddress(text, start);
    }

    private static bool InAddress(string text, int start)
    {
        var from = Math.Max(0, start - 200);
        var chunk = text.AsSpan(from, start - from);
        var blank = chunk.LastIndexOfAny(" \n\u00A0(");
        return chunk[(blank + 1)..].Contains("://", StringComparison.Ordinal);
    }

    private sealed record Spelling(GlossaryTerm Term, string Text, string FirstWord, int Lead)
    {
        public bool EndsInWord => char.IsLetterOrDigit(Text[^1]);

        // An abbreviation or alias keeps its capitals where the term asks for them.
        private StringComparison Comparison => Term.Match == TermMatch.Any ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

        public static Spelling Of(GlossaryTerm term, string name)
        {
            var lead = 0;
            while (lead < name.Length && !char.IsLetterOrDigit(name[lead]))
            {
                lead++;
            }

            var end = lead;
            while (end < name.Length && char.IsLetterOrDigit(name[end]))
            {
                end++;
            }

            return new Spelling(term, name, name[lead..end], lead);
        }

        public bool IsAt(string text, int start) => string.Compare(text, start, Text, 0, Text.Length, Comparison) == 0;
    }
}
