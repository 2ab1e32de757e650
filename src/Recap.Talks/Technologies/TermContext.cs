using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Recap.Talks.Technologies;

/// <summary>Decides on words that are a technology in one text and a common word in another.</summary>
internal static class TermContext
{
    // Words that stand before a technology and seldom before a common word with a capital.
    private static readonly FrozenSet<string> Cues = new[]
    {
        "en", "in", "with", "using", "langage", "language", "framework", "outil", "projet", "project", "via", "d'", "l'", "à", "and", "et",
        "ou", "or", "par", "du", "de", "for", "on", "sur", "of", "avec", "utilise", "utiliser", "like", "comme", "chez", "vers", "to", "from",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly System.Buffers.SearchValues<char> WordEnds = System.Buffers.SearchValues.Create(" \n\u00A0('’");

    public static ImmutableArray<GlossaryMention> Sift(string text, ImmutableArray<GlossaryMention> mentions)
    {
        var sure = mentions.Where(mention => mention.Term.Match != TermMatch.Context).SelectMany(mention => mention.Term.Topics).ToHashSet(StringComparer.Ordinal);
        var kept = mentions.Where(mention => mention.Term.Match == TermMatch.Context && IsTechnology(text, mention, sure))
            .Select(mention => mention.Term.Name).ToHashSet(StringComparer.Ordinal);
        return mentions.RemoveAll(mention => mention.Term.Match == TermMatch.Context && !kept.Contains(mention.Term.Name));
    }

    private static bool IsTechnology(string text, GlossaryMention mention, HashSet<string> topicsOfSureTerms)
    {
        var before = text.AsSpan(0, mention.Start).TrimEnd(" \u00A0*_`\"«“(");
        var startsSentence = before.IsEmpty || before[^1] is '.' or '!' or '?' or '\n' or ':' or '…' or '-';
        var related = mention.Term.Topics.Any(topicsOfSureTerms.Contains);
        if (startsSentence)
        {
            return false;
        }

        return related || Cues.Contains(LastWord(before)) && !NextIsCapital(text, mention);
    }

    private static string LastWord(ReadOnlySpan<char> before)
    {
        var from = before.LastIndexOfAny(WordEnds);
        var apostrophe = from >= 0 && before[from] is '\'' or '’' && from == before.Length - 1;
        return apostrophe ? "d'" : before[(from + 1)..].ToString();
    }

    // "Go" in "Go Beyond the Limits" belongs to a phrase; so does "Spring" in "Spring Street".
    private static bool NextIsCapital(string text, GlossaryMention mention)
    {
        var end = mention.Start + mention.Length;
        return end + 1 < text.Length && text[end] == ' ' && char.IsUpper(text[end + 1]) && char.IsLower(end + 2 < text.Length ? text[end + 2] : ' ');
    }
}
