using System.Collections.Immutable;
using Recap.Talks.Judging;
using Recap.Talks.Posts;
using Recap.Talks.Splitting.Titles;

namespace Recap.Talks.Splitting.Leads;

/// <summary>
/// Finds items that nothing marks but their list: "- Title (A) : prose", "- A - Title : prose". One such item may cite a book,
/// several are talks whatever announces their list, unless it says that they are books.
/// </summary>
/// <param name="titles">Reads what they begin with.</param>
internal sealed class PlainItems(TitleReader titles)
{
    /// <summary>A title has fewer words.</summary>
    public const int LongestTitle = 14;

    private const int Fewest = 3;

    /// <summary>All of them in a post; none where there are fewer than several.</summary>
    public Dictionary<Block, LeadHead> Of(ImmutableArray<Block> blocks)
    {
        var items = new Dictionary<Block, LeadHead>(ReferenceEqualityComparer.Instance);
        Block? above = null;
        bool? isOfOthers = null;
        foreach (var block in blocks)
        {
            if (block.Kind != BlockKind.ListItem)
            {
                (above, isOfOthers) = (block, null);
            }
            else if (block is { Level: <= 1, HasLinks: false } && HeadOf(block) is { } head && !(isOfOthers ??= above is not null && TalkWords.ListsOthers(above.Text)))
            {
                items.Add(block, head);
            }
        }

        return items.Count >= Fewest ? items : [];
    }

    /// <summary>What such an item begins with; null for any other.</summary>
    public LeadHead? HeadOf(Block item) => LeadHead.PlainRunIns(item).FirstOrDefault(head => IsPlain(item, head));

    private bool IsPlain(Block item, LeadHead head) =>
        item.Text.Length - head.Length >= LeadLines.ShortestProse && MayBePlain(item, head) && titles.Read(head.Text, []) is { Speakers.IsEmpty: false } read && read.Title.AsSpan().Count(' ') is > 0 and < LongestTitle
        && read.Form switch
        {
            SpeakerForm.Parentheses => head.Text.EndsWith(')'),
            SpeakerForm.Said => head.Text.EndsWith(')') || EndsAt(':', item, head),
            SpeakerForm.Dash => EndsAt(':', item, head),
            SpeakerForm.Before => char.IsUpper(read.Title[0]) && EndsAt(':', item, head),
            SpeakerForm.BeforeColon => char.IsUpper(read.Title[0]) && (EndsAt(':', item, head) || EndsAt('.', item, head)),
            _ => false,
        };

    // Where it ends at none of these signs, no form counts, and nothing need be read.
    private static bool MayBePlain(Block item, LeadHead head) => EndsAt(':', item, head) || head.Text.EndsWith(')') || EndsAt('.', item, head) && head.Text.Contains(':');

    /// <summary>Whether a head ends at a sign.</summary>
    public static bool EndsAt(char sign, Block item, LeadHead head) => item.Text.AsSpan(0, Math.Min(head.Length, item.Text.Length)).TrimEnd() is [.., var last] && last == sign;
}
