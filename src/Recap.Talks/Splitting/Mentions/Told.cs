using Recap.Talks.Facts;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>What a sentence says that its subject tells.</summary>
/// <param name="Topic">What is told.</param>
/// <param name="ToUs">Whether it is told to "us".</param>
/// <param name="IsDone">Whether it has been told, or is about to be: "a", "vient", "va".</param>
/// <param name="IsRelative">Whether "qui" leads to the verb.</param>
/// <param name="IsWeak">Whether the verb is one of anybody's.</param>
/// <param name="IsInfinitive">Whether nothing but an infinitive says so: "j'ai vu A parler de …".</param>
/// <param name="With">The mark of who told it as well; none is a blank.</param>
internal readonly record struct Told(string Topic, bool ToUs, bool IsDone, bool IsRelative, bool IsWeak, bool IsInfinitive, char With)
{
    private const int ShortestTopic = 6;

    // "présente ses travaux sur …": a few words may lead to it.
    private const int Near = 20;

    /// <summary>What is told behind a verb, and with whom; null where that is too short.</summary>
    public static Told? Of(ReadOnlySpan<char> rest, bool toUs, bool isDone, bool isRelative, bool isWeak, bool isInfinitive)
    {
        rest = rest.TrimStart();
        var with = ' ';
        if (rest.StartsWith("avec §", StringComparison.OrdinalIgnoreCase) && rest.Length > 7)
        {
            with = rest[6];
            rest = rest[7..].TrimStart();
        }

        rest = BehindOn(rest);
        rest = WithoutAdverb(rest);
        var topic = TopicMentions.UpToStop(rest);
        return topic.Length < ShortestTopic ? null : new Told(topic, toUs, isDone, isRelative, isWeak, isInfinitive, with);
    }

    private static ReadOnlySpan<char> BehindOn(ReadOnlySpan<char> rest)
    {
        var way = rest[..Math.Min(rest.Length, Near + 4)];
        var on = way.StartsWith("sur ", StringComparison.OrdinalIgnoreCase) ? 0 : way.IndexOf(" sur ", StringComparison.OrdinalIgnoreCase) + 1;
        return (on > 0 || way.StartsWith("sur ", StringComparison.OrdinalIgnoreCase)) && !rest[..on].ContainsAny(".;¤,") ? rest[(on + 4)..].TrimStart() : rest;
    }

    private static ReadOnlySpan<char> WithoutAdverb(ReadOnlySpan<char> rest)
    {
        var words = new SentenceWords(rest);
        return words.TakeAny("également", "aussi", "ensuite", "alors", "enfin", "ainsi", "par la suite") ? words.Rest.TrimStart() : rest;
    }
}
