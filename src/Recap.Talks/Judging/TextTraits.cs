using Recap.Talks.People;
using Recap.Talks.Posts;
using Recap.Talks.Splitting;
using Recap.Talks.Splitting.Titles;

namespace Recap.Talks.Judging;

/// <summary>What stands below a passage's title.</summary>
internal static class TextTraits
{
    private const int Nothing = 60;
    private const int Little = 200;
    private const double Much = 3_000;
    private const int LongList = 4;
    private const int AtOnce = 200;
    private const int FewImages = 2;
    private const double MostSessions = 3;

    public static void Add(Candidate candidate, Habits habits, List<Trait> traits)
    {
        var length = candidate.Length;
        if (!candidate.HasStatedSpeaker && !candidate.Section.IsListed)
        {
            if (length < Little)
            {
                traits.Add(new Trait(length < Nothing && TellsNothing(candidate) ? "tells-nothing" : "tells-little", 1, $"{length} characters"));
            }
        }
        else if (length == 0 && candidate.HasStatedSpeaker && !habits.TellsLittle && candidate.Links.IsEmpty && candidate.Section.Own.Count == 0 && candidate.Children.Count == 0)
        {
            // A name alone is a title where something is told of the session.
            traits.Add(new Trait(candidate.Line.Form == SpeakerForm.Named ? "a-name-and-nothing-told" : "tells-nothing-of-speaker", 1));
        }

        traits.Add(new Trait("text-length", Math.Min(length, Much) / Much, $"{length} characters"));
        if (TalkWords.CountSeveral(candidate.Text) is > 0 and var several)
        {
            traits.Add(new Trait("tells-of-several-sessions", Math.Min(several, MostSessions) / MostSessions, $"{several} words"));
        }

        // Who is named at once may be who speaks, though no word says so.
        if (!candidate.HasStatedSpeaker && candidate.InProse.IsEmpty && PersonFinder.Find(Start(candidate.Text, AtOnce), candidate.Glossary) is [var person, ..])
        {
            traits.Add(new Trait("somebody-is-named-at-once", 1, person.Name));
        }

        AddBlocks(candidate.Section.Own, traits);
    }

    private static void AddBlocks(List<Block> own, List<Trait> traits)
    {
        var (code, media, links, items) = (false, false, false, 0);
        foreach (var block in own)
        {
            code |= block.Kind == BlockKind.Code;
            media |= block.Kind == BlockKind.Media;
            items += block.Kind == BlockKind.ListItem ? 1 : 0;
            links = links || block.HasLinks;
        }

        AddIf(code, "has-code", traits);
        AddIf(media, "has-media", traits);
        AddIf(items >= LongList, "has-list", traits);
        AddIf(links, "has-link", traits);
    }

    private static void AddIf(bool has, string code, List<Trait> traits)
    {
        if (has)
        {
            traits.Add(new Trait(code, 1));
        }
    }

    // Photographs of slides tell of a session in a hurry, and so may a link to it.
    private static bool TellsNothing(Candidate candidate) =>
        !PlaceTraits.LeadsToSession(candidate) && candidate.Section.Own.Sum(block => block.Spans.Count(span => span.Style.HasFlag(SpanStyle.Image))) < FewImages;

    private static string Start(string text, int length) => text.Length > length ? text[..length] : text;
}
