using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Recap.Talks.Technologies;

/// <summary>A term found in a text.</summary>
/// <param name="Mention">Where.</param>
/// <param name="IsDoubtful">True where the same letters are a common word.</param>
internal readonly record struct FoundTerm(GlossaryMention Mention, bool IsDoubtful);

/// <summary>Decides on words that are a technology in one text and a common word in another.</summary>
internal static class TermContext
{
    // Words that stand before a technology and seldom before a common word with a capital.
    private static readonly FrozenSet<string> Cues = new[]
    {
        "en", "in", "with", "using", "langage", "language", "framework", "outil", "projet", "project", "via", "d'", "l'", "à", "and", "et",
        "ou", "or", "par", "du", "de", "for", "on", "sur", "of", "avec", "utilise", "utiliser", "like", "comme", "vers", "to", "from",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \n\u00A0('’");

    public static ImmutableArray<GlossaryMention> Sift(ReadOnlySpan<char> text, List<FoundTerm> found)
    {
        var doubtful = found.Exists(term => term.IsDoubtful);
        var meant = doubtful ? Meant(text, found) : [];
        var sifted = ImmutableArray.CreateBuilder<GlossaryMention>(found.Count);
        foreach (var term in found)
        {
            if (!doubtful || meant.Contains(term.Mention.Term.Name))
            {
                sifted.Add(term.Mention);
            }
        }

        return sifted.DrainToImmutable();
    }

    private static HashSet<string> Meant(ReadOnlySpan<char> text, List<FoundTerm> found)
    {
        var meant = new HashSet<string>(StringComparer.Ordinal);
        var topics = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (mention, isDoubtful) in found)
        {
            if (!isDoubtful && meant.Add(mention.Term.Name))
            {
                foreach (var topic in mention.Term.Topics)
                {
                    topics.Add(topic);
                }
            }
        }

        foreach (var (mention, isDoubtful) in found)
        {
            if (isDoubtful && !meant.Contains(mention.Term.Name) && IsTechnology(text, mention, topics))
            {
                meant.Add(mention.Term.Name);
            }
        }

        return meant;
    }

    private static bool IsTechnology(ReadOnlySpan<char> text, GlossaryMention mention, HashSet<string> topicsOfSureTerms)
    {
        var before = text[..mention.Start].TrimEnd(" \u00A0*_`\"«“(");
        var startsSentence = before.IsEmpty || before[^1] is '.' or '!' or '?' or '\n' or ':' or '…' or '-';
        return !startsSentence
            && (mention.Term.Topics.Any(topicsOfSureTerms.Contains) || Cues.Contains(LastWord(before)) && !NextIsCapital(text, mention));
    }

    private static string LastWord(ReadOnlySpan<char> before)
    {
        var from = before.LastIndexOfAny(WordEnds);
        var apostrophe = from >= 0 && before[from] is '\'' or '’' && from == before.Length - 1;
        return apostrophe ? "d'" : before[(from + 1)..].ToString();
    }

    // "Go" in "Go Beyond the Limits" belongs to a phrase; so does "Spring" in "Spring Street".
    private static bool NextIsCapital(ReadOnlySpan<char> text, GlossaryMention mention)
    {
        var end = mention.Start + mention.Length;
        return end + 1 < text.Length && text[end] == ' ' && char.IsUpper(text[end + 1]) && char.IsLower(end + 2 < text.Length ? text[end + 2] : ' ');
    }
}
