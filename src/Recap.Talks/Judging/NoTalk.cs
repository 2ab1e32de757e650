using Recap.Talks.Posts;
using Recap.Talks.Splitting;

namespace Recap.Talks.Judging;

/// <summary>Rules out passages that are no talks, whatever speaks for them.</summary>
internal static class NoTalk
{
    private const int FewestThemes = 2;
    private const int FewestPages = 2;
    private const int FewestSites = 3;

    // An item with less has a title and who gave it.
    private const int ShortestTold = 60;

    /// <summary>Why a passage is no talk; null where nothing is that plain.</summary>
    /// <param name="candidate">The passage.</param>
    /// <param name="peers">Those that are marked alike, it among them.</param>
    /// <param name="habits">What holds for its post.</param>
    public static Evidence? Of(Candidate candidate, Peers peers, Habits habits) =>
        candidate.Folded.Length == 0 ? Because("no-title", "")
        : IsStruck(candidate) ? Because("struck-out", "")
        : TalkWords.IsMissed(candidate.Line.Title) || candidate.Parent is { } above && TalkWords.IsMissed(above.Line.Title) ? Because("was-missed", "")
        : IsKept(candidate) ? Because("a-place-kept", candidate.Text)
        : IsToldElsewhere(candidate) ? Because("told-on-another-page", candidate.Section.Mark!.Text)
        : IsThemeAmongThemes(candidate, peers) ? Because("theme-among-themes", candidate.Named[0].Title)
        : IsOfOthers(candidate, peers) ? Because("leads-elsewhere-as-its-peers-do", $"{peers.Elsewhere} sites")
        : HoldsSessions(candidate) ? Because("holds-linked-sessions", "")
        : habits.Promise == PostPromise.Announcement ? Because("post-announces", "")
        : null;

    // A title that is crossed out stays in the programme of somebody who went elsewhere.
    private static bool IsStruck(Candidate candidate) =>
        candidate.Section.Mark!.LengthIn(SpanStyle.Struck) * 2 > candidate.Section.Mark.Text.Length;

    // "...": what was to be told has not been.
    private static bool IsKept(Candidate candidate) => candidate.Text.Length > 0 && candidate.Children.Count == 0 && candidate.Text.AsSpan().Trim(" .…").IsEmpty;

    // "- [Title par A](./title.md)": a table of contents.
    private static bool IsToldElsewhere(Candidate candidate) =>
        candidate.Section.Kind == PassageMark.ListItem && candidate.Text.Length < ShortestTold && candidate.Children.Count == 0 && candidate.Section.Mark!.Spans.Any(span => span.Target is { IsOwnPage: true });

    // Where most passages marked alike give titles of talks in their prose, those are the talks.
    private static bool IsThemeAmongThemes(Candidate candidate, Peers peers) =>
        peers.Themes >= FewestThemes && peers.Themes * 2 >= peers.All.Count && Peers.IsTheme(candidate);

    // Titles that lead to one site after another list what others wrote.
    private static bool IsOfOthers(Candidate candidate, Peers peers) =>
        candidate.Section.Kind == PassageMark.Heading && peers.Elsewhere >= FewestSites && peers.Elsewhere * 2 > peers.All.Count && Peers.SiteElsewhere(candidate) is not null;

    // What leads to the pages of several sessions is about them all.
    private static bool HoldsSessions(Candidate candidate) => !candidate.HasStatedSpeaker && candidate.Section.Mark!.Spans.All(span => span.Target?.Kind is not LinkKind.Schedule)
        && candidate.Links.Count(link => link.Kind == LinkKind.Schedule) >= FewestPages;

    private static Evidence Because(string code, string detail) => new(code, 1, TalkJudge.RuledOut, detail);
}
