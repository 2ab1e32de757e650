using System.Buffers;
using Recap.Talks.Facts;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>Finds the words that lead to what a session was about: "sur", "à propos de", "consacrée à".</summary>
internal static class AboutPhrase
{
    private const string Dedicated = "dédi";

    // One of these, or the word above, is in each; what is not ASCII makes a search for several a slow one.
    private static readonly SearchValues<string> Stems = SearchValues.Create(["sur", "propos", "autour", "concernant", "consacr", "sujet d", "traitant"], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] ToWhom = [" aux", " au", " à"];

    /// <summary>Whether a text may hold such words.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> text) => text.ContainsAny(Stems) || text.Contains(Dedicated, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where a text says first that what follows is a topic, blanks behind it included; null where it does not.</summary>
    public static (int Index, int Length)? In(ReadOnlySpan<char> text)
    {
        for (var at = Next(text, 0); at >= 0; at = Next(text, at + 1))
        {
            var (lead, end) = At(text[at..]);
            var start = at - lead.Length;
            if (end > 0 && text[..at].EndsWith(lead, StringComparison.OrdinalIgnoreCase) && (start == 0 || !WordSearch.IsOfWord(text[start - 1])) && text[(at + end)..] is var behind && behind.TrimStart() is var topic && topic.Length < behind.Length)
            {
                return (start, text.Length - topic.Length - start);
            }
        }

        return null;
    }

    private static int Next(ReadOnlySpan<char> text, int from)
    {
        var (stem, dedicated) = (text[from..].IndexOfAny(Stems), text[from..].IndexOf(Dedicated, StringComparison.OrdinalIgnoreCase));
        return stem < 0 && dedicated < 0 ? -1 : from + (int)Math.Min((uint)stem, (uint)dedicated);
    }

    // What must stand before a stem, and where the phrase ends; 0 for the latter where it is none.
    private static (string Lead, int End) At(ReadOnlySpan<char> rest) => rest[0] switch
    {
        's' or 'S' when Begins(rest, "sur") => ("", "sur".Length),
        's' or 'S' => ("au ", BehindOf(rest, "sujet".Length)),
        'p' or 'P' => ("à ", BehindOf(rest, "propos".Length)),
        'a' or 'A' => ("", BehindOf(rest, "autour".Length)),
        't' or 'T' => ("", BehindOf(rest, "traitant".Length)),
        'd' or 'D' => ("", BehindTo(rest, Dedicated.Length)),
        _ when Begins(rest, "concernant") => ("", "concernant".Length),
        _ => ("", BehindTo(rest, "consacr".Length)),
    };

    // " de", " du", " des".
    private static int BehindOf(ReadOnlySpan<char> rest, int at) =>
        rest[at..] is [' ', 'd' or 'D', 'e' or 'E' or 'u' or 'U', .. var behind] ? at + 3 + (behind is ['s' or 'S', ..] ? 1 : 0) : 0;

    // "é à", "ée aux".
    private static int BehindTo(ReadOnlySpan<char> rest, int at)
    {
        if (rest[at..] is not ['é' or 'É', ..])
        {
            return 0;
        }

        at += rest[(at + 1)..] is ['e' or 'E', ..] ? 2 : 1;
        foreach (var to in ToWhom)
        {
            if (rest[at..].StartsWith(to, StringComparison.OrdinalIgnoreCase))
            {
                return at + to.Length;
            }
        }

        return 0;
    }

    private static bool Begins(ReadOnlySpan<char> text, string word) => text.StartsWith(word, StringComparison.OrdinalIgnoreCase);
}
