using System.Collections.Immutable;
using Recap.Talks.Posts;
using Recap.Talks.Sites;
using Recap.Talks.Splitting;
using Recap.Talks.Splitting.Leads;

namespace Recap.Talks.Judging;

/// <summary>Rules out passages that are no talks, whatever speaks for them.</summary>
internal static class NoTalk
{
    /// <summary>Code of a passage that is still to be written; its words tell of no other talk either.</summary>
    public const string Kept = "a-place-kept";

    private const int FewestThemes = 2;
    private const int FewestPages = 2;
    private const int FewestSites = 3;
    private const int FewestEntries = 3;

    // An item with less has a title and who gave it.
    private const int ShortestTold = 60;

    // Shorter titles stand in other addresses too.
    private const int ShortestOwn = 8;

    // Who speaks may stand before what is still to be written.
    private const int LongestPlace = 120;

    private static readonly ImmutableArray<string> Places = ["TODO", "TBD", "WIP", "to be completed", "to be continued", "à compléter", "à venir", "à écrire", "à rédiger", "en cours de rédaction"];

    private static readonly ImmutableArray<string> Ends = ["En conclusion", "En résumé", "En somme", "Pour résumer"];

    /// <summary>Why a passage is no talk; null where nothing is that plain.</summary>
    /// <param name="candidate">The passage.</param>
    /// <param name="peers">Those that are marked alike, it among them.</param>
    /// <param name="habits">What holds for its post.</param>
    public static Evidence? Of(Candidate candidate, Peers peers, Habits habits) =>
        !LeadSpans.HasWords(candidate.Folded) ? Because("no-title", candidate.Folded)
        : IsStruck(candidate) ? Because("struck-out", "")
        : candidate.IsMissed || candidate.Parent is { IsMissed: true } ? Because("was-missed", "")
        : IsKept(candidate) ? Because(Kept, candidate.Text)
        : IsToldElsewhere(candidate, peers) ? Because("told-on-another-page", candidate.Section.Mark!.Text)
        : IsReport(candidate) ? Because("told-by-others", candidate.Section.Mark!.Text)
        : TellsOfTwo(candidate) ? Because("tells-of-two-talks", candidate.Named[0].Title)
        : Concludes(candidate) ? Because("concludes-the-post", "")
        : IsThemeAmongThemes(candidate, peers) ? Because("theme-among-themes", candidate.Named[0].Title)
        : IsOfOthers(candidate, peers) ? Because("leads-elsewhere-as-its-peers-do", $"{peers.Elsewhere} sites")
        : !candidate.HasTitleSpeaker && Announcement.Dates(candidate.Section.Own) ? Because("an-event-with-its-date-and-place", "")
        : HoldsSessions(candidate) ? Because("holds-linked-sessions", "")
        : habits.Promise == PostPromise.Announcement ? Because("post-announces", "")
        : habits.Promise == PostPromise.Elsewhere ? Because("post-tells-of-something-else", "")
        : null;

    // A title that is crossed out stays in the programme of somebody who went elsewhere.
    private static bool IsStruck(Candidate candidate) =>
        candidate.Section.Mark!.LengthIn(SpanStyle.Struck) * 2 > candidate.Section.Mark.Text.Length;

    // "...", "A. À compléter.": what was to be told has not been.
    private static bool IsKept(Candidate candidate)
    {
        if (candidate.Text.Length is 0 or > LongestPlace || candidate.Children.Count > 0)
        {
            return false;
        }

        var text = candidate.Text.AsSpan().Trim(" .…()[]*_\n");
        foreach (var place in Places)
        {
            // "Slides à venir" behind what is told leaves no gap.
            if (text.EndsWith(place, StringComparison.OrdinalIgnoreCase) && text[..^place.Length].TrimEnd(" (") is [] or [.., '.' or '!' or '\n' or ':'])
            {
                return true;
            }
        }

        return text.IsEmpty;
    }

    // "- [Title par A](./title.md)": a table of contents.
    private static bool IsToldElsewhere(Candidate candidate, Peers peers) => candidate.Section.Kind == PassageMark.ListItem
        && (candidate.Text.Length < ShortestTold && candidate.Children.Count == 0 && candidate.Section.Mark!.Spans.Any(span => span.Target is { IsOwnPage: true })
            || peers.All.Count >= FewestEntries && peers.All.TrueForAll(peer => peer.Section.Mark!.Spans is [{ Target.IsOwnPage: true }]));

    // "D'autres comptes-rendus :", and an item below it.
    private static bool IsReport(Candidate candidate) => candidate.Section.Kind == PassageMark.ListItem
        && candidate.Parent!.Section.Own.FindLast(block => block.Line < candidate.Section.Line && block.Kind != BlockKind.ListItem) is { } above && TalkWords.ListsReports(above.Text);

    // "Entreprises libérées et DIY": who names one talk that is called as the heading, and another besides, tells of two.
    private static bool TellsOfTwo(Candidate candidate) => candidate is { Line.IsAnnounced: false, Named: [{ IsTitled: true }], Prose: { Passages.Length: > 1 } prose }
        && prose.Passages.Where(passage => !passage.Speakers.IsEmpty).DistinctBy(passage => passage.Speakers[0].Name, StringComparer.OrdinalIgnoreCase).Skip(1).Any();

    // Whatever its title, a last passage that names nobody and begins so ends the post.
    private static bool Concludes(Candidate candidate)
    {
        if (!candidate.HasStatedSpeaker && candidate.Children.Count == 0 && candidate.Parent is { } parent && parent.Children[^1] == candidate)
        {
            var text = candidate.Text.AsSpan().TrimStart();
            foreach (var end in Ends)
            {
                if (text.StartsWith(end, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Where most passages marked alike give titles of talks in their prose, those are the talks.
    private static bool IsThemeAmongThemes(Candidate candidate, Peers peers) =>
        Peers.IsTheme(candidate) && peers.Themes >= FewestThemes && peers.Themes * 2 >= peers.All.Count;

    // Titles that lead to one site after another list what others wrote.
    private static bool IsOfOthers(Candidate candidate, Peers peers) =>
        candidate.Section.Kind == PassageMark.Heading && Peers.SiteElsewhere(candidate) is not null && peers.Elsewhere >= FewestSites && peers.Elsewhere * 2 > peers.All.Count;

    // What leads to the pages of several sessions is about them all, and so is what stands above headings that do.
    private static bool HoldsSessions(Candidate candidate) => !candidate.HasStatedSpeaker
        && (Pages(candidate.Links) >= FewestPages && !LeadsToSession(candidate) && !LeadsToItself(candidate) || candidate.Children.Count >= FewestPages && candidate.Children.Count(LeadsToSession) >= FewestPages);

    private static int Pages(ImmutableArray<TalkLink> links)
    {
        var pages = 0;
        foreach (var link in links)
        {
            pages += link.Kind == LinkKind.Schedule ? 1 : 0;
        }

        return pages;
    }

    // "…/talk/NSW-24/Reparer_son_site" below "Réparer son site".
    private static bool LeadsToItself(Candidate candidate) => Slug.Of(candidate.Line.Title) is { Length: >= ShortestOwn } title
        && candidate.Links.Any(link => link.Kind == LinkKind.Schedule && Slug.Of(link.Url[(link.Url.TrimEnd('/').LastIndexOf('/') + 1)..]).Contains(title, StringComparison.Ordinal));

    private static bool LeadsToSession(Candidate candidate) => candidate.Section.Mark!.Spans.Any(span => span.Target?.Kind is LinkKind.Schedule);

    private static Evidence Because(string code, string detail) => new(code, 1, TalkJudge.RuledOut, detail);
}
