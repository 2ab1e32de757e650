using System.Collections.Immutable;
using Recap.Talks.Posts;

namespace Recap.Talks.Splitting.Leads;

/// <summary>Finds blocks that begin as others of their section do, most of which are sure to name a talk: these name nobody, and are talks as well.</summary>
internal static class SiblingLeads
{
    /// <summary>How many must be sure: two alike may be by chance.</summary>
    public const int Fewest = 3;

    /// <summary>The heads of such blocks; where most of their kind are unsure, none.</summary>
    /// <param name="blocks">All of the post.</param>
    /// <param name="isSure">Whether a block is sure to name a talk.</param>
    public static IEnumerable<(Block Block, LeadHead Head)> Of(ImmutableArray<Block> blocks, Func<Block, bool> isSure)
    {
        var section = 0;
        var alike = new Dictionary<(int Section, BlockKind Kind, SpanStyle Style), List<(Block Block, LeadHead Head)>>();
        foreach (var block in blocks)
        {
            section += block.Kind == BlockKind.Heading ? 1 : 0;
            if (block.Level <= 1 && LeadHead.OfMarked(block) is { } head && head.Length < block.Whole.Length)
            {
                var kind = (section, block.Kind, head.Spans[0].Style);
                if (!alike.TryGetValue(kind, out var members))
                {
                    alike[kind] = members = [];
                }

                members.Add((block, head));
            }
        }

        foreach (var members in alike.Values)
        {
            var sure = members.Count(member => isSure(member.Block));
            if (sure >= Fewest && sure * 2 > members.Count)
            {
                foreach (var member in members.Where(member => !isSure(member.Block)))
                {
                    yield return member;
                }
            }
        }
    }
}
