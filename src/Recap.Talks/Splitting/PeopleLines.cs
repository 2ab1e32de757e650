using System.Collections.Immutable;
using Recap.Talks.Facts;
using Recap.Talks.People;
using Recap.Talks.Posts;
using Recap.Talks.Splitting.Leads;

namespace Recap.Talks.Splitting;

/// <summary>
/// Learns from the marks of a post whether its writer puts who speaks on the first line below each: then that line is read as names
/// below the others as well, whether anybody knows these names or not.
/// </summary>
internal static class PeopleLines
{
    // One may be by chance.
    private const int Fewest = 2;

    private const int LongestLine = 100;

    /// <param name="whole">The post as a whole.</param>
    /// <param name="facts">What holds for it: who wrote it spoke nowhere.</param>
    /// <param name="glossary">Names that are technologies.</param>
    public static void Learn(Candidate whole, PostFacts facts, Glossary glossary)
    {
        var marked = whole.Descendants.FindAll(candidate => candidate.Section is { Mark: not null, Own: [{ Kind: BlockKind.Paragraph }, ..] });
        var named = marked.FindAll(candidate => candidate.SaidBlocks is [var said, ..] && said == candidate.Section.Own[0]);
        if (named.Count < Fewest)
        {
            return;
        }

        foreach (var candidate in marked)
        {
            var first = candidate.Section.Own[0];
            if (!candidate.HasStatedSpeaker && first.Text.Length <= LongestLine && named.Exists(other => IsAlike(other.Section.Own[0], first)) && Names(first, facts, glossary) is { IsEmpty: false } people)
            {
                candidate.Below = people;
                candidate.SaidBlocks = [first];
            }
        }
    }

    private static bool IsAlike(Block one, Block other) => one.Quoted == other.Quoted && Looks.Of(one) == Looks.Of(other);

    private static ImmutableArray<Speaker> Names(Block line, PostFacts facts, Glossary glossary) =>
        line.Text.Contains('\n') || glossary.Find(line.Plain) is not null ? []
            : Candidate.Spoke(SpeakerLines.ReadLine(line.Text, isMarked: true), facts);
}
