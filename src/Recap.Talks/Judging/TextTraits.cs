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
    private const int Reach = 1_500;
    private const int ManyPeople = 3;
    private const int FewImages = 2;
    private const double MostSessions = 3;
    private const double MostLife = 5;

    public static IEnumerable<Trait> Of(Candidate candidate, Habits habits)
    {
        var length = candidate.Length;
        if (!candidate.HasStatedSpeaker && !candidate.Section.IsListed)
        {
            if (length < Little)
            {
                yield return new Trait(length < Nothing && TellsNothing(candidate) ? "tells-nothing" : "tells-little", 1, $"{length} characters");
            }
        }
        else if (length == 0 && !habits.TellsLittle && candidate.Links.IsEmpty && candidate.Section.Own.Count == 0 && candidate.Children.Count == 0)
        {
            // A name alone is a title where something is told of the session.
            yield return new Trait(candidate.Line.Form == SpeakerForm.Named ? "a-name-and-nothing-told" : candidate.HasStatedSpeaker ? "tells-nothing-of-speaker" : "listed-and-nothing-told", 1);
        }

        yield return new Trait("text-length", Math.Min(length, Much) / Much, $"{length} characters");

        // Without anybody named, such words may be about the conference as a whole.
        var words = candidate.SessionWords;
        var told = Math.Min(words, candidate.Speakers.IsEmpty ? 1 : 2);
        if (told > 0)
        {
            yield return new Trait("tells-of-a-session", told, $"{words} words");
        }

        foreach (var trait in OfConference(candidate))
        {
            yield return trait;
        }

        // Who is named at once may be who speaks, though no word says so.
        if (!candidate.HasStatedSpeaker && candidate.InProse.IsEmpty && PersonFinder.Find(Start(candidate.Text, AtOnce), candidate.Glossary) is [var person, ..])
        {
            yield return new Trait("somebody-is-named-at-once", 1, person.Name);
        }

        var own = candidate.Section.Own;
        if (own.Exists(block => block.Kind == BlockKind.Code))
        {
            yield return new Trait("has-code", 1);
        }

        if (own.Exists(block => block.Kind == BlockKind.Media))
        {
            yield return new Trait("has-media", 1);
        }

        if (own.Count(block => block.Kind == BlockKind.ListItem) >= LongList)
        {
            yield return new Trait("has-list", 1);
        }

        if (own.Exists(block => block.HasLinks))
        {
            yield return new Trait("has-link", 1);
        }
    }

    // Photographs of slides tell of a session in a hurry, and so may a link to it.
    private static bool TellsNothing(Candidate candidate) =>
        !PlaceTraits.LeadsToSession(candidate) && candidate.Section.Own.Sum(block => block.Spans.Count(span => span.Style.HasFlag(SpanStyle.Image))) < FewImages;

    // What is told of the conference, and not of one of its sessions.
    private static IEnumerable<Trait> OfConference(Candidate candidate)
    {
        if (TalkWords.CountSeveral(candidate.Text) is > 0 and var several)
        {
            yield return new Trait("tells-of-several-sessions", Math.Min(several, MostSessions) / MostSessions, $"{several} words");
        }

        if (Tone.Of(candidate.Text.AsSpan(0, Math.Min(candidate.Text.Length, Reach))).OfTheConference is > 0 and var life)
        {
            yield return new Trait("tells-of-the-conference", Math.Min(life, MostLife) / MostLife, $"{life} words");
        }

        var people = PersonFinder.Find(Start(candidate.Text, Reach), candidate.Glossary).Select(person => person.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        if (people >= ManyPeople)
        {
            yield return new Trait("names-many-people", 1, $"{people}");
        }
    }

    private static string Start(string text, int length) => text.Length > length ? text[..length] : text;
}
