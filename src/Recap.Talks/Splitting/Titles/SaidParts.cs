using System.Buffers;
using System.Text.RegularExpressions;
using Recap.Talks.People;

namespace Recap.Talks.Splitting.Titles;

/// <summary>Cuts title lines at the words that lead to people.</summary>
internal static partial class SaidParts
{
    // Signs that may stand before a word which leads to people, with blanks round them.
    private static readonly SearchValues<char> LeadSigns = SearchValues.Create("([_*-–—");

    // The same stand after all blanks and commas.
    private static readonly SearchValues<char> WordStarts = SearchValues.Create("pPbBadhw");

    private static readonly string[] Participles = ["présenté", "animé", "donné", "proposé"];

    // In most titles, but seldom before a name.
    private static readonly string[] WeakWords = ["de", "avec", "with"];

    /// <summary>Where the words stand at which a line may be cut, the last one last; null where there are none.</summary>
    public static List<(int Start, int End)>? Words(ReadOnlySpan<char> line)
    {
        List<(int Start, int End)>? words = null;
        for (var (at, floor) = (0, 0); at < line.Length; at++)
        {
            if (!WordStarts.Contains(line[at]))
            {
                continue;
            }

            if (SaidEnd(line, at) is > 0 and var end && LeadStart(line, at, floor) is >= 0 and var start)
            {
                if (char.IsWhiteSpace(line[end - 1]) || line[end..] is [')', ..])
                {
                    (words ??= []).Add((start, end));
                }

                (at, floor) = (end - 1, end);
            }
            else if (at > floor && char.IsWhiteSpace(line[at - 1]) && WeakEnd(line, at) is > 0 and var weak)
            {
                if (PersonNames.MayBegin(line[weak..]) && !PersonNames.BeginsSentence(line[weak..]))
                {
                    (words ??= []).Add((at - 1, weak));
                }

                (at, floor) = (weak - 1, weak);
            }
        }

        return words;
    }

    /// <summary>A line cut at such a word.</summary>
    public static CutLine At(ReadOnlySpan<char> line, (int Start, int End) place)
    {
        var word = line[place.Start..place.End];
        var rest = line[place.End..];
        var closed = word.ContainsAny('(', '[');
        var end = closed ? Closing(rest) : rest.Length;
        return new CutLine
        {
            Before = line[..place.Start],
            Names = Links(rest[..end]),
            Behind = closed && end < rest.Length ? rest[(end + 1)..] : "",
            Closed = closed,
            IsWeak = word.TrimEnd().TrimEnd(':').TrimEnd() is not [.., 'r' or 'y'],
        };
    }

    // Where what leads to a word begins: a blank, a comma, or signs and what is round them; -1 where the word stands within another.
    private static int LeadStart(ReadOnlySpan<char> line, int at, int floor)
    {
        if (at == 0)
        {
            return 0;
        }

        var before = line[floor..at];
        var signed = before.TrimEnd();
        var start = signed;
        while (start is [.., var sign] && LeadSigns.Contains(sign))
        {
            start = start[..^1];
        }

        if (start.Length < signed.Length)
        {
            while (start is [.., var last] && (last == ',' || char.IsWhiteSpace(last)))
            {
                start = start[..^1];
            }

            return floor + start.Length;
        }

        return before is [.., var next] && (next == ',' || char.IsWhiteSpace(next)) ? at - 1 : -1;
    }

    // "présentée par", "by", and the colon and blanks behind it; 0 where no such word stands there.
    private static int SaidEnd(ReadOnlySpan<char> line, int at)
    {
        var length = SaidLength(line[at..]);
        if (length == 0)
        {
            return 0;
        }

        var behind = line[(at + length)..].TrimStart();
        return line.Length - (behind is [':', ..] ? behind[1..].TrimStart() : behind).Length;
    }

    private static int SaidLength(ReadOnlySpan<char> rest)
    {
        foreach (var participle in Participles)
        {
            if (rest.StartsWith(participle))
            {
                var end = participle.Length;
                end += rest[end..] is ['e', ..] ? 1 : 0;
                end += rest[end..] is ['s', ..] ? 1 : 0;
                return rest[end..].StartsWith(" par") ? end + " par".Length : 0;
            }
        }

        return rest.StartsWith("par") || rest.StartsWith("Par") || rest.StartsWith("PAR") ? "par".Length
            : rest.StartsWith("by") || rest.StartsWith("By") || rest.StartsWith("BY") ? "by".Length
            : rest.StartsWith("presented by") ? "presented by".Length
            : rest.StartsWith("hosted by") ? "hosted by".Length : 0;
    }

    private static int WeakEnd(ReadOnlySpan<char> line, int at)
    {
        foreach (var word in WeakWords)
        {
            if (line[at..].StartsWith(word) && line[(at + word.Length)..] is [var next, ..] behind && char.IsWhiteSpace(next))
            {
                return line.Length - behind.TrimStart().Length;
            }
        }

        return 0;
    }

    // The parenthesis of "(par A (Company) & B)" ends where it closes, not at the first sign.
    private static int Closing(ReadOnlySpan<char> rest)
    {
        var depth = 1;
        for (var i = 0; i < rest.Length; i++)
        {
            depth += rest[i] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        return rest.Length;
    }

    // Broken link syntax that Markdown left standing: "[A](url".
    private static ReadOnlySpan<char> Links(ReadOnlySpan<char> text) => text.Contains('[') ? BrokenLink().Replace(text.ToString(), "${label}") : text;

    [GeneratedRegex(@"\[(?<label>[^\]]*)\]\([^)]*\)?", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex BrokenLink();
}

/// <summary>A title line cut at a word that leads to people: "Title (par A), more".</summary>
internal readonly ref struct CutLine
{
    /// <summary>What stands before the word.</summary>
    public required ReadOnlySpan<char> Before { get; init; }

    /// <summary>What may be the people.</summary>
    public required ReadOnlySpan<char> Names { get; init; }

    /// <summary>What stands behind the parenthesis that holds word and people.</summary>
    public required ReadOnlySpan<char> Behind { get; init; }

    /// <summary>Whether there is one.</summary>
    public required bool Closed { get; init; }

    /// <summary>Whether the word is in most titles, and seldom before a name: "de", "avec"; where all is in capitals, any words look like a name.</summary>
    public required bool IsWeak { get; init; }
}
