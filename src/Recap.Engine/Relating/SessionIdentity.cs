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

    /// <summary>How many words of a title another title must share at least to be the same.</summary>
    public static double LeastShared(int titleWords) => TitleWithSpeaker * titleWords / (2 - TitleWithSpeaker);

    public static bool IsSame(TalkProfile one, TalkProfile other)
    {
        var title = Overlap(one.TitleWords, other.TitleWords);
        if (title.Share < TitleWithSpeaker)
        {
            return false;
        }

        return Speakers(one.Speakers, other.Speakers) switch
        {
            true => title.Shared >= NameLength || IsTextAlike(one, other),
            null => title.Share >= TitleWithoutSpeakers && (title.Shared > NameLength || (title.Shared > 0 && IsTextAlike(one, other))),
            false => title.Share >= TitleWithoutSpeakers && IsCopy(one, other),
        };
    }

    /// <summary>Whether one text is the other over again: nobody wants to read it twice.</summary>
    public static bool IsCopy(TalkProfile one, TalkProfile other) =>
        Math.Min(one.Words.Length, other.Words.Length) >= ShortestText && Overlap(one.Words, other.Words).Share >= TextCopied;

    /// <summary>Words of the titles have had their say.</summary>
    private static bool IsTextAlike(TalkProfile one, TalkProfile other) => Overlap(TextOf(one), TextOf(other)).Share >= TextAlike;

    private static ImmutableArray<ProfileWord> TextOf(TalkProfile profile) => [.. profile.Words.Where(word => !word.InTitle)];

    /// <summary>Whether a speaker is in common; null where either side names none.</summary>
    private static bool? Speakers(ImmutableArray<uint> one, ImmutableArray<uint> other) =>
        one.IsEmpty || other.IsEmpty ? null : one.Any(speaker => other.Contains(speaker));

    /// <summary>Dice coefficient of the words, both sorted by key.</summary>
    private static (double Share, int Shared) Overlap(ImmutableArray<ProfileWord> one, ImmutableArray<ProfileWord> other)
    {
        int shared = 0, i = 0, j = 0;
        while (i < one.Length && j < other.Length)
        {
            var order = one[i].Key.CompareTo(other[j].Key);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        var all = one.Length + other.Length;
        return (all == 0 ? 0 : 2.0 * shared / all, shared);
    }
}
