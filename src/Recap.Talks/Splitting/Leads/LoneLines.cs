using System.Collections.Immutable;
using Recap.Talks.Judging;
using Recap.Talks.Posts;
using Recap.Talks.Splitting.Titles;

namespace Recap.Talks.Splitting.Leads;

/// <summary>
/// Finds lines that stand alone above prose and look alike: all link, all bold, all italic, all quoted, in capitals, a title and its people, or an item that is all its list.
/// One of them may be anything; several are how the post marks what it tells, and the judge says which are talks.
/// </summary>
/// <param name="titles">Reads lines.</param>
internal sealed class LoneLines(TitleReader titles)
{
    private const int Fewest = 3;

    // Below "Les ateliers".
    private const int FewestOfSessions = 2;
    private const int ShortestLine = 8;
    private const int LongestLine = 160;
    private const int ShortestStory = 80;

    /// <summary>The heads of such lines.</summary>
    public Dictionary<Block, LeadHead> Of(ImmutableArray<Block> blocks)
    {
        var lines = new List<Line>();
        var (isOfSeveral, isOfSessions) = (true, false);
        for (var i = 0; i + 1 < blocks.Length; i++)
        {
            if (blocks[i].Kind == BlockKind.Heading)
            {
                // Below the heading of one talk, such lines part what it tells.
                var sense = SectionWords.SenseOf(SectionWords.Fold(blocks[i].Text));
                (isOfSeveral, isOfSessions) = ((sense & SectionSense.Container) != SectionSense.None, sense.HasFlag(SectionSense.Sessions));
            }
            else if (IsLone(blocks, i) && (isOfSeveral || blocks[i].HasLinks) && LookOf(blocks[i]) is var look and not Look.None && (isOfSeveral || look == Look.Link))
            {
                lines.Add(new Line(blocks[i], look, i > 0 ? blocks[i - 1] : null, isOfSessions));
            }
        }

        var heads = new Dictionary<Block, LeadHead>(ReferenceEqualityComparer.Instance);
        foreach (var line in lines.GroupBy(line => line.Look).Where(alike => IsHabit([.. alike.Where(line => !line.MayBelong)])).SelectMany(alike => alike))
        {
            heads.Add(line.Block, new LeadHead(line.Look == Look.Link ? PassageMark.LinkLine : PassageMark.BoldLine, line.Block.Spans, line.Block.Whole.Length));
        }

        return heads;
    }

    // "_Conférence, 45 minutes_" below each heading says what that is.
    private static bool IsHabit(List<Line> alike) => alike.Count >= (alike.TrueForAll(line => line.IsOfSessions) ? FewestOfSessions : Fewest) && alike.Count(line => line.Above?.Kind == BlockKind.Heading) * 2 <= alike.Count;

    // A picture may stand between a line and what is told below it; a line below a picture says what that shows, unless it leads somewhere.
    private static bool IsLone(ImmutableArray<Block> blocks, int at) =>
        IsLine(blocks[at]) && (IsStory(blocks[at + 1]) || at + 2 < blocks.Length && IsPicture(blocks[at + 1]) && IsStory(blocks[at + 2])) && (at == 0 || (blocks[at].HasLinks || !IsPicture(blocks[at - 1])) && (blocks[at].Kind != BlockKind.ListItem || blocks[at - 1].Kind != BlockKind.ListItem));

    private static bool IsLine(Block block) =>
        block is { Kind: BlockKind.Paragraph or BlockKind.ListItem, Level: <= 1, Quoted: false, Text.Length: >= ShortestLine and <= LongestLine } && block.Text.AsSpan().Trim() is var text
        && !text.Contains('\n') && text is not [.., ':' or ',' or ';'];

    private static bool IsStory(Block block) => block is { Kind: BlockKind.Paragraph, Quoted: false, Text.Length: >= ShortestStory };

    private static bool IsPicture(Block block) => block.Kind == BlockKind.Media || block.Kind == BlockKind.Paragraph && string.IsNullOrWhiteSpace(block.Text);

    private Look LookOf(Block block) => block.Kind == BlockKind.ListItem ? Look.Item
        : Looks.Of(block) is var look and not Look.None ? look
        : block.Plain is var text && !text.EndsWith('.') && titles.Read(text, []) is { Form: SpeakerForm.Dash or SpeakerForm.Said or SpeakerForm.Parentheses, Speakers.IsEmpty: false } ? Look.People
        : Look.None;

    /// <param name="Block">The line.</param>
    /// <param name="Look">What sets it apart.</param>
    /// <param name="Above">What stands above it; null for the first of the post.</param>
    /// <param name="IsOfSessions">Whether the heading above says that it holds sessions.</param>
    private sealed record Line(Block Block, Look Look, Block? Above, bool IsOfSessions)
    {
        /// <summary>What stands below an item may belong to its list, below a picture to that, and one word may be a label: such a line makes no habit, and follows one.</summary>
        public bool MayBelong => Above is { Kind: BlockKind.ListItem } || Above is not null && IsPicture(Above) || !Block.Text.AsSpan().Trim().Contains(' ');
    }
}
