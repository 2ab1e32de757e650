using System.Collections.Immutable;
using System.Globalization;
using Recap.Talks.Facts;
using Recap.Talks.Splitting;
using Recap.Talks.Splitting.Titles;

namespace Recap.Talks.Judging;

/// <summary>What a passage's title says, and the people and links that go with it.</summary>
internal static class TitleTraits
{
    private const int LongestTitle = 160;
    private const int FewBlanks = 4;

    // Shorter words are articles and the like.
    private const int ShortestTelling = 4;
    private const int ShortestConference = 4;
    private const double MostWords = 12;

    // What is told of one session takes a few lines.
    private const int Told = 200;

    private static readonly ImmutableArray<(LinkKind Kind, string Code)> SessionLinks = [(LinkKind.Schedule, "schedule-link"), (LinkKind.Video, "video-link"), (LinkKind.Slides, "slides-link")];

    public static void Add(Candidate candidate, Habits habits, List<Trait> traits)
    {
        AddPeople(candidate, traits);
        AddLinks(candidate, traits);
        AddWords(candidate, habits, traits);
        AddForm(candidate, traits);
    }

    private static void AddPeople(Candidate candidate, List<Trait> traits)
    {
        if (candidate.HasTitleSpeaker)
        {
            traits.Add(new Trait("speaker-in-title", 1, NamesOf(candidate.Line.Speakers)));
        }
        else if (!candidate.Below.IsEmpty)
        {
            traits.Add(new Trait("speaker-below-title", 1, NamesOf(candidate.Below)));
        }
        else if (candidate.Line.Form == SpeakerForm.Empty)
        {
            traits.Add(new Trait("speaker-form-empty", 1));
        }
        else if (!candidate.InProse.IsEmpty)
        {
            traits.Add(new Trait("speaker-in-prose", 1, NamesOf(candidate.InProse)));
        }

        // "Ending keynote" is announced as much as "Keynote : Title".
        if (candidate.Line.IsAnnounced || Decoration.IsKeynote(candidate.Folded) && !candidate.IsContainer)
        {
            traits.Add(new Trait("announced", 1, candidate.Line.Kind?.ToString() ?? ""));
        }
    }

    private static string NamesOf(ImmutableArray<Speaker> people) => people is [var only] ? only.Name : string.Join(", ", people.Select(speaker => speaker.Name));

    private static void AddLinks(Candidate candidate, List<Trait> traits)
    {
        // Where several talks are named, the links are theirs.
        if (candidate.Named.Length < 2 && !candidate.Links.IsEmpty)
        {
            foreach (var (kind, code) in SessionLinks)
            {
                if (FirstOf(kind, candidate.Links) is { } link)
                {
                    traits.Add(new Trait(code, 1, link.Url));
                }
            }
        }

        if (!candidate.TellsOfItselfFirst && (candidate.Named.Length >= 2 || candidate.Named is [{ IsGuessed: false }]))
        {
            traits.Add(new Trait(candidate.Named.Length > 1 ? "names-other-talks" : "names-another-talk", 1, string.Join(" | ", candidate.Named.Select(passage => passage.Title))));
        }
    }

    private static TalkLink? FirstOf(LinkKind kind, ImmutableArray<TalkLink> links)
    {
        foreach (var link in links)
        {
            if (link.Kind == kind)
            {
                return link;
            }
        }

        return null;
    }

