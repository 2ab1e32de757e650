using Recap.Talks.Facts;
using Recap.Talks.Posts;
using Recap.Talks.Splitting;

namespace Recap.Talks.Judging;

/// <summary>Decides which passages are talks. All evidence is weighed here and nowhere else.</summary>
internal sealed class TalkJudge
{
    // Outweighs whatever speaks for it.
    internal const double RuledOut = -9;

    // A post that tells of talks has one that is no doubtful case: seven in ten.
    private const double Sure = 0.85;

    private const int FewestItems = 3;

    private readonly Habits _habits;
    private readonly List<Peers> _peers;
    private readonly JudgeWeights _weights;

    // Of the passage that is weighed.
    private readonly List<Trait> _traits = [];

    private TalkJudge(Habits habits, List<Peers> peers, JudgeWeights weights) => (_habits, _peers, _weights) = (habits, peers, weights);

    /// <summary>Judges a post's passages from the top down.</summary>
    /// <param name="post">The post as a whole.</param>
    /// <param name="promise">What the post says of itself.</param>
    /// <param name="facts">What holds for the post as a whole.</param>
    /// <param name="weights">What the traits weigh.</param>
    public static void Judge(Candidate post, PostPromise promise, PostFacts facts, JudgeWeights weights)
    {
        new TalkJudge(Habits.Of(post, promise, facts), Peers.Of(post), weights).JudgeChildren(post);
        DropDoubtful(post);
        Themes.Settle(post);
    }

    // Where nothing is sure and nobody is said to speak, what just passes is the heading of a post that tells of something else.
    private static void DropDoubtful(Candidate post)
    {
        var talks = post.Descendants.FindAll(candidate => candidate.Verdict == Verdict.Talk);
        if (talks.TrueForAll(talk => talk.Score < Sure && !talk.HasStatedSpeaker && talk.Parent is not { IsContainer: true }))
        {
            talks.ForEach(talk => talk.RuleOut("nothing-in-the-post-is-surer", ""));
        }
    }

    private void JudgeChildren(Candidate parent)
    {
        foreach (var child in parent.Children)
        {
            if (child.Verdict == Verdict.None)
            {
                Weigh(child, Peers.Of(child, _peers)!);
                child.Verdict = child.Score >= 0 ? Verdict.Talk : Verdict.None;
            }

            if (child.Verdict != Verdict.SpeakerLine)
            {
                JudgeChildren(child);
            }
        }

        if (parent.Children.Count >= FewestItems)
        {
            SettleList(parent.Children.FindAll(child => child.Section.IsListed && child.Score > RuledOut));
        }
    }

    // The items of a list that is said to hold sessions are such, or are not: nobody lists some of them and other things between.
    private void SettleList(List<Candidate> items)
    {
        if (items.Count >= FewestItems)
        {
            var marked = _habits.Promise == PostPromise.Recap && items.TrueForAll(IsMarked);
            var verdict = marked || items.Count(item => item.Verdict == Verdict.Talk) * 2 >= items.Count ? Verdict.Talk : Verdict.None;
            items.ForEach(item => item.Verdict = verdict);
        }
    }

    // "- **Title**, …": where each item stresses what it begins with, and goes on in prose, that is what its session is called by.
    private static bool IsMarked(Candidate item) => item.Text.Length > 0 && item.Section.Mark!.Spans is [{ Style: SpanStyle.Bold or SpanStyle.Italic }, ..];

    private void Weigh(Candidate candidate, Peers peers)
    {
        if (NoTalk.Of(candidate, peers, _habits) is { } ruledOut)
        {
            candidate.Reasons.Add(ruledOut);
            candidate.Score = ruledOut.Weight;
            return;
        }

        var traits = TraitsOf(candidate, peers);
        candidate.Reasons.EnsureCapacity(traits.Count + 1);
        Add(candidate, new Trait(JudgeWeights.Prior, 1));
        foreach (var trait in traits)
        {
            if (trait.Value != 0)
            {
                Add(candidate, trait);
            }
        }
    }

    private void Add(Candidate candidate, in Trait trait)
    {
        var reason = _weights.Weigh(Judged.Passage, trait);
        candidate.Reasons.Add(reason);
        candidate.Score += reason.Weight;
    }

    private List<Trait> TraitsOf(Candidate candidate, Peers peers)
    {
        _traits.Clear();
        TitleTraits.Add(candidate, _habits, _traits);
        PlaceTraits.Add(candidate, peers, _habits, _traits);
        TextTraits.Add(candidate, _habits, _traits);
        return _traits;
    }
}
