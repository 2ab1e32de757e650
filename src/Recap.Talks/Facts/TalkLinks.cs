using System.Buffers;
using System.Collections.Immutable;
using Recap.Talks.Posts;

namespace Recap.Talks.Facts;

/// <summary>Gathers the links of a talk and tells what each leads to.</summary>
internal static class TalkLinks
{
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

    /// <summary>What a link leads to; its label helps where the address says nothing.</summary>
    public static LinkKind KindOf(Target target, string label) =>
        target.Kind != LinkKind.Video && target.IsPdf && label.AsSpan().ContainsAny(SaysDocument) ? LinkKind.Slides
            : target.Kind ?? (label.AsSpan().ContainsAny(SaysVideo) ? LinkKind.Video : label.AsSpan().ContainsAny(SaysSlides) ? LinkKind.Slides : LinkKind.Other);

    /// <summary>What an address leads to, by host and path; null where they say nothing.</summary>
    public static LinkKind? KindOf(WebAddress address) => AddressSigns.Of(address.Place) switch
    {
        AddressSign.None => null,
        var signs when signs.HasFlag(AddressSign.Video) => IsChannel(address.Path) ? LinkKind.Other : LinkKind.Video,
        var signs when signs.HasFlag(AddressSign.Slides) => LinkKind.Slides,
        var signs when signs.HasFlag(AddressSign.Code) => address.Path.Trim('/').Contains('/') ? LinkKind.Code : LinkKind.Other,
        var signs when signs.HasFlag(AddressSign.SpeakerPath) => LinkKind.Other,
        var signs => signs.HasFlag(AddressSign.SchedulePath) || address.Path.Length > 4 ? LinkKind.Schedule : null,
    };

    /// <summary>Whether an address leads to a page on who speaks at a conference.</summary>
    public static bool IsSpeakerPage(WebAddress address) => AddressSigns.Of(address.Page).HasFlag(AddressSign.SpeakerPath);

    // A repository that bears a project's name is the project; so is a site whose label is its name.
    private static LinkKind Refine(LinkKind kind, string label, Glossary glossary) =>
        kind is LinkKind.Other or LinkKind.Code && label.Length > 0 && glossary.Find(label) is not null ? LinkKind.Project : kind;

    private static bool IsChannel(ReadOnlySpan<char> path) =>
        path is "" or "/" || path.StartsWith("/c/") || path.StartsWith("/channel/") || path.StartsWith("/user/") || path.StartsWith("/@") || path.StartsWith("/playlist");

    private static SearchValues<string> Any(params ReadOnlySpan<string> parts) => SearchValues.Create(parts, StringComparison.OrdinalIgnoreCase);
}
