using Recap.Talks.People;
using Recap.Talks.Splitting;

namespace Recap.Talks.Judging;

/// <summary>The passages of a post that are marked alike, in their order, counted once.</summary>
/// <param name="All">All of them, one or more.</param>
internal sealed record Peers(List<Candidate> All)
{
    /// <summary>How many name speakers in title or lines, or lead to a session.</summary>
    public int Named { get; } = All.Count(PlaceTraits.IsNamed);

    /// <summary>How many name people in their prose.</summary>
    public int Speaking { get; } = All.Count(candidate => !candidate.InProse.IsEmpty);

    /// <summary>How many say of nobody by a mark that he speaks, and give titles of other talks in their prose.</summary>
    public int Themes { get; } = All.Count(IsTheme);

    /// <summary>How many sites their titles lead to that are no pages of sessions.</summary>
    public int Elsewhere { get; } = All.Select(SiteElsewhere).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count();

    /// <summary>How many say by their titles that they are no talk.</summary>
    public int Asides { get; } = All.Count(PlaceTraits.IsAside);

    /// <summary>How many have English titles.</summary>
    public int English { get; } = All.Count(candidate => candidate.IsEnglish);

    /// <summary>How many name a technology in their titles.</summary>
    public int Technical { get; } = All.Count(candidate => candidate.NamesTechnology);

    /// <summary>How many characters are told, the middle one of them.</summary>
    public int Length { get; } = Middle(All.ConvertAll(candidate => candidate.Length));

    /// <summary>The passages of a post by kind and rank of their marks.</summary>
    public static Dictionary<(PassageMark Kind, int Level), Peers> Of(Candidate post) => post.Descendants()
        .Where(candidate => candidate.Verdict != Verdict.SpeakerLine)
        .GroupBy(KeyOf)
        .ToDictionary(group => group.Key, group => new Peers([.. group]));

    public static (PassageMark Kind, int Level) KeyOf(Candidate candidate) => (candidate.Section.Kind, candidate.Section.Level);

    /// <summary>Whether a passage says of nobody by a mark that he speaks, and gives titles of other talks in its prose.</summary>
    public static bool IsTheme(Candidate candidate) => !candidate.HasStatedSpeaker && candidate.Named.Any(passage => passage.IsTitled);

    /// <summary>The site that a title leads to, where that is no page of a session and nobody's own; null for a title that leads nowhere.</summary>
    public static string? SiteElsewhere(Candidate candidate) => candidate.Section.Mark!.Spans is [{ Target: { Kind: null or LinkKind.Other, Web: { } address } target, Text: var label }, ..]
        && !LinkedPeople.LeadsToPage(label, target) ? address.Host.ToString() : null;

    private static int Middle(List<int> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
