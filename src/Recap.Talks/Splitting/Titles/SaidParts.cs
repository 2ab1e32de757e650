using System.Buffers;
using System.Text.RegularExpressions;
using Recap.Talks.People;

namespace Recap.Talks.Splitting.Titles;

/// <summary>Cuts title lines at the words that lead to people.</summary>
internal static partial class SaidParts
{
    // One of these is in whatever joins people to a title by a word; the weak ones are in most titles, but seldom before a name.
    private static readonly SearchValues<string> SaidStems = SearchValues.Create(["par ", "par:", "par)", "by ", "by:", "by)"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> WeakStems = SearchValues.Create([" avec ", " with ", " de "], StringComparison.Ordinal);

    /// <summary>Where the words stand at which a line may be cut, the last one first.</summary>
    public static List<(int Start, int End)> Words(ReadOnlySpan<char> line)
    {
        List<(int Start, int End)> words = [];
        if (!MaySay(line))
        {
            return words;
        }

        foreach (var said in SaidWords().EnumerateMatches(line))
        {
            var end = said.Index + said.Length;
            if (char.IsWhiteSpace(line[end - 1]) || line[end..] is [')', ..])
            {
                words.Add((said.Index, end));
            }
        }

        words.Reverse();
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

    private static bool MaySay(ReadOnlySpan<char> line)
    {
        if (HasSaid(line))
        {
            return true;
        }

        for (var at = line.IndexOfAny(WeakStems); at >= 0; at = line.IndexOfAny(WeakStems))
        {
            line = line[(at + 1)..];
            line = line[line.IndexOf(' ')..];
            if (PersonNames.MayBegin(line) && !PersonNames.BeginsSentence(line))
            {
                return true;
            }
        }

        return false;
    }

    // "par" and "by" stand apart: "départ", "Ruby".
    private static bool HasSaid(ReadOnlySpan<char> line)
    {
        for (var from = 0; line[from..].IndexOfAny(SaidStems) is var next and >= 0; from += next + 1)
        {
            var at = from + next;
            if (at == 0 || char.IsWhiteSpace(line[at - 1]) || line[at - 1] is ',' or '(' or '[' or '_' or '*' or '-' or '–' or '—')
            {
                return true;
            }
        }

        return false;
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

    [GeneratedRegex(@"(?:^|\s|,|[\s,]*[(\[_*\-–—]+\s*)(?:présentée?s? par|animée?s? par|donnée?s? par|proposée?s? par|presented by|hosted by|[Pp]ar|PAR|[Bb]y|BY)(?:\s*:)?\s*|\s(?:avec|with|de)\s+", RegexOptions.NonBacktracking)]
    private static partial Regex SaidWords();

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
