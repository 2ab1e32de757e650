using System.Collections.Immutable;

namespace Recap.Engine.Relating;

/// <summary>
/// Says whether two talks are one session, told twice or given twice. Symmetric: it looks at nothing but the two profiles.
/// Two talks may share a title and be two sessions ("The state of Go"), hence speakers or text must agree as well.
/// </summary>
internal static class SessionIdentity
{
    /// <summary>Share of the title's words from which titles are the same, with a speaker in common, without speakers, and against them.</summary>
    private const double TitleWithSpeaker = 0.6;
    private const double TitleWithoutSpeakers = 0.8;

    /// <summary>Share of the text's words from which one text is a telling of the other's session.</summary>
    private const double TextAlike = 0.12;

    /// <summary>Share of the text's words from which one text is a copy of the other.</summary>
    private const double TextCopied = 0.75;

    /// <summary>Fewer telling words than this in a title do not make it a name.</summary>
    private const int NameLength = 2;

    /// <summary>Words that a text needs before its being alike says anything.</summary>
    private const int ShortestText = 15;

    public static bool IsSame(TalkProfile one, TalkProfile other)
    {
        var title = Overlap(one.Words, other.Words, word => word.InTitle);
        // Words of the titles have had their say.
        var text = Overlap(one.Words, other.Words, word => !word.InTitle);
        var speakers = Speakers(one.Speakers, other.Speakers);
        return speakers switch
        {
            true => title.Share >= TitleWithSpeaker && (title.Shared >= NameLength || text.Share >= TextAlike),
            null => title.Share >= TitleWithoutSpeakers && (title.Shared > NameLength || (title.Shared > 0 && text.Share >= TextAlike)),
            false => title.Share >= TitleWithoutSpeakers && IsCopy(one, other),
        };
    }

    /// <summary>Whether one text is the other over again: nobody wants to read it twice.</summary>
    public static bool IsCopy(TalkProfile one, TalkProfile other) =>
        Math.Min(one.Words.Length, other.Words.Length) >= ShortestText && Overlap(one.Words, other.Words, _ => true).Share >= TextCopied;

    /// <summary>Whether a speaker is in common; null where either side names none.</summary>
    private static bool? Speakers(ImmutableArray<uint> one, ImmutableArray<uint> other) =>
        one.IsEmpty || other.IsEmpty ? null : one.Any(speaker => other.Contains(speaker));

    /// <summary>Dice coefficient of the words, both sorted by key.</summary>
    private static (double Share, int Shared) Overlap(ImmutableArray<ProfileWord> one, ImmutableArray<ProfileWord> other, Predicate<ProfileWord> counts)
    {
        int shared = 0, all = 0, j = 0;
        foreach (var word in one)
        {
            if (!counts(word))
            {
                continue;
            }

            all++;
            while (j < other.Length && other[j].Key < word.Key)
            {
                j++;
            }

            shared += j < other.Length && other[j].Key == word.Key && counts(other[j]) ? 1 : 0;
        }

        all += other.Count(word => counts(word));
        return (all == 0 ? 0 : 2.0 * shared / all, shared);
    }
}
