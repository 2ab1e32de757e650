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
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Cues = new[]
    {
        "en", "in", "with", "using", "langage", "language", "framework", "outil", "projet", "project", "via", "à", "and", "et",
        "ou", "or", "par", "du", "de", "for", "on", "sur", "of", "avec", "utilise", "utiliser", "like", "comme", "vers", "to", "from",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \n\u00A0('’");

    public static ImmutableArray<GlossaryMention> Sift(ReadOnlySpan<char> text, List<FoundTerm> found)
    {
        if (found.Count == 0)
        {
            return [];
        }

        var meant = found.Exists(term => term.IsDoubtful) ? Meant(text, found) : null;
        var sifted = ImmutableArray.CreateBuilder<GlossaryMention>(found.Count);
        foreach (var (mention, isDoubtful) in found)
        {
            if (!isDoubtful || meant!.Contains(mention.Term))
            {
                sifted.Add(mention);
            }
        }

        return sifted.DrainToImmutable();
    }

    private static HashSet<GlossaryTerm> Meant(ReadOnlySpan<char> text, List<FoundTerm> found)
    {
        var meant = new HashSet<GlossaryTerm>(ReferenceEqualityComparer.Instance);
        foreach (var (mention, isDoubtful) in found)
        {
            if (!isDoubtful)
            {
                meant.Add(mention.Term);
            }
        }

        HashSet<string>? topics = null;
        foreach (var (mention, isDoubtful) in found)
        {
            if (isDoubtful && !meant.Contains(mention.Term) && StandsWithin(text[..mention.Start], out var before)
                && (FollowsCue(before) && !NextIsCapital(text, mention) || mention.Term.Topics.Any((topics ??= TopicsOf(found)).Contains)))
            {
                meant.Add(mention.Term);
            }
        }

        return meant;
    }

    // What terms point to that mean a technology anywhere.
    private static HashSet<string> TopicsOf(List<FoundTerm> found)
    {
        var topics = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (mention, isDoubtful) in found)
        {
            foreach (var topic in isDoubtful ? [] : mention.Term.Topics)
            {
                topics.Add(topic);
            }
        }

        return topics;
    }

    // Words that begin a sentence have a capital whatever they mean.
    private static bool StandsWithin(ReadOnlySpan<char> textBefore, out ReadOnlySpan<char> before)
    {
        before = textBefore.TrimEnd(" \u00A0*_`\"«“(");
        return before is [.., not ('.' or '!' or '?' or '\n' or ':' or '…' or '-')];
    }

    private static bool FollowsCue(ReadOnlySpan<char> before)
    {
        var from = before.LastIndexOfAny(WordEnds);
        var apostrophe = from >= 0 && before[from] is '\'' or '’' && from == before.Length - 1;
        return apostrophe || Cues.Contains(before[(from + 1)..]);
    }

    // "Go" in "Go Beyond the Limits" belongs to a phrase; so does "Spring" in "Spring Street".
    private static bool NextIsCapital(ReadOnlySpan<char> text, GlossaryMention mention)
    {
        var end = mention.Start + mention.Length;
        return end + 1 < text.Length && text[end] == ' ' && char.IsUpper(text[end + 1]) && char.IsLower(end + 2 < text.Length ? text[end + 2] : ' ');
    }
}
