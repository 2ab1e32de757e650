using System.Collections.Immutable;
using Recap.Talks.People;

namespace Recap.Talks.Splitting.Titles;

/// <summary>Reads sessions that have no title of their own: they are called by what announces them, or by who gave them.</summary>
internal static class CalledBy
{
    private const int ShortestCall = 5;

    // The name of a company has fewer.
    private const int FewestBlanks = 2;

    /// <summary>"Keynotes d'ouverture - A &amp; B": all the title that it has, unless one stands behind: "Keynote - A - Title of it".</summary>
    /// <param name="text">All of the line.</param>
    /// <param name="line">What is left of it without the words that announce a session.</param>
    /// <param name="knows">Whether a phrase is a technology.</param>
    public static TitleLine? Kind(string text, string line, Func<string, bool> knows) =>
        PersonNames.MayBegin(line) && text.LastIndexOf(line, StringComparison.Ordinal) is var at and > 0 && char.IsLetter(text[0])
        && !EndsInTitle(line) && NameList.Read(line, Likeness.Known) is { } people && !knows(line) && text[..at].TrimEnd(' ', '-', '–', '—', ':', '|') is { Length: > ShortestCall } called && Decoration.KindOf(called) is not null
            ? new TitleLine { Title = called, Speakers = people, Form = SpeakerForm.Dash }
            : null;

    /// <summary>"Tim Carry": a session that is called by who gave it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="linked">Texts of its links.</param>
    /// <param name="knows">Whether a phrase is a technology.</param>
    public static TitleLine? Person(string line, ImmutableArray<string> linked, Func<string, bool> knows) =>
        PersonNames.Of(line) is var likeness && (likeness == Likeness.Known || likeness == Likeness.Shape && linked is [var name] && name == line) && !knows(line)
            ? new TitleLine { Title = line, Speakers = [new Speaker(line)], Form = SpeakerForm.Named }
            : null;

    private static bool EndsInTitle(string line) => TitleParts.Dashes(line) is [.., var last] && line.AsSpan(last.End).Trim().Count(' ') >= FewestBlanks;
}
