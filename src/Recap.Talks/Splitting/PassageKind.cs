using Recap.Talks.Facts;
using Recap.Talks.Splitting.Titles;

namespace Recap.Talks.Splitting;

/// <summary>Tells of what kind of session a passage is: by its title, its first line, what it stands below, or its first words.</summary>
internal static class PassageKind
{
    public static TalkKind Of(Candidate candidate)
    {
        // A format line is short; a sentence that names a keynote may be about another.
        var below = candidate.Section.Own is [{ Text: { Length: < 60 } line }, ..] ? Decoration.KindOf(line) : null;
        var above = candidate.Parent is { Section.Mark: not null } parent && parent.Verdict == Verdict.Container
            && parent.Children.TrueForAll(sibling => sibling.Line.Kind is null) ? Decoration.KindOfHeading(parent.Folded) : null;
        var named = candidate.IsContainer || candidate.Folded.Contains("keynote", StringComparison.Ordinal) ? Decoration.KindOfHeading(candidate.Folded) : null;
        return candidate.Line.Kind ?? named ?? below ?? above ?? Told(candidate) ?? (candidate.Speakers.Length >= 4 && candidate.Section.Mark!.Text.Contains(';') ? TalkKind.Panel : TalkKind.Talk);
    }

    private static TalkKind? Told(Candidate candidate) =>
        candidate.Section.Own.Find(block => !candidate.SaidBlocks.Contains(block)) is { } first ? Decoration.KindOfText(PlainText.Of([first])) : null;
}
