using Recap.Talks.Splitting;

namespace Recap.Talks.Judging;

/// <summary>The passages of a post that are marked alike, in their order, counted once.</summary>
/// <param name="All">All of them, one or more.</param>
/// <param name="Named">How many name speakers in title or lines, or lead to a session.</param>
/// <param name="Speaking">How many name people in their prose.</param>
/// <param name="Asides">How many say by their titles that they are no talk.</param>
/// <param name="Words">How many words the titles have, the middle one of them.</param>
internal sealed record Peers(List<Candidate> All, int Named, int Speaking, int Asides, int Words)
{
    /// <summary>The passages of a post by kind and rank of their marks.</summary>
    public static Dictionary<(PassageMark Kind, int Level), Peers> Of(Candidate post) => post.Descendants()
        .Where(candidate => candidate.Verdict != Verdict.SpeakerLine)
        .GroupBy(KeyOf)
        .ToDictionary(group => group.Key, group => Of([.. group]));

    public static (PassageMark Kind, int Level) KeyOf(Candidate candidate) => (candidate.Section.Kind, candidate.Section.Level);

    private static Peers Of(List<Candidate> all) => new(
        all,
        all.Count(PlaceTraits.IsNamed),
        all.Count(candidate => !candidate.InProse.IsEmpty),
        all.Count(PlaceTraits.IsAside),
        all.ConvertAll(candidate => candidate.Folded.AsSpan().Count(' ') + 1).Order().ElementAt(all.Count / 2));
}
