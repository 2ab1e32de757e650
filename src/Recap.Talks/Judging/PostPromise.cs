using System.Collections.Immutable;
using Recap.Talks.Facts;
using Recap.Talks.Posts;

namespace Recap.Talks.Judging;

/// <summary>Whether a post says, before it tells of anything, that it tells of the sessions of a conference.</summary>
internal enum PostPromise
{
    /// <summary>It announces a conference that is still to come.</summary>
    Announcement,

    /// <summary>It says that it tells of something else: books, the week's links, a year, sessions to be proposed.</summary>
    Elsewhere,

    /// <summary>Neither title nor first words speak of a conference: a tutorial, an opinion, news.</summary>
    None,

    /// <summary>It speaks of a conference, in whatever way.</summary>
    Conference,

    /// <summary>It speaks of a conference that its writer went to, or of sessions seen.</summary>
    Recap,
}

/// <summary>Reads promises.</summary>
internal static class PostPromises
{
    // Blocks at a post's beginning in which it says what it is about.
    private const int Lead = 10;

    // What is told in one of these was no session, whoever speaks in it.
    private static readonly ImmutableArray<string> NoSession = ["interview", "interviews", "podcast", "newsletter"];

    // Nobody tells afterwards what was to be seen: "Le programme du vendredi".
    private static readonly ImmutableArray<string> Programme = ["programme"];

    /// <summary>Whether the title of a post calls it an interview or the like.</summary>
    public static bool TellsOfNoSession(PostFacts facts) => HasAny(NoSession, facts.FoldedTitle);

    /// <param name="facts">What holds for the post as a whole.</param>
    /// <param name="blocks">All that the post says.</param>
    public static PostPromise Of(PostFacts facts, ImmutableArray<Block> blocks)
    {
        var title = SectionWords.SenseOf(facts.FoldedTitle);
        if (title.HasFlag(SectionSense.Never) || title.HasFlag(SectionSense.Elsewhere) && !NamesGathering(facts))
        {
            return PostPromise.Elsewhere;
        }

        var recap = title.HasFlag(SectionSense.Recap) || SectionWords.SenseOf(facts.Slug).HasFlag(SectionSense.Recap);
        if (!recap && (HasAny(Programme, facts.FoldedTitle) || blocks.Any(Announcement.Appoints) || Announcement.IsMadeBy(blocks)))
        {
            return PostPromise.Announcement;
        }

        if (!recap && TellsOfNoSession(facts))
        {
            return NamesGathering(facts) ? PostPromise.None : PostPromise.Elsewhere;
        }

        if (recap && facts.Event is not null || IsNamedAfterEvent(facts))
        {
            return PostPromise.Recap;
        }

        var lead = PlainText.Of(blocks.Take(Lead), TalkWords.Reach);
        return TalkWords.Promises(lead) ? PostPromise.Recap
            : recap || facts.Event is not null || TalkWords.HasBeenThere(lead) ? PostPromise.Conference
            : PostPromise.None;
    }

    // "Outils de test : retour du meetup de mars": a gathering that no list knows is one, too.
    private static bool NamesGathering(PostFacts facts) => facts.Event is not null || EventNames.IsGathering(facts.Title ?? "");

    private static bool HasAny(ImmutableArray<string> words, ReadOnlySpan<char> folded)
    {
        foreach (var word in folded.SplitAny(" -:,'"))
        {
            foreach (var other in words)
            {
                if (folded[word].SequenceEqual(other))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // "Devoxx 2023": a post that is called by its conference and nothing else tells of it.
    private static bool IsNamedAfterEvent(PostFacts facts)
    {
        if (facts.Event is not { } conference || facts.Title is not { } title)
        {
            return false;
        }

        var words = EventFacts.Fold($"{conference.Series} {conference.Year} {conference.City} la le les l' a au aux de du en jour day conference edition").Split(' ');
        return EventFacts.Fold(title).Split(' ').All(word => words.Contains(word, StringComparer.Ordinal) || word is [>= '0' and <= '9', ..]);
    }
}
