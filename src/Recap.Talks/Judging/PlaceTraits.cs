using Recap.Talks.Splitting;

namespace Recap.Talks.Judging;

/// <summary>Where a passage stands: below what, beside what, and in which kind of post.</summary>
internal static class PlaceTraits
{
    private const int MostParts = 6;
    // Notes of a talk may be four bullets.
    private const int LongEnough = 90;
    private const int Brief = 500;

    public static void Add(Candidate candidate, Peers peers, Habits habits, List<Trait> traits)
    {
        AddParent(candidate, traits);
        AddParts(candidate, traits);
        PeerTraits.Add(candidate, peers, traits);
        AddPost(candidate, habits, traits);
        AddSilence(candidate, habits, traits);
    }

    /// <summary>"Les conférences" holds nothing else; a day does.</summary>
    public static bool IsBelowSessions(Candidate candidate) => candidate.Parent is { } parent && parent.Sense.HasFlag(SectionSense.Sessions);

    /// <summary>Whether it is an item of a list that a line below the heading announces as one of sessions: what the heading tells of is another.</summary>
    public static bool IsAnnounced(Candidate candidate) =>
        candidate.Section.IsListed && candidate.Parent is { } above && above.Section.Own.Exists(block => TalkWords.Announces(block.Text) || TalkWords.Counted(block.Text) > 1);

    /// <summary>Whether links lead to the session's page, its recording or its slides.</summary>
    public static bool LeadsToSession(Candidate candidate)
    {
        foreach (var link in candidate.Links)
        {
            if (link.Kind is LinkKind.Schedule or LinkKind.Video or LinkKind.Slides)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether anything says that a passage tells of a session: people, or links that lead to one.</summary>
    public static bool IsTold(Candidate candidate) => candidate.HasSpeakerForm || !candidate.InProse.IsEmpty || LeadsToSession(candidate);

    /// <summary>Whether its marks say so, not its prose.</summary>
    public static bool IsNamed(Candidate candidate) => candidate.HasSpeakerForm || candidate.Line.IsAnnounced || LeadsToSession(candidate);

    /// <summary>Whether its title says that it is no talk.</summary>
    public static bool IsAside(Candidate candidate) => !candidate.HasStatedSpeaker && (candidate.Sense & (SectionSense.Container | SectionSense.Frame | SectionSense.Other)) != SectionSense.None;

    private static void AddParent(Candidate candidate, List<Trait> traits)
    {
        // "Les conférences que j'ai vues :" lists nothing else; below a heading may stand remarks as well.
        if (candidate.Section.IsListed && !IsAnnounced(candidate))
        {
            traits.Add(new Trait("in-a-list-of-sessions", 1));
        }

        if (candidate.Parent is not { Section.Mark: not null } parent)
        {
            traits.Add(new Trait("top", 1));
            return;
        }

        if (parent.Verdict == Verdict.Talk && !candidate.HasTitleSpeaker && !candidate.Line.IsAnnounced && !IsAnnounced(candidate))
        {
            if (!candidate.Sense.HasFlag(SectionSense.Part))
            {
                traits.Add(new Trait("within-a-talk", 1, parent.Line.Title));
            }
        }
        else if (parent.IsContainer)
        {
            traits.Add(new Trait("below-container", 1, parent.Line.Title));
        }

        if (!parent.Sense.HasFlag(SectionSense.Sessions) && TalkWords.Lists(parent.Line.Title))
        {
            traits.Add(new Trait("below-some-sessions", 1, parent.Line.Title));
        }
    }

    private static void AddParts(Candidate candidate, List<Trait> traits)
    {
        if (candidate.Children.Count == 0)
        {
            return;
        }

        traits.Add(new Trait("parts", Math.Min(candidate.Children.Count, MostParts) / (double)MostParts, $"{candidate.Children.Count}"));
        if (candidate.Children.Count >= 2 && !candidate.HasStatedSpeaker && candidate.Text.Length < Brief && candidate.Children.Count(child => child.HasStatedSpeaker || !child.InProse.IsEmpty) >= 2)
        {
            traits.Add(new Trait("holds-sections-of-people", 1, $"{candidate.Children.Count}"));
        }
    }

    private static void AddPost(Candidate candidate, Habits habits, List<Trait> traits)
    {
        traits.Add(Trait.Share("post-has-parts-of-talks", habits.Parts, habits.Passages));
        traits.Add(Trait.Share("post-names-talks-in-prose", habits.NamingOthers, habits.Passages));
        // A speaker is promise enough.
        if (habits.Promise == PostPromise.None && !candidate.HasSpeakerForm)
        {
            traits.Add(new Trait("post-promises-nothing", 1));
        }

        if (habits.Promise == PostPromise.Recap && !IsTold(candidate) && !candidate.Line.IsAnnounced)
        {
            traits.Add(new Trait("post-promises-and-it-tells-of-nobody", 1));
        }

        if (habits.IsCalledByConference)
        {
            traits.Add(new Trait("post-is-called-by-its-conference", 1, habits.Series));
        }
        else if (habits.Series.Length == 0)
        {
            traits.Add(new Trait("post-names-no-conference", 1));
        }

        traits.Add(new Trait("post-looks-ahead", habits.Ahead));
        if (habits.IsSilent)
        {
            traits.Add(new Trait("post-names-nobody-and-promises-nothing", 1));
        }

        if (candidate.Section.Kind == PassageMark.Heading && habits.TalkLevel is { } level && level != candidate.Section.Level && !candidate.HasStatedSpeaker)
        {
            traits.Add(new Trait("unusual-level", 1, $"{candidate.Section.Level}, not {level}"));
        }
    }

    // Where hardly anything is said of who spoke, titles and what is told below them have to do.
    private static void AddSilence(Candidate candidate, Habits habits, List<Trait> traits)
    {
        if (habits.Naming == Naming.Usual || candidate.HasStatedSpeaker || candidate.Sense.HasFlag(SectionSense.Personal))
        {
            return;
        }

        var words = candidate.Folded.AsSpan().Count(' ') + 1;
        if (words >= 3 && candidate.Text.Length >= LongEnough && (habits.Naming == Naming.Nowhere || candidate.SessionWords > 0))
        {
            traits.Add(new Trait("hardly-anybody-is-named", 1));
        }
    }
}
