using System.Collections.Immutable;
using Recap.Talks.Facts;
using Recap.Talks.People;
using Recap.Talks.Posts;

namespace Recap.Talks.Splitting;

/// <summary>Finds paragraphs whose first line names a talk: all bold, or only a link.</summary>
internal sealed class LeadLines(TitleReader titles)
{
    /// <summary>Rank of such a line: below every heading.</summary>
    public const int Level = 7;

    private const int LongestLine = 200;

    private readonly Dictionary<Block, PassageMark> _marks = new(ReferenceEqualityComparer.Instance);

    /// <summary>How a block is marked; null for one that is no such line.</summary>
    public PassageMark? MarkOf(Block block) => _marks.TryGetValue(block, out var mark) ? mark : null;

    /// <summary>Cuts lead lines off their paragraphs, where enough of them are sure to name talks.</summary>
    public ImmutableArray<Block> Cut(ImmutableArray<Block> blocks)
    {
        var leads = new Dictionary<Block, (PassageMark Mark, bool Sure)>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < blocks.Length; i++)
        {
            if (Lead(blocks[i]) is { } mark)
            {
                leads[blocks[i]] = (mark, IsSure(blocks, i, mark));
            }
        }

        var sure = leads.Values.Count(lead => lead.Sure);
        if (sure == 0)
        {
            return blocks;
        }

        var cut = ImmutableArray.CreateBuilder<Block>(blocks.Length + leads.Count);
        foreach (var block in blocks)
        {
            if (leads.TryGetValue(block, out var lead) && (lead.Sure || lead.Mark == PassageMark.BoldLine && sure >= 2))
            {
                var (head, rest) = SplitFirstLine(block);
                _marks[head] = lead.Mark;
                cut.Add(head);
                cut.AddRange(rest);
            }
            else
            {
                cut.Add(block);
            }
        }

        return cut.ToImmutable();
    }

    private static PassageMark? Lead(Block block)
    {
        if (block.Kind != BlockKind.Paragraph || block.Quoted)
        {
            return null;
        }

        var line = FirstLine(block);
        var text = PlainText.Line(string.Concat(line.Select(span => span.Text)));
        if (text.Length is < 8 or > LongestLine || !text.Contains(' ') || text.EndsWith(':')
            || Judging.SectionWords.IsByline(Judging.SectionWords.Fold(text)) || !SpeakerLines.ReadLine(text, isMarked: false).IsEmpty)
        {
            return null;
        }

        var said = line.Where(span => span.Text.Any(char.IsLetterOrDigit) && !span.Style.HasFlag(SpanStyle.Image)).ToList();
        if (said.Count == 0)
        {
            return null;
        }

        return said[0].Style.HasFlag(SpanStyle.Bold) && said[0].Text.Trim().Length >= 6 ? PassageMark.BoldLine
            : said[0].Url is not null && said[0].Text.Trim().Length >= 8 ? PassageMark.LinkLine
            : null;
    }

    private bool IsSure(ImmutableArray<Block> blocks, int at, PassageMark mark)
    {
        var line = FirstLine(blocks[at]);
        var said = line.Where(span => span.Text.Any(char.IsLetterOrDigit)).ToList();
        var uniform = said.All(span => mark == PassageMark.BoldLine ? span.Style.HasFlag(SpanStyle.Bold) : span.Url == said[0].Url);
        var read = titles.Read(string.Concat(line.Select(span => span.Text)), [.. said.Skip(1).Where(span => span.Url is not null).Select(span => PlainText.Line(span.Text))]);
        if (!read.Speakers.IsEmpty && read.Title.Length > 3 && (uniform || TitleIs(read, said[0])))
        {
            return Told(blocks, at);
        }

        if (!uniform)
        {
            return false;
        }

        var (head, rest) = SplitFirstLine(blocks[at]);
        var below = SpeakerLines.Read([.. rest, .. blocks.Skip(at + 1).Take(2)]).People;
        var leads = head.Spans.Any(span => span.Url is { } url && TalkLinks.IsWeb(url, out var address) && TalkLinks.KindOf(address, "") is LinkKind.Schedule or LinkKind.Video);
        return (!below.IsEmpty || leads) && Told(blocks, at);
    }

    // A mixed line names a talk only where all outside its marked words is people.
    private static bool TitleIs(TitleLine read, Span marked) =>
        Judging.SectionWords.Fold(Decoration.Strip(marked.Text).Title) is var title && title.Length > 0 && Judging.SectionWords.Fold(read.Title) == title;

    // A list of titles with nothing told about them is a programme, not a recap.
    private static bool Told(ImmutableArray<Block> blocks, int at) =>
        blocks[at].Text.TrimEnd().Contains('\n')
        || at + 1 < blocks.Length && blocks[at + 1].Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Media && (blocks[at + 1].Kind == BlockKind.Media || Lead(blocks[at + 1]) is null);

    private static ImmutableArray<Span> FirstLine(Block block)
    {
        var line = ImmutableArray.CreateBuilder<Span>();
        foreach (var span in block.Spans)
        {
            var end = span.Text.IndexOf('\n');
            line.Add(end < 0 ? span : span with { Text = span.Text[..end] });
            if (end >= 0 && line.Any(part => part.Text.Trim().Length > 0))
            {
                break;
            }
        }

        return line.ToImmutable();
    }

    private static (Block Head, ImmutableArray<Block> Left) SplitFirstLine(Block block)
    {
        var head = FirstLine(block);
        var cut = head.Sum(span => span.Text.Length);
        var rest = ImmutableArray.CreateBuilder<Span>();
        var passed = 0;
        foreach (var span in block.Spans)
        {
            var from = Math.Clamp(cut - passed, 0, span.Text.Length);
            passed += span.Text.Length;
            if (from < span.Text.Length)
            {
                rest.Add(span with { Text = span.Text[from..] });
            }
        }

        var below = block with { Spans = rest.ToImmutable(), Line = block.Line + 1 };
        return (block with { Kind = BlockKind.Heading, Level = Level, Spans = head }, string.IsNullOrWhiteSpace(below.Text) ? [] : [below]);
    }
}
