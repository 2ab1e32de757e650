using Recap.Talks.People;
using Recap.Talks.Posts;

namespace Recap.Talks.Splitting;

/// <summary>Lines at the end of one section after another that hold nothing but who spoke: they say it as those below a title do.</summary>
internal static class ClosingLines
{
    // One alone may be whoever wrote the post, or said what stands above.
    private const int Fewest = 2;

    private const int LongestLine = 220;

    // Beside what it closes a section has a line or two.
    private const int LeastBefore = 1;

    /// <summary>Moves such lines to the top of their sections, where several sections of a post end in one.</summary>
    public static void Lift(Section post)
    {
        var lines = new List<Section>();
        Find(post, lines);
        var closed = lines.Count < Fewest ? [] : lines.FindAll(IsClosed);
        if (closed.Count < Fewest)
        {
            return;
        }

        foreach (var section in closed)
        {
            var line = section.Own[^1];
            section.Own.RemoveAt(section.Own.Count - 1);
            section.Own.Insert(0, line);
        }
    }

    // Those that end in a line which is not all they have.
    private static void Find(Section section, List<Section> lines)
    {
        if (section.Mark is not null && section.Children.Count == 0 && section.Own.Count > LeastBefore && MayClose(section.Own[^2], section.Own[^1]))
        {
            lines.Add(section);
        }

        foreach (var child in section.Children)
        {
            Find(child, lines);
        }
    }

    // A name below a quotation is whose words it gives.
    private static bool MayClose(Block before, Block last) => last is { Kind: BlockKind.Paragraph, Text.Length: <= LongestLine } && !before.Quoted && !last.Text.Contains('\n');

    private static bool IsClosed(Section section) => !SpeakerLines.Read([section.Own[^1]]).People.IsEmpty && SpeakerLines.Read(section.Own[..^1]).People.IsEmpty;
}