    private static void AddWords(Candidate candidate, Habits habits, List<Trait> traits)
    {
        var title = candidate.Folded;

        // "Keynote - A": a container's word with a speaker is a session after all; a day with a name is its blogger's.
        var named = candidate.HasStatedSpeaker && (candidate.Line.Form == SpeakerForm.Said || candidate.Speakers.Any(speaker => speaker.Name.Contains(' ')));
        if (candidate.IsContainer && !((named || IsOne(candidate)) && Decoration.KindOf(title) is not null))
        {
            traits.Add(new Trait("container-words", 1, title));
        }

        if (candidate.Sense.HasFlag(SectionSense.Frame) && !(candidate.HasTitleSpeaker && named) && !candidate.Line.IsAnnounced)
        {
            traits.Add(new Trait(named ? "frame-words-with-speaker" : "frame-words", 1, title));
        }

        // "Keynote : A RustFest Carol": what a kind of session stands before is one.
        var namesConference = habits.Series.Length > 3 && candidate.Line.Kind is null && !PlaceTraits.IsBelowSessions(candidate) && title.Contains(habits.Series, StringComparison.Ordinal);
        if (namesConference)
        {
            traits.Add(new Trait(candidate.HasStatedSpeaker ? "names-the-conference-and-a-speaker" : "names-the-conference", 1, habits.Series));
        }

        // Who goes through conferences tells of none of their talks.
        if (candidate.Line.Kind is null && IsConference(candidate))
        {
            traits.Add(new Trait("title-is-a-conference", 1, title));
        }

        if (candidate.Sense.HasFlag(SectionSense.Part))
        {
            traits.Add(new Trait("part-words", 1, title));
        }

        if (candidate.HasStatedSpeaker)
        {
            return;
        }

        if (candidate.Sense.HasFlag(SectionSense.Other))
        {
            traits.Add(new Trait(title.AsSpan().Count(' ') < FewBlanks || IsOfOthers(title) ? "other-words" : "other-words-in-long-title", 1, title));
        }
    }

    // "Chasse aux goodies et pause déjeuner": half of what it says.
    private static bool IsOfOthers(string title)
    {
        var words = title.Split(' ', '\'', '-').Where(word => word.Length >= ShortestTelling).ToList();
        return words.Count(word => SectionWords.SenseOf(word).HasFlag(SectionSense.Other)) * 2 >= words.Count;
    }

    // By the list of those known, or by the word that ends its only one: "SomewhereConf".
    private static bool IsConference(Candidate candidate) => candidate.Folded.AsSpan().Count(' ') switch
    {
        >= FewBlanks => false,
        0 when EventNames.IsGathering(candidate.Folded) => true,
        _ => !Conference.Find(EventFacts.Fold(candidate.Line.Title), ShortestConference).IsEmpty,
    };

    // "[Keynote](page of the session)", "Keynote" and what it told: one session, whose title nobody noted.
    private static bool IsOne(Candidate candidate) => candidate.Section.Mark!.Spans.Any(span => span.Target?.Kind is LinkKind.Schedule)
        || Decoration.IsKeynote(candidate.Folded) && candidate.Children.Count == 0 && candidate.Named.Length < 2 && candidate.Text.Length >= Told;

    private static void AddForm(Candidate candidate, List<Trait> traits)
    {
        var words = candidate.Folded.AsSpan().Count(' ') + 1;
        if (words == 1 && !candidate.Speakers.IsEmpty)
        {
            traits.Add(new Trait("title-of-one-word-with-speaker", 1));
        }

        traits.Add(new Trait("title-words", Math.Min(words, MostWords) / MostWords, words.ToString(CultureInfo.InvariantCulture)));
        if (candidate.Folded.Length > LongestTitle)
        {
            traits.Add(new Trait("title-is-a-paragraph", 1));
        }

        if (candidate.Line.Title.AsSpan().IndexOfAny('?', '!') >= 0)
        {
            traits.Add(new Trait("title-asks", 1));
        }

        if (candidate.IsEnglish)
        {
            traits.Add(new Trait("title-in-english", 1));
        }

        if (candidate.NamesTechnology)
        {
            traits.Add(new Trait("names-a-technology", 1));
        }

        if (candidate.Section.Kind != PassageMark.Heading)
        {
            traits.Add(new Trait(candidate.Section.Kind switch { PassageMark.BoldLine => "mark-bold", PassageMark.ListItem => "mark-item", _ => "mark-link" }, 1));
        }
    }
}
