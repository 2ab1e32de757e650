using System.Buffers;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>Passes over what a sentence says of a person before it goes on: "A (B), fondatrice de C, nous …".</summary>
internal static class Apposition
{
    private const int Most = 3;
    private const int Longest = 120;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" ,.;:()");
    private static readonly string[] Leads = ["de chez ", "de ", "du ", "d'", "d’", "chez "];
    private static readonly string[] Whose = ["et son ", "et sa ", "et ses ", "et leur ", "et leurs "];
    private static readonly string[] Articles = ["la ", "le ", "les ", "l'", "l’"];
    private static readonly string[] Joints = ["de la ", "des ", "de ", "du ", "d'", "d’", "& ", "et de ", "et d'", "et d’", "et "];

    /// <summary>Where a sentence may go on behind a person, the nearest first, and whether the words before are an apposition that no comma ends.</summary>
    /// <param name="behind">What stands behind the person.</param>
    public static List<(int At, bool IsOpen)> Ends(ReadOnlySpan<char> behind)
    {
        var ends = new List<(int, bool)> { (0, false) };
        var at = 0;
        for (var i = 0; i < Most && End(behind, at) is var end && end > at; i++)
        {
            ends.Add((end, false));
            at = end;
        }

        AddOpen(behind, at, ends);
        return ends;
    }

    private static int End(ReadOnlySpan<char> behind, int from)
    {
        var at = from + Blanks(behind[from..]);
        var rest = behind[at..];
        return rest switch
        {
            ['(', ..] => Closed(rest, ')') is var end and > 0 ? at + end + 1 : from,
            [',', ..] => Closed(rest[1..], ',') is var end and > 0 ? at + end + 2 : from,
            ['–' or '—' or '-', ' ', ..] => at + 1,
            ['e', 't', ' ', ..] => at + Others(rest),
            _ => Company(rest) is var length and > 0 ? at + length : from,
        };
    }

    // "A et son équipe ont présenté …": who they were nobody says.
    private static int Others(ReadOnlySpan<char> rest)
    {
        var whose = Lead(rest, Whose);
        var end = whose == 0 ? -1 : rest[whose..].IndexOf(' ');
        return end < 0 ? 0 : whose + end;
    }

    private static int Closed(ReadOnlySpan<char> rest, char close)
    {
        rest = rest[..Math.Min(rest.Length, Longest)];
        var end = rest.IndexOf(close);
        return end > 0 && (close == ')' || !EndsSentence(rest[..end])) ? end : -1;
    }

    // "opensensors.io" goes on.
    private static bool EndsSentence(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny('.', ';'); at >= 0; at = text.IndexOfAny('.', ';'))
        {
            if (text[at] == ';' || at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]))
            {
                return true;
            }

            text = text[(at + 1)..];
        }

        return false;
    }

    // "de la Société Générale", "chez B et de C": words with capitals, and what joins them.
    private static int Company(ReadOnlySpan<char> rest)
    {
        var at = Lead(rest, Leads);
        if (at == 0)
        {
            return 0;
        }

        at += Lead(rest[at..], Articles);
        var end = 0;
        while (at < rest.Length && Name(rest[at..]) is var name && name > 0)
        {
            end = at += name;
            at += Blanks(rest[at..]);
            at += Lead(rest[at..], Joints);
        }

        return end;
    }

    private static int Name(ReadOnlySpan<char> rest)
    {
        if (rest is ['¤', _, ..])
        {
            return 2;
        }

        if (!char.IsUpper(rest[0]))
        {
            return 0;
        }

        var end = rest.IndexOfAny(NameEnds);
        return end < 0 ? rest.Length : end;
    }

    // "A, ancien président de B qui …", "A (B), directeur de C nous …": where no comma ends it, "qui" or "nous" does.
    private static void AddOpen(ReadOnlySpan<char> behind, int from, List<(int, bool)> ends)
    {
        var rest = behind[from..Math.Min(behind.Length, from + Longest)];
        if (!rest.TrimStart().StartsWith(","))
        {
            return;
        }

        var stop = rest.IndexOfAny(".;");
        rest = stop < 0 ? rest : rest[..stop];
        foreach (var word in (ReadOnlySpan<string>)[" qui ", " nous "])
        {
            if (rest.IndexOf(word) is var at and > 0)
            {
                ends.Add((from + at, true));
            }
        }
    }

    private static int Lead(ReadOnlySpan<char> rest, string[] words)
    {
        foreach (var word in words)
        {
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return word.Length;
            }
        }

        return 0;
    }

    private static int Blanks(ReadOnlySpan<char> text) => text.Length - text.TrimStart().Length;
}
