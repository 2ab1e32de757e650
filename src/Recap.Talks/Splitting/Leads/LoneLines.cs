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
    private const int ShortestLine = 8;
    private const int LongestLine = 160;
    private const int ShortestStory = 80;

    /// <summary>The heads of such lines.</summary>
    public Dictionary<Block, LeadHead> Of(ImmutableArray<Block> blocks)
    {
        var lines = new List<(Block Block, Look Look, bool IsBelowHeading)>();
        var isOfSeveral = true;
        for (var i = 0; i + 1 < blocks.Length; i++)
        {
            if (blocks[i].Kind == BlockKind.Heading)
            {
                // Below the heading of one talk, such lines part what it tells.
                isOfSeveral = (SectionWords.SenseOf(SectionWords.Fold(blocks[i].Text)) & SectionSense.Container) != SectionSense.None;
            }
            else if (IsLone(blocks, i) && (isOfSeveral || blocks[i].HasLinks) && LookOf(blocks[i]) is var look and not Look.None && (isOfSeveral || look == Look.Link))
            {
                lines.Add((blocks[i], look, i > 0 && blocks[i - 1].Kind == BlockKind.Heading));
            }
        }

        var heads = new Dictionary<Block, LeadHead>(ReferenceEqualityComparer.Instance);
        foreach (var (block, look, _) in lines.GroupBy(line => line.Look).Where(alike => IsHabit([.. alike])).SelectMany(alike => alike))
        {
            heads.Add(block, new LeadHead(look == Look.Link ? PassageMark.LinkLine : PassageMark.BoldLine, block.Spans, block.Whole.Length));
        }

        return heads;
    }

    // "_Conférence, 45 minutes_" below each heading says what that is.
    private static bool IsHabit(List<(Block Block, Look Look, bool IsBelowHeading)> alike) => alike.Count >= Fewest && alike.Count(line => line.IsBelowHeading) * 2 <= alike.Count;

    private static bool IsLone(ImmutableArray<Block> blocks, int at) => IsLine(blocks[at]) && IsStory(blocks[at + 1]) && (at == 0 || !IsShown(blocks[at - 1]));

    private static bool IsLine(Block block) =>
        block is { Kind: BlockKind.Paragraph or BlockKind.ListItem, Level: <= 1, Quoted: false, Text.Length: >= ShortestLine and <= LongestLine } && block.Text.AsSpan().Trim() is var text
        && text.Contains(' ') && !text.Contains('\n') && text is not [.., ':' or ',' or ';'];

    private static bool IsStory(Block block) => block is { Kind: BlockKind.Paragraph, Quoted: false, Text.Length: >= ShortestStory };

    // What stands below an image says what that shows, what stands below an item belongs to its list.
    private static bool IsShown(Block above) => above.Kind is BlockKind.Media or BlockKind.ListItem || above.Kind == BlockKind.Paragraph && string.IsNullOrWhiteSpace(above.Text);

    private Look LookOf(Block block) => block.Kind == BlockKind.ListItem ? Look.Item
        : Looks.Of(block) is var look and not Look.None ? look
        : block.Plain is var text && !text.EndsWith('.') && titles.Read(text, []) is { Form: SpeakerForm.Dash or SpeakerForm.Said or SpeakerForm.Parentheses, Speakers.IsEmpty: false } ? Look.People
        : Look.None;
}
