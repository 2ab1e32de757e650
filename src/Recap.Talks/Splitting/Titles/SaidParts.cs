using System.Buffers;
using System.Text.RegularExpressions;
using Recap.Talks.People;

namespace Recap.Talks.Splitting.Titles;

/// <summary>A title line cut at a word that leads to people: "Title (par A), more".</summary>
/// <param name="Before">What stands before the word.</param>
/// <param name="Names">What may be the people.</param>
/// <param name="Behind">What stands behind the parenthesis that holds word and people.</param>
/// <param name="Closed">Whether there is one.</param>
/// <param name="IsWeak">Whether the word is in most titles, and seldom before a name: "de", "avec"; where all is in capitals, any words look like a name.</param>
internal sealed partial record SaidParts(string Before, string Names, string Behind, bool Closed, bool IsWeak)
{
    // One of these is in whatever joins people to a title by a word; the weak ones are in most titles, but seldom before a name.
    private static readonly SearchValues<string> SaidStems = SearchValues.Create(["par ", "par:", "par)", "by ", "by:", "by)"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> WeakStems = SearchValues.Create([" avec ", " with ", " de "], StringComparison.Ordinal);

    /// <summary>All the ways to cut a line, the last word first.</summary>
    public static IEnumerable<SaidParts> Of(string line) => MaySay(line) ? SaidWords().Matches(line).Reverse().Select(said => At(line, said)).OfType<SaidParts>() : [];

    private static SaidParts? At(string line, Match said)
    {
        var rest = line[(said.Index + said.Length)..];
        if (!char.IsWhiteSpace(said.ValueSpan[^1]) && !rest.StartsWith(')'))
        {
            return null;
        }

        var closed = said.Value.Contains('(') || said.Value.Contains('[');
        var end = closed ? Closing(rest) : rest.Length;
        return new SaidParts(line[..said.Index], Links(rest[..end]), closed && end < rest.Length ? rest[(end + 1)..] : "", closed, said.Groups["weak"].Success || said.ValueSpan.Contains("PAR", StringComparison.Ordinal) || said.ValueSpan.Contains("BY", StringComparison.Ordinal));
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
    private static int Closing(string rest)
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
    private static string Links(string text) => text.Contains('[') ? BrokenLink().Replace(text, "${label}") : text;

    [GeneratedRegex(@"(?<lead>^|\s|,|[\s,]*[(\[_*\-–—]+\s*)(?:présentée?s? par|animée?s? par|donnée?s? par|proposée?s? par|presented by|hosted by|[Pp]ar|PAR|[Bb]y|BY)(?:\s*:)?\s*|\s(?<weak>avec|with|de)\s+", RegexOptions.NonBacktracking)]
    private static partial Regex SaidWords();

    [GeneratedRegex(@"\[(?<label>[^\]]*)\]\([^)]*\)?", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex BrokenLink();
}
