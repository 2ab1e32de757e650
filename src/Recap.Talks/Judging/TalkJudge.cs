using Recap.Talks.Splitting;

namespace Recap.Talks.Judging;

/// <summary>Decides which passages are talks. All evidence is weighed here and nowhere else.</summary>
internal static class TalkJudge
{
    // Notes of a talk may be four bullets.
    private const int ShortText = 90;

    /// <summary>Judges a post's passages from the top down.</summary>
    /// <param name="post">The post as a whole.</param>
    /// <param name="promise">What the post says of itself.</param>
    /// <param name="series">Name of the conference; empty where none is known.</param>
    public static void Judge(Candidate post, PostPromise promise, string series)
    {
        var habits = Habits.Of(post, promise, SectionWords.Fold(series));
        JudgeChildren(post, habits);
        Themes.Settle(post);
    }

    private static void JudgeChildren(Candidate parent, Habits habits)
    {
        var children = parent.Children.Where(child => child.Verdict != Verdict.SpeakerLine).ToList();
        var siblings = new Siblings(children, children.Count(child => child.HasSpeakerForm), children.Count(IsTold));
        foreach (var child in children)
        {
            if (child.Verdict == Verdict.None)
            {
                Weigh(child, siblings, habits);
                child.Verdict = child.Score >= 0 ? Verdict.Talk : Verdict.None;
            }

            JudgeChildren(child, habits);
        }
    }

    private static void Weigh(Candidate candidate, Siblings siblings, Habits habits)
    {
        Add(candidate, "prior", -1.5, "");
        WeighPeople(candidate);
        WeighWords(candidate, habits);
        WeighPlace(candidate, siblings, habits);
        WeighText(candidate, habits);
        // Weights are tenths: what sums up to nothing is not to be less by how fractions are kept.
        candidate.Score = Math.Round(candidate.Reasons.Sum(reason => reason.Weight), 6);
    }

    private static void WeighPeople(Candidate candidate)
    {
        var names = string.Join(", ", candidate.Speakers.Select(speaker => speaker.Name));
        if (candidate.HasTitleSpeaker)
        {
            Add(candidate, "speaker-in-title", 3.5, names);
        }
        else if (!candidate.Below.IsEmpty)
        {
            Add(candidate, "speaker-below-title", 3, names);
        }
        else if (candidate.Line.Form == SpeakerForm.Empty)
        {
            Add(candidate, "speaker-form-empty", 2.5, "");
        }
        else if (!candidate.InProse.IsEmpty)
        {
            Add(candidate, "speaker-in-prose", 1.6, names);
        }
        else if (!candidate.InParts.IsEmpty)
        {
            Add(candidate, "speaker-in-parts", 1.2, names);
        }

        if (candidate.TellsTitle && !candidate.HasStatedSpeaker)
        {
            Add(candidate, "tells-its-title", 1, "");
        }

        if (candidate.HasByline)
        {
            Add(candidate, "byline", 0.6, "");
        }

        foreach (var kind in (LinkKind[])[LinkKind.Schedule, LinkKind.Video, LinkKind.Slides])
        {
            // Where several talks are named, the links are theirs.
            if (candidate.Named.Length < 2 && candidate.Links.FirstOrDefault(link => link.Kind == kind) is { } link)
            {
                Add(candidate, $"{kind.ToString().ToLowerInvariant()}-link", kind == LinkKind.Slides ? 1 : 1.2, link.Url);
            }
        }

        var strong = candidate.Named.Count(passage => !passage.IsGuessed);
        if (candidate.Named.Length >= 2 || strong >= 1)
        {
            Add(candidate, "names-other-talks", candidate.TellsOfItselfFirst ? -0.5 : -2.5 - candidate.Named.Length, string.Join(" | ", candidate.Named.Select(passage => passage.Title)));
        }

        // "Ending keynote" is announced as much as "Keynote : Title".
        if (candidate.Line.IsAnnounced || Decoration.IsKeynote(candidate.Folded) && !candidate.IsContainer)
        {
            Add(candidate, "announced", 1.8, candidate.Line.Kind?.ToString() ?? "");
        }
    }

