using Recap.Talks.People;
using Recap.Talks.Splitting;

namespace Recap.Talks.Judging;

/// <summary>The passages of a post that are marked alike, in their order.</summary>
/// <param name="kind">How they are marked.</param>
/// <param name="level">Rank of their marks.</param>
internal sealed class Peers(PassageMark kind, int level)
{
    // Asked for of few passages.
    private int? _themes;
    private int? _elsewhere;
    private int? _length;

    /// <summary>All of them, one or more.</summary>
    public List<Candidate> All { get; } = [];

    /// <summary>How many name speakers in title or lines, or lead to a session.</summary>
    public int Named { get; private set; }

    /// <summary>How many name people in their prose.</summary>
    public int Speaking { get; private set; }

    /// <summary>How many say by their titles that they are no talk.</summary>
    public int Asides { get; private set; }

    /// <summary>How many have English titles.</summary>
    public int English { get; private set; }

    /// <summary>How many name a technology in their titles.</summary>
    public int Technical { get; private set; }

    /// <summary>How many say of nobody by a mark that he speaks, and give titles of other talks in their prose.</summary>
    public int Themes => _themes ??= All.Count(IsTheme);

    /// <summary>How many sites their titles lead to that are no pages of sessions.</summary>
    public int Elsewhere => _elsewhere ??= All.Select(SiteElsewhere).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count();

    /// <summary>How many characters are told, the middle one of them.</summary>
    public int Length => _length ??= Middle();

    /// <summary>The passages of a post by kind and rank of their marks.</summary>
    public static List<Peers> Of(Candidate post)
    {
        var groups = new List<Peers>();
        foreach (var candidate in post.Descendants)
        {
            if (candidate.Verdict != Verdict.SpeakerLine)
            {
                if (Of(candidate, groups) is not { } peers)
                {
                    groups.Add(peers = new Peers(candidate.Section.Kind, candidate.Section.Level));
                }

                peers.Add(candidate);
            }
        }

        return groups;
    }

    /// <summary>Those of a passage; null where nothing is marked as it is.</summary>
    public static Peers? Of(Candidate candidate, List<Peers> groups)
    {
        foreach (var peers in groups)
        {
            if (peers.Holds(candidate.Section))
            {
                return peers;
            }
        }

        return null;
    }

    /// <summary>Whether a passage says of nobody by a mark that he speaks, and gives titles of other talks in its prose.</summary>
    public static bool IsTheme(Candidate candidate) => !candidate.HasStatedSpeaker && candidate.Named.Any(passage => passage.IsTitled);

    /// <summary>The site that a title leads to, where that is no page of a session and nobody's own; null for a title that leads nowhere.</summary>
    public static string? SiteElsewhere(Candidate candidate) => candidate.Section.Mark!.Spans is [{ Target: { Kind: null or LinkKind.Other, Web: { } address } target, Text: var label }, ..]
        && !LinkedPeople.LeadsToPage(label, target) ? address.Host.ToString() : null;

    private bool Holds(Section section) => section.Kind == kind && section.Level == level;

    private void Add(Candidate candidate)
    {
        All.Add(candidate);
        Named += PlaceTraits.IsNamed(candidate) ? 1 : 0;
        Speaking += candidate.InProse.IsEmpty ? 0 : 1;
        Asides += PlaceTraits.IsAside(candidate) ? 1 : 0;
        English += candidate.IsEnglish ? 1 : 0;
        Technical += candidate.NamesTechnology ? 1 : 0;
    }

    private int Middle()
    {
        var lengths = All.ConvertAll(candidate => candidate.Length);
        lengths.Sort();
        return lengths[lengths.Count / 2];
    }
}
