using System.Buffers;
using System.Collections.Immutable;
using Recap.Talks.Posts;

namespace Recap.Talks.Facts;

/// <summary>Gathers the links of a talk and tells what each leads to.</summary>
internal static class TalkLinks
{
    // Parts of addresses, most of which have none of them.
    private static readonly (string Part, Sign Sign)[] Parts =
    [
        .. Of(Sign.Video, "youtube.com", "youtu.be", "vimeo.com", "dailymotion.com", "infoq.com/presentations", "video.fosdem.org", "peertube", "parleys.com", "media.ccc.de", "twitch.tv"),
        .. Of(Sign.Slides, "speakerdeck.com", "slideshare.net", "slides.com", "noti.st", "docs.google.com/presentation", "canva.com", "prezi.com", "slid.es", "pitch.com"),
        .. Of(Sign.Code, "github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "gist.github.com", "sr.ht"),
        .. Of(Sign.Schedule, "sched.com", "cfp.", "conference-hall.io", "sessionize.com", "openplanner", "fosdem.org", "pretalx", "lanyrd.com", "schedule.", "program.", "agenda."),
        .. Of(Sign.SchedulePath, "/talk/", "/talks/", "/session/", "/sessions/", "/schedule", "/event/", "/programme", "/program/", "/agenda/", "/conference/", "/conferences/", "/planning", "talk?id="),
        .. Of(Sign.SpeakerPath, "/speaker", "/orateur", "/oratrice", "/intervenant", "/conferencier", "/presenter", "/animateur"),
    ];

    private static readonly SearchValues<string> Known = Any([.. Parts.Select(known => known.Part)]);
    private static readonly SearchValues<string> Telling = Any([.. Parts.Select(known => known.Part), ".pdf"]);

    private static readonly SearchValues<string> SaysVideo = Any("vidéo", "video", "replay", "captation");
    private static readonly SearchValues<string> SaysSlides = Any("slide");
    private static readonly SearchValues<string> SaysDocument = Any("slide", "présentation", "support");

    /// <param name="blocks">The mark and the blocks of a talk.</param>
    /// <param name="glossary">Technologies, whose own sites are project links.</param>
    public static ImmutableArray<TalkLink> Of(IEnumerable<Block> blocks, Glossary glossary)
    {
        var links = ImmutableArray.CreateBuilder<TalkLink>(0);
        Dictionary<string, int>? places = null;
        foreach (var block in blocks)
        {
            foreach (var span in block.Spans)
            {
                if (span.Target is { Web: not null } target && (!span.Style.HasFlag(SpanStyle.Image) || target.Kind == LinkKind.Video))
                {
                    Add(links, places ??= new(StringComparer.Ordinal), target, PlainText.Line(span.Text), glossary);
                }
            }
        }

        return links.DrainToImmutable();
    }

    private static void Add(ImmutableArray<TalkLink>.Builder links, Dictionary<string, int> places, Target target, string label, Glossary glossary)
    {
        if (places.TryAdd(target.Url, links.Count))
        {
            links.Add(new TalkLink(Refine(target.KindAs(label), label, glossary), target.Url, label));
        }
        else if (label.Length > 0 && places[target.Url] is var at && links[at].Label.Length == 0)
        {
            links[at] = links[at] with { Label = label };
        }
    }

    /// <summary>Whether an address may say what it leads to: most need not be taken apart, but what is escaped may say it otherwise.</summary>
    public static bool MayTell(ReadOnlySpan<char> url) => url.ContainsAny(Telling) || url.ContainsAny('%', '\\') || url.ContainsAnyExceptInRange('!', '~');

    /// <summary>What a link leads to; its label helps where the address says nothing.</summary>
    public static LinkKind KindOf(Target target, string label) =>
        target.Kind != LinkKind.Video && target.IsPdf && label.AsSpan().ContainsAny(SaysDocument) ? LinkKind.Slides
            : target.Kind ?? (label.AsSpan().ContainsAny(SaysVideo) ? LinkKind.Video : label.AsSpan().ContainsAny(SaysSlides) ? LinkKind.Slides : LinkKind.Other);

    /// <summary>What an address leads to, by host and path; null where they say nothing.</summary>
    public static LinkKind? KindOf(Uri address) => SignsOf(address.Host + address.PathAndQuery) switch
    {
        Sign.None => null,
        var signs when signs.HasFlag(Sign.Video) => IsChannel(address) ? LinkKind.Other : LinkKind.Video,
        var signs when signs.HasFlag(Sign.Slides) => LinkKind.Slides,
        var signs when signs.HasFlag(Sign.Code) => address.AbsolutePath.Trim('/').Contains('/') ? LinkKind.Code : LinkKind.Other,
        var signs when signs.HasFlag(Sign.SpeakerPath) => LinkKind.Other,
        var signs => signs.HasFlag(Sign.SchedulePath) || address.AbsolutePath.Length > 4 ? LinkKind.Schedule : null,
    };

    /// <summary>Whether an address leads to a page on who speaks at a conference.</summary>
    public static bool IsSpeakerPage(Uri address) => SignsOf(address.PathAndQuery).HasFlag(Sign.SpeakerPath);

    private static Sign SignsOf(ReadOnlySpan<char> place)
    {
        var signs = Sign.None;
        for (var at = place.IndexOfAny(Known); at >= 0; at = place.IndexOfAny(Known))
        {
            place = place[at..];
            foreach (var (part, sign) in Parts)
            {
                signs |= place.StartsWith(part, StringComparison.OrdinalIgnoreCase) ? sign : Sign.None;
            }

            place = place[1..];
        }

        return signs;
    }

    // A repository that bears a project's name is the project; so is a site whose label is its name.
    private static LinkKind Refine(LinkKind kind, string label, Glossary glossary) =>
        kind is LinkKind.Other or LinkKind.Code && label.Length > 0 && glossary.Find(label) is not null ? LinkKind.Project : kind;

    private static bool IsChannel(Uri address) =>
        address.AbsolutePath is "/" || address.AbsolutePath.StartsWith("/c/") || address.AbsolutePath.StartsWith("/channel/")
        || address.AbsolutePath.StartsWith("/user/") || address.AbsolutePath.StartsWith("/@") || address.AbsolutePath.StartsWith("/playlist");

    private static IEnumerable<(string Part, Sign Sign)> Of(Sign sign, params string[] parts) => parts.Select(part => (part, sign));

    private static SearchValues<string> Any(params ReadOnlySpan<string> parts) => SearchValues.Create(parts, StringComparison.OrdinalIgnoreCase);

    /// <summary>What parts of an address tell.</summary>
    [Flags]
    private enum Sign
    {
        None = 0,
        Video = 1,
        Slides = 2,
        Code = 4,

        /// <summary>A host of schedules.</summary>
        Schedule = 8,
        SchedulePath = 16,
        SpeakerPath = 32,
    }
}