    private static void WeighWords(Candidate candidate, Habits habits)
    {
        var title = candidate.Folded;
        if (title.Length == 0)
        {
            Add(candidate, "no-title", -9, "");
            return;
        }

        // "Keynote - A": a container's word with a speaker is a session after all; a day with a name is its blogger's.
        var named = candidate.HasStatedSpeaker && (candidate.Line.Form == SpeakerForm.Said || candidate.Speakers.Any(speaker => speaker.Name.Contains(' ')));
        if (candidate.IsContainer)
        {
            Add(candidate, "container-words", named && Decoration.KindOf(title) is not null ? 0 : -6, title);
        }

        if (candidate.Sense.HasFlag(SectionSense.Frame) && !(candidate.HasTitleSpeaker && named))
        {
            Add(candidate, "frame-words", candidate.Line.IsAnnounced ? 0 : named ? -2 : -6, title);
        }

        if (candidate.Sense.HasFlag(SectionSense.Other) && !candidate.HasStatedSpeaker)
        {
            Add(candidate, "other-words", title.Count(c => c == ' ') < 4 ? -2.2 : -0.6, title);
        }

        if (candidate.Sense.HasFlag(SectionSense.Personal) && !candidate.HasStatedSpeaker)
        {
            Add(candidate, "writer-speaks", -1, title);
        }

        if (habits.Series.Length > 3 && !candidate.HasStatedSpeaker && !IsBelowSessions(candidate) && title.Contains(habits.Series, StringComparison.Ordinal))
        {
            Add(candidate, "names-the-conference", -1.5, habits.Series);
        }

        var words = title.Count(c => c == ' ') + 1;
        Add(candidate, "title-length", words >= 5 ? 0.5 : words == 1 && candidate.Speakers.IsEmpty ? -1.2 : words == 1 ? -0.5 : 0, "");
        if (title.Length > 160)
        {
            Add(candidate, "title-is-a-paragraph", -2, "");
        }
    }

    private static void WeighPlace(Candidate candidate, Siblings siblings, Habits habits)
    {
        if (candidate.Parent is { Section.Mark: not null } parent)
        {
            if (parent.Verdict == Verdict.Talk)
            {
                var part = candidate.Sense.HasFlag(SectionSense.Part);
                Add(candidate, "within-a-talk", candidate.HasTitleSpeaker ? 0 : part ? -5 : -2.5, parent.Line.Title);
            }
            else if (parent.IsContainer)
            {
                Add(candidate, "below-container", 1.5, parent.Line.Title);
            }
        }

        if (candidate.Section.IsListed)
        {
            Add(candidate, "in-a-list-of-sessions", 1.2, "");
        }

        if (candidate.Children.Exists(child => child.Sense.HasFlag(SectionSense.Day)))
        {
            Add(candidate, "holds-days", -4, "");
        }

        if (candidate.Children.Count >= 2 && !candidate.HasStatedSpeaker && candidate.Text.Length < 500 && candidate.Children.Count(child => child.HasStatedSpeaker || !child.InProse.IsEmpty) >= 2)
        {
            Add(candidate, "holds-sections-of-people", -2.5, $"{candidate.Children.Count}");
        }

        WeighSiblings(candidate, siblings);
        if (habits.Promise == PostPromise.Announcement)
        {
            Add(candidate, "post-announces", -9, "");
        }
        else if (!candidate.HasSpeakerForm && candidate.Parent is not { Verdict: Verdict.Talk })
        {
            Add(candidate, "post-promises", habits.Promise switch { PostPromise.Recap => 0.6, PostPromise.None => -2, _ => 0 }, habits.Promise.ToString());
        }

        if (candidate.Section.Kind == PassageMark.Heading && habits.TalkLevel is { } level && level != candidate.Section.Level && !candidate.HasStatedSpeaker)
        {
            Add(candidate, "unusual-level", -0.7, $"{candidate.Section.Level}, not {level}");
        }

        WeighSilence(candidate, habits);
        if (siblings.All.Count > 2 && !candidate.HasStatedSpeaker && !LeadsToSession(candidate) && !IsBelowSessions(candidate) && siblings.IsEdge(candidate))
        {
            Add(candidate, "at-the-edge", -0.4, "");
        }
    }

