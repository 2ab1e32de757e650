using System.Buffers;
using System.Collections.Immutable;
using Recap.Talks.People;

namespace Recap.Talks.Splitting.Titles;

/// <summary>Finds the marks that part a title line.</summary>
internal static class TitleParts
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("-–—|/•·~");

    /// <summary>A line with dashes where two or three hyphens stand for one, as typewriters and typesetters have it: "Title -- A".</summary>
    public static string WithDashes(string line) =>
        line.IndexOf(" --", StringComparison.Ordinal) is var at and >= 0 && !IsOption(line, at)
            ? line.Replace(" --- ", " — ", StringComparison.Ordinal).Replace(" -- ", " – ", StringComparison.Ordinal) : line;

    // "npm run build -- --prod".
    private static bool IsOption(string line, int at) => line.AsSpan(at + 1).TrimStart('-').TrimStart() is ['-', ..] || line.AsSpan(at + 3) is [var next, ..] && char.IsLetter(next);

    /// <summary>A line whose people stand on a second one, as a dash would part them: "Title&lt;br&gt;A".</summary>
    public static string Unbroken(string text) =>
        text.LastIndexOf('\n') is > 0 and var end && NameList.Read(text.AsSpan(end + 1).Trim(), Likeness.Known) is not null ? $"{text[..end]} – {text[(end + 1)..]}" : text;

    /// <summary>The dashes, bars and slashes that part a line, with the blanks round them; hyphens within words are none.</summary>
    public static ImmutableArray<(int Start, int End)> Dashes(string line)
    {
        var at = line.AsSpan().IndexOfAny(Signs);
        if (at < 0)
        {
            return [];
        }

        var dashes = ImmutableArray.CreateBuilder<(int Start, int End)>(0);
        while (at >= 0)
        {
            var end = RunEnd(line, at);
            var (from, to) = (BlanksBefore(line, at, dashes.Count > 0 ? dashes[^1].End : 0), BlanksBehind(line, end));
            if (Parts(line, (from, at), (end, to)))
            {
                dashes.Add((from, to));
                end = to;
            }

            var next = line.AsSpan(end).IndexOfAny(Signs);
            at = next < 0 ? -1 : end + next;
        }

        return dashes.DrainToImmutable();
    }

    /// <summary>The first and the last colon with a blank behind it; -1 for both where there is none.</summary>
    public static (int First, int Last) Colons(ReadOnlySpan<char> line)
    {
        var (first, last) = (-1, -1);
        for (var at = line.IndexOf(':'); at >= 0 && at + 1 < line.Length; at = line[(at + 1)..].IndexOf(':') is >= 0 and var next ? at + 1 + next : -1)
        {
            if (char.IsWhiteSpace(line[at + 1]))
            {
                (first, last) = (first < 0 ? at : first, at);
            }
        }

        return (first, last);
    }

    // "Title - A", "Title -Subtitle" with a capital, "Title- A"; a long dash needs no blank.
    private static bool Parts(string line, (int From, int At) left, (int End, int To) right)
    {
        var (sign, length) = (line[left.At], right.End - left.At);
        var (blankBefore, blankBehind) = (left.From < left.At, right.To > right.End);
        var before = left.From > 0 ? line[left.From - 1] : ' ';
        return sign switch
        {
            '—' when length == 1 => true,
            _ when blankBefore && blankBehind => length <= (sign switch { '-' => 3, '/' => 2, _ => 1 }),
            '-' or '–' when length == 1 && blankBefore => right.End < line.Length && char.IsUpper(line[right.End]) && char.IsLetterOrDigit(before),
            '-' or '–' when length == 1 && blankBehind => char.IsLetterOrDigit(before) || before is '?' or '!' or '»' or '”' or ')',
            _ => false,
        };
    }

    private static int RunEnd(string line, int at)
    {
        var end = at + 1;
        while (end < line.Length && line[end] == line[at])
        {
            end++;
        }

        return end;
    }

    private static int BlanksBefore(string line, int at, int floor)
    {
        while (at > floor && char.IsWhiteSpace(line[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static int BlanksBehind(string line, int at)
    {
        while (at < line.Length && char.IsWhiteSpace(line[at]))
        {
            at++;
        }

        return at;
    }
}
