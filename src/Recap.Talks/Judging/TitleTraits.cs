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

    public static IEnumerable<Trait>[] Of(Candidate candidate, Habits habits) => [OfPeople(candidate), OfLinks(candidate), OfWords(candidate, habits), OfForm(candidate)];

    private static IEnumerable<Trait> OfPeople(Candidate candidate)
    {
        var names = string.Join(", ", candidate.Speakers.Select(speaker => speaker.Name));
        if (candidate.HasTitleSpeaker)
        {
            yield return new Trait("speaker-in-title", 1, names);
        }
        else if (!candidate.Below.IsEmpty)
        {
            yield return new Trait("speaker-below-title", 1, names);
        }
        else if (candidate.Line.Form == SpeakerForm.Empty)
        {
            yield return new Trait("speaker-form-empty", 1);
        }
        else if (!candidate.InProse.IsEmpty)
        {
            yield return new Trait("speaker-in-prose", 1, names);
        }

        // "Ending keynote" is announced as much as "Keynote : Title".
        if (candidate.Line.IsAnnounced || Decoration.IsKeynote(candidate.Folded) && !candidate.IsContainer)
        {
            yield return new Trait("announced", 1, candidate.Line.Kind?.ToString() ?? "");
        }
    }

    private static IEnumerable<Trait> OfLinks(Candidate candidate)
    {
        foreach (var kind in (LinkKind[])[LinkKind.Schedule, LinkKind.Video, LinkKind.Slides])
        {
            // Where several talks are named, the links are theirs.
            if (candidate.Named.Length < 2 && candidate.Links.FirstOrDefault(link => link.Kind == kind) is { } link)
            {
                yield return new Trait($"{kind.ToString().ToLowerInvariant()}-link", 1, link.Url);
            }
        }

        var strong = candidate.Named.Count(passage => !passage.IsGuessed);
        if (candidate.Named.Length >= 2 || strong >= 1)
        {
            var titles = string.Join(" | ", candidate.Named.Select(passage => passage.Title));
            if (!candidate.TellsOfItselfFirst)
            {
                yield return new Trait(candidate.Named.Length > 1 ? "names-other-talks" : "names-another-talk", 1, titles);
            }
        }
    }

    private static IEnumerable<Trait> OfWords(Candidate candidate, Habits habits)
    {
        var title = candidate.Folded;

        // "Keynote - A": a container's word with a speaker is a session after all; a day with a name is its blogger's.
        var named = candidate.HasStatedSpeaker && (candidate.Line.Form == SpeakerForm.Said || candidate.Speakers.Any(speaker => speaker.Name.Contains(' ')));
        if (candidate.IsContainer && !((named || IsOne(candidate)) && Decoration.KindOf(title) is not null))
        {
            yield return new Trait("container-words", 1, title);
        }

        if (candidate.Sense.HasFlag(SectionSense.Frame) && !(candidate.HasTitleSpeaker && named) && !candidate.Line.IsAnnounced)
        {
            yield return new Trait(named ? "frame-words-with-speaker" : "frame-words", 1, title);
        }

        // "Keynote : A RustFest Carol": what a kind of session stands before is one.
        var namesConference = habits.Series.Length > 3 && candidate.Line.Kind is null && !PlaceTraits.IsBelowSessions(candidate) && title.Contains(habits.Series, StringComparison.Ordinal);
        if (namesConference)
        {
            yield return new Trait(candidate.HasStatedSpeaker ? "names-the-conference-and-a-speaker" : "names-the-conference", 1, habits.Series);
        }

        // Who goes through conferences tells of none of their talks.
        if (candidate.Line.Kind is null && IsConference(candidate))
        {
            yield return new Trait("title-is-a-conference", 1, title);
        }

        if (candidate.Sense.HasFlag(SectionSense.Part))
        {
            yield return new Trait("part-words", 1, title);
        }

        if (candidate.HasStatedSpeaker)
        {
            yield break;
        }

        if (candidate.Sense.HasFlag(SectionSense.Other))
        {
            yield return new Trait(title.AsSpan().Count(' ') < FewBlanks || IsOfOthers(title) ? "other-words" : "other-words-in-long-title", 1, title);
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

    private static IEnumerable<Trait> OfForm(Candidate candidate)
    {
        var words = candidate.Folded.AsSpan().Count(' ') + 1;
        if (words == 1 && !candidate.Speakers.IsEmpty)
        {
            yield return new Trait("title-of-one-word-with-speaker", 1);
        }

        yield return new Trait("title-words", Math.Min(words, MostWords) / MostWords, $"{words}");
        if (candidate.Folded.Length > LongestTitle)
        {
            yield return new Trait("title-is-a-paragraph", 1);
        }

        if (candidate.Line.Title.AsSpan().IndexOfAny('?', '!') >= 0)
        {
            yield return new Trait("title-asks", 1);
        }

        if (candidate.IsEnglish)
        {
            yield return new Trait("title-in-english", 1);
        }

        if (candidate.NamesTechnology)
        {
            yield return new Trait("names-a-technology", 1);
        }

        if (candidate.Section.Kind != PassageMark.Heading)
        {
            yield return new Trait($"mark-{candidate.Section.Kind switch { PassageMark.BoldLine => "bold", PassageMark.ListItem => "item", _ => "link" }}", 1);
        }
    }
}
