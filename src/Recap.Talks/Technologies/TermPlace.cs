using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Words = System.Collections.Frozen.FrozenSet<string>.AlternateLookup<System.ReadOnlySpan<char>>;

namespace Recap.Talks.Technologies;

/// <summary>What the words around a name say about its part in a sentence.</summary>
internal static class TermPlace
{
    private static readonly Words At = Set("chez", "société", "entreprise", "boîte", "boite", "startup", "company");

    private static readonly Words Of = Set("de", "d", "of", "from", "at");

    private static readonly Words People = Set(
        "speaker", "speakers", "speakeuse", "speakeuses", "présentateur", "présentatrice", "présentateurs", "présentatrices", "conférencier", "conférencière",
        "conférenciers", "intervenant", "intervenante", "intervenants", "orateur", "oratrice", "orateurs", "ingénieur", "ingénieure", "ingénieurs", "engineer",
        "engineers", "développeur", "développeuse", "développeurs", "employé", "employée", "employés", "gens", "équipe", "équipes", "team", "teams", "cto", "ceo",
        "fondateur", "fondatrice", "fondateurs", "advocate", "advocates", "consultant", "consultante", "consultants", "filiale");

    private static readonly Words Or = Set("ou", "or");

    private static readonly Words Particles = Set("en", "in", "le", "la", "l", "un", "une", "du", "de", "d", "à", "the", "a");

    private static readonly ImmutableArray<string> Companies =
        ["la société", "une société", "l'entreprise", "une entreprise", "la boîte", "une boîte", "la startup", "une startup", "the company", "a company"];

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \n\u00A0('’");

    /// <summary>Whether the name is where people work: "chez X", "les ingénieurs d'X", "X, la société qui".</summary>
    public static bool IsEmployer(ReadOnlySpan<char> text, int start, int length)
    {
        var before = text[..start];
        var last = TakeLastWord(ref before);
        return At.Contains(last) || Of.Contains(last) && People.Contains(TakeLastWord(ref before)) || IsCalledCompany(text[(start + length)..]);
    }

    /// <summary>Whether the name stands for any of its like: "en X ou en Y", "X/Y".</summary>
    public static bool IsAlternative(ReadOnlySpan<char> text, int start, int length)
    {
        var after = text[(start + length)..];
        if (after is ['/', var next, ..] && char.IsLetter(next) || after.StartsWith(" ou ") || after.StartsWith(" or ")
            || start > 1 && text[start - 1] == '/' && char.IsLetterOrDigit(text[start - 2]))
        {
            return true;
        }

        var before = text[..start];
        var last = TakeLastWord(ref before);
        return Or.Contains(Particles.Contains(last) ? TakeLastWord(ref before) : last);
    }

    private static bool IsCalledCompany(ReadOnlySpan<char> after)
    {
        after = after.TrimStart(" ,(");
        if (after is not (['a' or 'A' or 'e' or 'i' or 'l' or 'L' or 't' or 'T' or 'u' or 'U', ..]))
        {
            return false;
        }

        after = after.StartsWith("est ") || after.StartsWith("is ") ? after[(after.IndexOf(' ') + 1)..] : after;
        foreach (var company in Companies)
        {
            if (after.StartsWith(company, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // Cuts the last word off, and what parts it from the name behind.
    private static ReadOnlySpan<char> TakeLastWord(ref ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(" \u00A0'’");
        var from = text.LastIndexOfAny(WordEnds) + 1;
        var word = text[from..];
        text = text[..from];
        return word;
    }

    private static Words Set(params string[] words) =>
        words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
