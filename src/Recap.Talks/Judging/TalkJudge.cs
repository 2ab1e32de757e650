using Recap.Talks.Splitting;

namespace Recap.Talks.Judging;

/// <summary>Decides which passages are talks. All evidence is weighed here and nowhere else.</summary>
internal static class TalkJudge
{
    // Outweighs whatever speaks for it.
    internal const double RuledOut = -9;

    /// <summary>Judges a post's passages from the top down.</summary>
    /// <param name="post">The post as a whole.</param>
    /// <param name="promise">What the post says of itself.</param>
    /// <param name="series">Name of the conference; empty where none is known.</param>
    public static void Judge(Candidate post, PostPromise promise, string series)
    {
        var habits = Habits.Of(post, promise, SectionWords.Fold(series));
        JudgeChildren(post, Peers.Of(post), habits);
        Themes.Settle(post);
    }

    private static void JudgeChildren(Candidate parent, Dictionary<(PassageMark Kind, int Level), Peers> peers, Habits habits)
    {
        foreach (var child in parent.Children)
        {
            if (child.Verdict == Verdict.None)
            {
                Weigh(child, peers[Peers.KeyOf(child)], habits);
                child.Verdict = child.Score >= 0 ? Verdict.Talk : Verdict.None;
            }

            if (child.Verdict != Verdict.SpeakerLine)
            {
                JudgeChildren(child, peers, habits);
            }
        }
    }

    private static void Weigh(Candidate candidate, Peers peers, Habits habits)
    {
        candidate.Reasons.AddRange(RuleOut(candidate, habits) is { } ruledOut
            ? [ruledOut]
            : Traits(candidate, peers, habits).Where(trait => trait.Value != 0).Select(Evidence.Of));
        candidate.Score = candidate.Reasons.Sum(reason => reason.Weight);
    }

    private static Evidence? RuleOut(Candidate candidate, Habits habits) =>
        candidate.Folded.Length == 0 ? new Evidence("no-title", 1, RuledOut, "")
        : habits.Promise == PostPromise.Announcement ? new Evidence("post-announces", 1, RuledOut, "")
        : null;

    private static IEnumerable<Trait> Traits(Candidate candidate, Peers peers, Habits habits) =>
        TitleTraits.Of(candidate, habits)
            .Concat(PlaceTraits.Of(candidate, peers, habits))
            .Concat(TextTraits.Of(candidate, habits))
            .Prepend(new Trait(JudgeWeights.Prior, 1));
}
