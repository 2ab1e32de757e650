using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Recap.Talks.Posts;

namespace Recap.Talks.Splitting.Leads;

/// <summary>Items and paragraphs that lead to the recordings of the sessions they are about.</summary>
internal static partial class Recordings
{
    // One or two such paragraphs may be links to anything.
    private const int Fewest = 3;
    private const int Reach = 160;
    private const int ShortestTitle = 5;
    private const int LongestTheme = 40;

    // One of these ends what a session is called by.
    private static readonly SearchValues<char> Signs = SearchValues.Create(",.;:(\n");

    /// <summary>The link to a recording that is all of an item's first line, its theme before and its length behind it aside: "Theme - [Title — A](video) *45 min*".</summary>
    public static LeadHead? HeadOf(Block item) => item is { Kind: BlockKind.ListItem, Quoted: false } && LeadsToVideo(item) ? Read(item) : null;

    private static LeadHead? Read(Block item)
    {
        var length = LeadHead.FirstLineLength(item);
        var said = LeadSpans.Take(item.Spans, length).Where(LeadSpans.IsSaid).ToList();
        var first = said.FindIndex(span => span.Target?.Kind is LinkKind.Video);
        if (first < 0 || first > 0 && !IsTheme(string.Concat(said[..first].Select(span => span.Text))))
        {
            return null;
        }

        var link = said[first..].TakeWhile(span => span.Url == said[first].Url).ToList();
        return said.Skip(first + link.Count).All(span => Duration().IsMatch(span.Text)) ? new LeadHead(PassageMark.ListItem, [.. link], length) : null;
    }

    /// <summary>Paragraphs that begin with the bare address of a recording and go on in prose, and what names each session: the first words that are marked, else those before the first sign.</summary>
    public static Dictionary<Block, LeadHead> Bare(ImmutableArray<Block> blocks)
    {
        var found = new Dictionary<Block, LeadHead>(ReferenceEqualityComparer.Instance);
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Paragraph && block.Spans is [{ Target.Kind: LinkKind.Video } address, _, ..] && address.Text.StartsWith("http", StringComparison.Ordinal) && TitleOf(block) is { } title)
            {
                found.Add(block, new LeadHead(PassageMark.LinkLine, [title], length: 0));
            }
        }

        return found.Count >= Fewest ? found : [];
    }

    private static Span? TitleOf(Block block)
    {
        var prose = block.Spans[1];
        var at = 0;
        foreach (var span in block.Spans.Skip(1))
        {
            if (at < Reach && (span.Style & (SpanStyle.Bold | SpanStyle.Italic)) != SpanStyle.None && span.Text.Trim().Length >= ShortestTitle && !prose.Text.AsSpan().TrimEnd().EndsWith(" par"))
            {
                return span;
            }

            at += span.Text.Length;
        }

        var first = prose.Text.TrimStart(' ', '\u00A0', ':', '-', '–', '—');
        var end = first.AsSpan().IndexOfAny(Signs);
        first = (end < 0 ? first : first[..end]).Trim();
        first = first.EndsWith(" par", StringComparison.Ordinal) ? first[..^4] : first;
        return first.Length >= ShortestTitle ? prose with { Text = first, Target = block.Spans[0].Target } : null;
    }

    private static bool LeadsToVideo(Block item)
    {
        foreach (ref readonly var span in item.Spans.AsSpan())
        {
            if (span.Target?.Kind is LinkKind.Video)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTheme(string text) => text.Length <= LongestTheme && text.AsSpan().TrimEnd() is [.., '-' or '–' or '—' or ':' or '|'];

    [GeneratedRegex(@"^\W*\d+ ?(?:m|mn|min|minutes|h|heures?)(?: ?\d+)?(?: ?(?:m|mn|min|minutes))?\W*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Duration();
}
