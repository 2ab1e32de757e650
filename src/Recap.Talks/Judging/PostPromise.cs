using Recap.Talks.Facts;
using Recap.Talks.Posts;

namespace Recap.Talks.Judging;

/// <summary>Whether a post says, before it tells of anything, that it tells of the sessions of a conference.</summary>
internal enum PostPromise
{
    /// <summary>Neither title nor first words speak of a conference: a tutorial, an opinion, news.</summary>
    None,

    /// <summary>It speaks of a conference, in whatever way.</summary>
    Conference,

    /// <summary>It speaks of a conference that its writer went to, or of sessions seen.</summary>
    Recap,
}

/// <summary>Reads promises.</summary>
internal static class PostPromises
{
    /// <param name="facts">What holds for the post as a whole.</param>
    /// <param name="lead">The first blocks of the post.</param>
    public static PostPromise Of(PostFacts facts, IEnumerable<Block> lead)
    {
        var recap = SectionWords.SenseOf(SectionWords.Fold(facts.Title ?? "")).HasFlag(SectionSense.Recap) || SectionWords.SenseOf(facts.Slug).HasFlag(SectionSense.Recap);
        var promises = TalkWords.Promises(PlainText.Of(lead));
        return promises || recap && facts.Event is not null ? PostPromise.Recap
            : recap || facts.Event is not null ? PostPromise.Conference
            : PostPromise.None;
    }
}
