using System.Collections.Immutable;
using Recap.Talks.People;

namespace Recap.Talks.Splitting.Titles;

/// <summary>Finds who spoke at the head of a line, where neither dash nor colon ends the names.</summary>
internal static class LeadingNames
{
    private const int ShortestName = 3;
    private const string Joint = " et ";

    private static readonly string[] Articles = ["le ", "la ", "les ", "l'", "l’", "un ", "une ", "des ", "son ", "sa ", "ses ", "leur ", "leurs "];

    /// <summary>"[A](…), [B](…) Title": links tell where the people end; null where the line is none such.</summary>
    /// <param name="line">The line.</param>
    /// <param name="linked">Texts of its links.</param>
    /// <param name="knows">Whether words are a technology's name.</param>
    public static TitleLine? Linked(string line, ImmutableArray<string> linked, Func<string, bool> knows)
    {
        if (linked.IsEmpty)
        {
            return null;
        }

        var people = ImmutableArray.CreateBuilder<Speaker>();
        var at = 0;
        foreach (var name in linked)
        {
            if (string.CompareOrdinal(line, at, name, 0, name.Length) != 0 || PersonNames.Of(name) == Likeness.None || knows(name))
            {
                break;
            }

            people.Add(new Speaker(name));
            at += name.Length;
            at += line.AsSpan(at).IndexOfAnyExcept(" ,&+") is var next and > 0 ? next : 0;
        }

        return people.Count > 0 && at > 0 && at < line.Length && line[at - 1] == ' ' && char.IsLetterOrDigit(line[at]) && !IsJoint(line.AsSpan(at))
            ? new TitleLine { Title = line[at..], Speakers = people.ToImmutable(), Form = SpeakerForm.Before }
            : null;
    }

    /// <summary>"A (Company), « Title »", "A, "Title"": quotes tell where the people end; null where the line is none such.</summary>
    /// <param name="line">The line.</param>
    /// <param name="knows">Whether words are a technology's name.</param>
    public static TitleLine? BeforeQuotes(string line, Func<string, bool> knows)
    {
        var open = line.AsSpan().TrimEnd() is [.., '»' or '”' or '"'] ? line.AsSpan().IndexOfAny('«', '“', '"') : -1;
        return open > ShortestName && line.AsSpan(0, open).TrimEnd() is [.., ',' or ':'] && NameList.Read(line.AsSpan(0, open), Likeness.Shape) is { } people && !knows(line[..open])
            ? new TitleLine { Title = line[open..], Speakers = people, Form = SpeakerForm.Before }
            : null;
    }

    /// <summary>"A et les fuseaux horaires": an article tells that no second person follows; null where the line is none such.</summary>
    /// <param name="line">The line.</param>
    /// <param name="knows">Whether words are a technology's name.</param>
    public static TitleLine? BeforeTopic(string line, Func<string, bool> knows)
    {
        for (var joint = line.IndexOf(Joint, StringComparison.Ordinal); joint > ShortestName; joint = line.IndexOf(Joint, joint + 1, StringComparison.Ordinal))
        {
            if (BeginsWithArticle(line.AsSpan(joint + Joint.Length)))
            {
                return NameList.Read(line.AsSpan(0, joint), Likeness.Known) is { } people && !knows(line[..joint])
                    ? new TitleLine { Title = line[(joint + Joint.Length)..], Speakers = people, Form = SpeakerForm.Before }
                    : null;
            }
        }

        return null;
    }

    // What is linked before "par" is a title, whatever capitals it has.
    private static bool IsJoint(ReadOnlySpan<char> rest) =>
        rest.StartsWith("et ") || rest.StartsWith("and ") || rest.StartsWith("de ") || rest.StartsWith("chez ") || rest.StartsWith("from ") || rest.StartsWith("par ") || rest.StartsWith("by ");

    private static bool BeginsWithArticle(ReadOnlySpan<char> topic)
    {
        foreach (var article in Articles)
        {
            if (topic.StartsWith(article))
            {
                return true;
            }
        }

        return false;
    }
}
