using System.Collections.Immutable;
using Found = (string Pattern, string Topic, Recap.Talks.Splitting.Mentions.MaskedSentence.Token? Person);

namespace Recap.Talks.Splitting.Mentions;

/// <summary>The ways in which a sentence tells what a session was about without its title: each is asked only where what it needs stands.</summary>
internal static class TopicPatterns
{
    // The surest first.
    private static readonly ImmutableArray<(Needs Needs, Func<MaskedSentence, Found?> Find)> All =
    [
        (Needs.Person | Needs.Session, OfAny(SessionTopics.SessionGivenBy)),
        (Needs.Person | Needs.Session, OfAny(SessionTopics.SessionCalledByPerson)),
        (Needs.Person | Needs.SessionOrWhile, OfAny(SessionTopics.SessionOfPersonAbout)),
        (Needs.Person | Needs.SessionOrWhile, OfAny(SessionTopics.PersonWithSession)),
        (Needs.Person | Needs.SessionOrWhile, OfAny(SessionTopics.SessionAboutByPerson)),
        (Needs.Session, SessionTopics.SessionOfCompanyAbout),
        (Needs.Session, SessionTopics.SessionEntitled),
        (Needs.Own, TopicMentions.Own),
        (Needs.Bold | Needs.Person, TopicMentions.ToldByPerson),
        (Needs.Bold | Needs.Session, TopicMentions.SessionColon),
        (Needs.Bold | Needs.Person, OfAny(Telling.ByPerson)),
        (Needs.Bold | Needs.Person, LeadingPeople.Told),
        (Needs.Bold | Needs.Person, OpeningPeople.Told),
        (Needs.Bold, Telling.ByPronoun),
        (Needs.Bold | Needs.Somebody, Telling.BySomebody),
        (Needs.Bold | Needs.Person | Needs.Session, OfAny(TopicMentions.AttendedOfPerson)),
        (Needs.Bold | Needs.Session, TopicMentions.SessionAboutWas),
        (Needs.Session, TopicMentions.AttendedAbout),
    ];

    [Flags]
    private enum Needs
    {
        Nothing = 0,
        Person = 1,
        Session = 2,
        SessionOrWhile = 4,

        /// <summary>Sentences count in which nothing but a person telling speaks of a session.</summary>
        Bold = 8,
        Own = 16,
        Somebody = 32,
    }

    /// <summary>What a sentence is about, by the first pattern that finds a topic which may be one; null where none does.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="bold">Whether sentences count in which nothing but a person telling speaks of a session.</param>
    /// <param name="read">Reads what was found; null where it is no topic.</param>
    public static Mention? First(MaskedSentence sentence, bool bold, Func<MaskedSentence, Found, Mention?> read)
    {
        var has = Of(sentence) | (bold ? Needs.Bold : Needs.Nothing);
        foreach (var (needs, find) in All)
        {
            if ((needs & ~has) == Needs.Nothing && find(sentence) is { } found && read(sentence, found) is { } mention)
            {
                return mention;
            }
        }

        return null;
    }

    private static Needs Of(MaskedSentence sentence) =>
        (sentence.Places.Length > 0 ? Needs.Person : Needs.Nothing)
        | (sentence.Sessions.Count > 0 ? Needs.Session | Needs.SessionOrWhile : Needs.Nothing)
        | (sentence.Words.HasFlag(SentenceWord.While) ? Needs.SessionOrWhile : Needs.Nothing)
        | (sentence.Words.HasFlag(SentenceWord.Own) ? Needs.Own : Needs.Nothing)
        | (sentence.Words.HasFlag(SentenceWord.Somebody) ? Needs.Somebody : Needs.Nothing);

    // What is found of the first person of whom anything is.
    private static Func<MaskedSentence, Found?> OfAny(Func<MaskedSentence, PersonPlace, Found?> find) => sentence =>
    {
        foreach (var place in sentence.Places)
        {
            if (find(sentence, place) is { } found)
            {
                return found;
            }
        }

        return null;
    };
}
