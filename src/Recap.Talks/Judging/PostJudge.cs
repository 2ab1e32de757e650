using System.Collections.Frozen;
using System.Collections.Immutable;
using Recap.Talks.Splitting;
using Recap.Talks.Splitting.Titles;

namespace Recap.Talks.Judging;

/// <summary>Decides whether a post tells of one talk from beginning to end.</summary>
internal static class PostJudge
{
    // Speakers in so many of its marks are as many talks.
    private const int SeveralTalks = 4;

    // So many talks that are no doubtful cases are not parts of one.
    private const int SeveralSure = 3;

    // More people than these gave several talks.
    private const int MostSpeakers = 3;

    // One of these a post has that tells of a session; others may be about anything.
    private static readonly FrozenSet<string> OfSession =
        new[] { "title-calls-it-a-session", "opens-with-one-session", "opens-with-a-speaker", "passages-tell-of-people", "session-links", "one-session-link", "slides-link", "facts-name-speaker" }.ToFrozenSet(StringComparer.Ordinal);

    // As surely as what is ruled out is none.
    internal const double Stated = 9;

    /// <summary>Whether that needs weighing at all: what is announced was not given, several marks that name speakers are several talks, and one that is all there is needs no other title.</summary>
    /// <param name="post">The post as a whole, its passages judged.</param>
    /// <param name="promise">What the post says of itself.</param>
    public static bool MayTellOne(Candidate post, PostPromise promise) =>
        promise >= PostPromise.None && post.Descendants is var passages && PostTraits.Named(passages) < SeveralTalks && DifferentSure(passages) < SeveralSure && !IsMarked(post) && !TellsTwo(passages) && !NamesTwo(passages);

    // Sections that tell of one and the same person, and nothing says who speaks, may be parts of what he told.
    private static int DifferentSure(List<Candidate> passages)
    {
        var sure = passages.FindAll(PostTraits.IsSure);
        if (sure.Count < SeveralSure)
        {
            return sure.Count;
        }

        var told = sure.FindAll(passage => passage is { HasSpeakerForm: false, InProse.Length: 1 } && !passage.Links.Any(link => link.Kind == LinkKind.Schedule));
        return sure.Count - told.Count + told.DistinctBy(passage => passage.InProse[0].Name, StringComparer.OrdinalIgnoreCase).Count();
    }

    // Two people, each with a talk and with its slides or its recording.
    private static bool TellsTwo(List<Candidate> passages) =>
        passages.Where(passage => passage is { Verdict: Verdict.Talk, HasStatedSpeaker: true } && passage.Links.Any(link => link.Kind is LinkKind.Video or LinkKind.Slides))
            .DistinctBy(passage => passage.Speakers[0].Name, StringComparer.OrdinalIgnoreCase).Skip(1).Any();

    // "# Title (par A)", "# Title (par B)".
    private static bool NamesTwo(List<Candidate> passages) =>
        passages.Where(passage => passage is { Verdict: Verdict.Talk, HasTitleSpeaker: true, Line.Form: SpeakerForm.Said }).DistinctBy(passage => passage.Speakers[0].Name, StringComparer.OrdinalIgnoreCase).Skip(1).Any();

    // Who is listed among the facts of an evening of two talks gave one of them.
    private static bool TellsSeveral(Candidate post) => post.Descendants.Count(passage => passage.Verdict == Verdict.Talk) > 1;

    // "## Title (par A)" and nothing beside it: the mark gives the talk's title, and the post has one of its own.
    private static bool IsMarked(Candidate post) => post.Children is [{ HasTitleSpeaker: true, Verdict: Verdict.Talk }];

    /// <summary>Weighs it: a talk from 0 up.</summary>
    /// <param name="post">The post as a whole, its passages judged.</param>
    /// <param name="text">What it says, its first <see cref="PostTraits.Reach"/> characters or more.</param>
    /// <param name="title">What its title leaves for the talk.</param>
    /// <param name="promise">What the post says of itself.</param>
    /// <param name="speakers">Who gave the talk, as the facts of the post say.</param>
    /// <param name="weights">What the traits weigh.</param>
    public static (ImmutableArray<Evidence> Reasons, double Score) Judge(Candidate post, string text, PostTitle title, PostPromise promise, ImmutableArray<Speaker> speakers, JudgeWeights weights)
    {
        ImmutableArray<Evidence> reasons = [.. PostTraits.Of(post, text, title, promise).Prepend(new Trait(JudgeWeights.Prior, 1))
            .Where(trait => trait.Value != 0).Select(trait => weights.Weigh(Judged.Post, trait))];
        reasons = speakers.Length is 0 or > MostSpeakers || TellsSeveral(post) ? reasons
            : reasons.Add(new Evidence("facts-name-speaker", 1, Stated, string.Join(", ", speakers.Select(person => person.Name))));
        reasons = title.CallsSession && !TellsSeveral(post) ? reasons.Add(new Evidence("title-calls-it-a-session", 1, Stated, title.Title)) : reasons;
        reasons = !title.NamesConference && !reasons.Any(reason => OfSession.Contains(reason.Code)) ? reasons.Add(new Evidence("nothing-speaks-of-a-session", 1, TalkJudge.RuledOut, "")) : reasons;
        return (reasons, reasons.Sum(reason => reason.Weight));
    }
}