    // Where hardly anything is said of who spoke, titles and what is told below them have to do.
    private static void WeighSilence(Candidate candidate, Habits habits)
    {
        if (habits.Naming == Naming.Usual || candidate.HasStatedSpeaker || candidate.Sense.HasFlag(SectionSense.Personal))
        {
            return;
        }

        var words = candidate.Folded.Count(c => c == ' ') + 1;
        if (words >= 3 && candidate.Text.Length >= ShortText && (habits.Naming == Naming.Nowhere || TalkWords.Count(candidate.Text) > 0))
        {
            Add(candidate, "hardly-anybody-is-named", 0.9, "");
        }

        if (candidate.NamesTechnology)
        {
            Add(candidate, "names-a-technology", words == 1 ? 1.2 : 0.6, "");
        }
    }

    private static void WeighSiblings(Candidate candidate, Siblings siblings)
    {
        var others = siblings.All.Count - 1;
        if (others < 1 || candidate.HasSpeakerForm)
        {
            return;
        }

        var named = siblings.Named / (double)others;
        if (others >= 2 && candidate.InProse.IsEmpty && named >= 0.6)
        {
            var likely = candidate.Folded.Count(c => c == ' ') >= 3 && candidate.Text.Length >= 300 && !siblings.IsEdge(candidate);
            Add(candidate, "siblings-name-speakers", candidate.Line.IsAnnounced || likely ? 0.8 : -0.8, $"{named:P0}");
            return;
        }

        var told = (siblings.Told - (IsTold(candidate) ? 1 : 0)) / (double)others;
        Add(candidate, "siblings-are-talks", told >= 0.5 ? 0.9 : told >= 0.3 ? 0.4 : 0, $"{told:P0}");
    }

    /// <summary>Whether anything says that a passage tells of a session: people, or links that lead to one.</summary>
    internal static bool IsTold(Candidate candidate) => candidate.HasSpeakerForm || !candidate.InProse.IsEmpty || LeadsToSession(candidate);

    // "Les conférences" holds nothing else; a day does.
    private static bool IsBelowSessions(Candidate candidate) => candidate.Parent is { } parent && parent.Sense.HasFlag(SectionSense.Sessions);

    private static bool LeadsToSession(Candidate candidate) => candidate.Links.Any(link => link.Kind is LinkKind.Schedule or LinkKind.Video or LinkKind.Slides);

    private static void WeighText(Candidate candidate, Habits habits)
    {
        var length = candidate.Text.Length + candidate.Descendants().Sum(child => child.Text.Length);
        if (!candidate.HasStatedSpeaker && !candidate.Section.IsListed)
        {
            Add(candidate, "text-length", length < 60 && !LeadsToSession(candidate) ? -1.5 : length < 200 ? -0.4 : length < 4000 ? 0.3 : 0, $"{length} characters");
        }
        else if (length == 0 && !habits.TellsLittle && candidate.Links.IsEmpty && !candidate.Section.AllBlocks().Any())
        {
            // A name alone is a title where something is told of the session.
            Add(candidate, "nothing-told", candidate.Line.Form == SpeakerForm.Named ? -4 : -1, "");
        }

        // Without anybody named, such words may be about the conference as a whole.
        var words = TalkWords.Count(candidate.Text);
        var told = candidate.Speakers.IsEmpty ? Math.Min(1, words) : words;
        if (told > 0)
        {
            Add(candidate, "tells-of-a-session", Math.Min(1.2, 0.6 * told), $"{told} words");
        }
    }

    internal static void Add(Candidate candidate, string code, double weight, string detail)
    {
        if (weight != 0)
        {
            candidate.Reasons.Add(new Evidence(code, weight, detail));
        }
    }

    /// <summary>The passages below one mark, counted once.</summary>
    /// <param name="All">All of them.</param>
    /// <param name="Named">How many name speakers in title or lines.</param>
    /// <param name="Told">How many have any sign of a session.</param>
    private sealed record Siblings(List<Candidate> All, int Named, int Told)
    {
        public bool IsEdge(Candidate candidate) => All[0] == candidate || All[^1] == candidate;
    }
}
