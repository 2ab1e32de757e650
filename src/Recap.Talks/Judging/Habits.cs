using Recap.Talks.Facts;
using Recap.Talks.Splitting;

namespace Recap.Talks.Judging;

/// <summary>What the sure talks of a post have in common.</summary>
/// <param name="TalkLevel">Level of the headings that name speakers, where one has most of them.</param>
/// <param name="TellsLittle">True where many sure talks have no text.</param>
/// <param name="Promise">What the post says of itself.</param>
/// <param name="Naming">How often a post that promises sessions gives a sign of any but its headings.</param>
/// <param name="Series">Folded name of the conference; empty where none is known.</param>
internal sealed record Habits(int? TalkLevel, bool TellsLittle, PostPromise Promise, string Series, Naming Naming)
{
    /// <summary>Passages of the post.</summary>
    public required int Passages { get; init; }

    /// <summary>Whether nobody is named anywhere, nothing leads to a session, and the post does not say that it tells of any.</summary>
    public required bool IsSilent { get; init; }

    /// <summary>Those of them whose titles are parts of a talk.</summary>
    public required int Parts { get; init; }

    /// <summary>Those of them whose prose names talks under titles other than their own.</summary>
    public required int NamingOthers { get; init; }

    /// <summary>Whether the post's title names the conference: what only comes across one may tell of something else.</summary>
    public required bool IsCalledByConference { get; init; }

    /// <summary>How much a post that promises no recap says of what is still to come, 0..1.</summary>
    public required double Ahead { get; init; }

    // One in so many that is told of is an exception.
    private const int FewTold = 5;

    /// <param name="post">The post as a whole.</param>
    /// <param name="promise">What the post says of itself.</param>
    /// <param name="facts">What holds for the post as a whole.</param>
    public static Habits Of(Candidate post, PostPromise promise, PostFacts facts)
    {
        var series = facts.FoldedSeries;
        var all = post.Descendants;
        var (parts, namingOthers, speakerLines, promising, isTold) = (0, 0, 0, 0, false);
        foreach (var candidate in all)
        {
            promising += candidate.HasSpeakerForm || candidate.Line.IsAnnounced ? 1 : 0;
            if (candidate.Verdict == Verdict.SpeakerLine)
            {
                speakerLines++;
                continue;
            }

            parts += candidate.Sense.HasFlag(SectionSense.Part) ? 1 : 0;
            namingOthers += candidate.Named.IsEmpty ? 0 : 1;
            isTold |= PlaceTraits.IsTold(candidate);
        }

        // Times and speakers in its headings promise sessions as well as words do.
        promise = promise == PostPromise.None && promising >= 2 ? PostPromise.Conference : promise;
        var sure = all.FindAll(candidate => candidate.HasSpeakerForm && candidate.Section.Kind == PassageMark.Heading);
        return new Habits(TalkLevelOf(sure), sure.Count(candidate => candidate.Text.Length == 0) * 2 > sure.Count, promise, series, promise == PostPromise.Recap ? NamingOf(all) : Naming.Usual)
        {
            IsCalledByConference = series.Length > 0 && facts.FoldedTitle.Contains(series, StringComparison.Ordinal),
            Passages = all.Count - speakerLines,
            Ahead = promise == PostPromise.Recap ? 0 : Announcement.ShareIn(all.SelectMany(candidate => candidate.Section.Own).Concat(post.Section.Own)),
            IsSilent = promise != PostPromise.Recap && !isTold,
            Parts = parts,
            NamingOthers = namingOthers,
        };
    }

    // The level of seven in ten of those that name speakers, and of two at least: it is the middle one's then.
    private static int? TalkLevelOf(List<Candidate> sure)
    {
        if (sure.Count < 2)
        {
            return null;
        }

        var levels = sure.ConvertAll(candidate => candidate.Section.Level);
        levels.Sort();
        var middle = levels[levels.Count / 2];
        return levels.Count(level => level == middle) is >= 2 and var most && most >= 0.7 * sure.Count ? middle : null;
    }

    private static Naming NamingOf(List<Candidate> all)
    {
        var sections = all.FindAll(candidate => !candidate.IsContainer && !candidate.Sense.HasFlag(SectionSense.Frame));
        var told = sections.Count(PlaceTraits.IsTold);
        return told == 0 ? Naming.Nowhere : told * FewTold <= sections.Count ? Naming.Hardly : Naming.Usual;
    }
}

/// <summary>How often the sections of a post name people or lead to sessions.</summary>
internal enum Naming
{
    /// <summary>As most posts do, or the post promises no sessions.</summary>
    Usual,

    /// <summary>In one of five or fewer: a section without is no worse for it.</summary>
    Hardly,

    /// <summary>In none.</summary>
    Nowhere,
}
