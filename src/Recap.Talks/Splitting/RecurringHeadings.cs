using System.Collections.Immutable;
using Recap.Talks.Judging;
using Recap.Talks.People;
using Recap.Talks.Posts;
using Recap.Talks.Splitting.Titles;

namespace Recap.Talks.Splitting;

/// <summary>
/// Headings that stand below one passage after another: "Abstract", "Speaker Bio : A", "Notes". They label the parts of a
/// talk, and with all below them they are its text.
/// </summary>
internal static class RecurringHeadings
{
    // Of words nobody knows as labels: three passages in a row have them alike by intent.
    private const int Often = 3;
    private const int OftenKnown = 2;
    private const int MostWords = 5;

    /// <summary>The headings of a post that are no marks of passages: labels, and what stands below them.</summary>
    /// <param name="blocks">All of the post.</param>
    public static HashSet<Block> Of(ImmutableArray<Block> blocks)
    {
        var labels = new HashSet<Block>(ReferenceEqualityComparer.Instance);
        var below = Below(blocks);
        if (below.Count < OftenKnown)
        {
            return labels;
        }

        foreach (var alike in below.GroupBy(heading => Singular(LabelOf(heading.Block)), StringComparer.Ordinal).Where(IsLabel))
        {
            labels.UnionWith(alike.Select(heading => heading.Block));
        }

        // In the order of the post, so that what stands below one that was just added is added too.
        foreach (var (heading, parent) in labels.Count > 0 ? below : [])
        {
            if (labels.Contains(parent))
            {
                labels.Add(heading);
            }
        }

        return labels;
    }

    private static bool IsLabel(IGrouping<string, (Block Block, Block Parent)> alike) =>
        alike.Count() >= OftenKnown && IsLabel(LabelOf(alike.First().Block), alike.Select(heading => heading.Parent).Distinct<Block>(ReferenceEqualityComparer.Instance).ToList());

    private static bool IsLabel(string label, List<Block> parents)
    {
        var sense = SectionWords.SenseOf(label);
        return label.Length > 0 && label.Count(c => c == ' ') < MostWords && (sense & SectionSense.Container) == SectionSense.None
            && parents.Count(parent => !HoldsTalks(parent)) >= ((sense & (SectionSense.Part | SectionSense.Frame)) == SectionSense.None ? Often : OftenKnown);
    }

    private static bool HoldsTalks(Block heading) => (SectionWords.SenseOf(SectionWords.Fold(Decoration.Strip(heading.Plain).Title)) & SectionSense.Container) != SectionSense.None;

    // "Speaker Bio : A" labels as "Speaker Bio" does.
    private static string LabelOf(Block heading)
    {
        var title = heading.Plain;
        var colon = title.IndexOf(':', StringComparison.Ordinal);
        var label = colon > 0 && (colon >= title.Length - 2 || NameList.Read(title.AsSpan(colon + 1), Likeness.Shape) is not null) ? title[..colon] : title;
        return SectionWords.Fold(label);
    }

    // Two speakers make a plural.
    private static string Singular(string label)
    {
        if (!label.EndsWith('s') && !label.Contains("s ", StringComparison.Ordinal))
        {
            return label;
        }

        var (singular, length) = (new char[label.Length], 0);
        for (var i = 0; i < label.Length; i++)
        {
            if (label.AsSpan(i).TrimStart('s') is not ([] or [' ', ..]) || label[i] == ' ')
            {
                singular[length++] = label[i];
            }
        }

        return new string(singular, 0, length);
    }

    // The headings that stand below others, and the one that each is below.
    private static List<(Block Block, Block Parent)> Below(ImmutableArray<Block> blocks)
    {
        var below = new List<(Block, Block)>();
        var open = new Stack<Block>();
        foreach (var heading in blocks)
        {
            if (heading.Kind == BlockKind.Heading)
            {
                while (open.Count > 0 && open.Peek().Level >= heading.Level)
                {
                    open.Pop();
                }

                if (open.Count > 0)
                {
                    below.Add((heading, open.Peek()));
                }

                open.Push(heading);
            }
        }

        return below;
    }
}
