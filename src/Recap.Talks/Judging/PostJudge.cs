using System.Collections.Immutable;
using Recap.Talks.Splitting;

namespace Recap.Talks.Judging;

/// <summary>Decides whether a post tells of one talk from beginning to end.</summary>
internal static class PostJudge
{
    // Speakers in so many of its marks are as many talks.
    private const int SeveralTalks = 2;

    /// <summary>Weighs a post whose passages are judged; null where nothing needs weighing: it names no talk by its title, or marks several.</summary>
    /// <param name="post">The post as a whole.</param>
    /// <param name="title">What its title leaves for the talk.</param>
    /// <param name="promise">What the post says of itself.</param>
    /// <param name="glossary">Names that are technologies.</param>
    /// <param name="weights">What the traits weigh.</param>
    public static (ImmutableArray<Evidence> Reasons, double Score)? Judge(Candidate post, PostTitle? title, PostPromise promise, Glossary glossary, JudgeWeights weights)
    {
        if (title is null || promise == PostPromise.Announcement || !post.Section.AllBlocks().Any() || post.Descendants().Count(passage => passage.HasSpeakerForm || passage.Line.IsAnnounced) >= SeveralTalks)
        {
            return null;
        }

        ImmutableArray<Evidence> reasons = [.. PostTraits.Of(post, title, promise, glossary).Prepend(new Trait(JudgeWeights.Prior, 1))
            .Where(trait => trait.Value != 0).Select(trait => weights.Weigh(Judged.Post, trait))];
        return (reasons, reasons.Sum(reason => reason.Weight));
    }
}
