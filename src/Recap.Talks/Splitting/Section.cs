using System.Collections.Immutable;
using Recap.Talks.Posts;
using Recap.Talks.Splitting.Leads;

namespace Recap.Talks.Splitting;

/// <summary>A marked passage of a post: its mark and the blocks below it up to the next mark of the same rank or a higher one.</summary>
internal sealed class Section
{
    /// <summary>The block that marks it; null for the post itself.</summary>
    public Block? Mark { get; init; }

    public PassageMark Kind { get; init; }

    /// <summary>Rank of the mark: 1 for the highest heading; 0 for the post itself.</summary>
    public required int Level { get; init; }

    /// <summary>Whether it is an item of a list that says it lists sessions.</summary>
    public bool IsListed { get; init; }

    public Section? Parent { get; init; }

    public List<Section> Children { get; } = [];

    /// <summary>Blocks below the mark and before the first child.</summary>
    public List<Block> Own { get; } = [];

    public int Line => Mark?.Line ?? 1;

    /// <summary>Cuts blocks into the tree of their marks.</summary>
    public static Section Tree(ImmutableArray<Block> blocks, Func<Block, (PassageMark Kind, int Level)?> markOf, Func<Block, bool> isListed)
    {
        var root = new Section { Level = 0 };
        var open = root;
        foreach (var block in blocks)
        {
            if (markOf(block) is not { } mark)
            {
                // Talks that only a bold line marks are parted from what follows by a rule, an item by the end of its list.
                var ends = open.Level == LeadLines.Level && (block.Kind == BlockKind.Rule || open.Kind == PassageMark.ListItem && block.Kind == BlockKind.Paragraph && open.Own.Count > 0);
                open = ends ? open.Parent! : open;
                open.Own.Add(block);
                continue;
            }

            while (open.Level >= mark.Level)
            {
                open = open.Parent!;
            }

            var section = new Section { Mark = block, Kind = mark.Kind, Level = mark.Level, IsListed = isListed(block), Parent = open };
            open.Children.Add(section);
            open = section;
        }

        return root;
    }
}
