using System.Globalization;

namespace Recap.Topics.Words;

/// <summary>Folds characters: lower case, no accents, ligatures in two letters.</summary>
internal static class Folding
{
    // Unicode's own decomposition is not there where globalization is invariant, so the Latin letters are listed.
    private static readonly (string Plain, string Accented)[] Latin =
    [
        ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"),
        ("l", "ĺļľŀł"), ("n", "ñńņňŉ"), ("o", "òóôõöøōŏő"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
        ("ae", "æ"), ("oe", "œ"), ("ss", "ß"), ("th", "þ"),
    ];

    // Up to the end of Latin Extended-B; letters beyond are folded by lower case alone.
    private static readonly string[] Table = BuildTable();

    /// <summary>What a letter or digit becomes; empty for anything that is no part of a word, and for combining marks.</summary>
    public static ReadOnlySpan<char> Fold(char character) =>
        character < Table.Length ? Table[character] : char.IsLetterOrDigit(character) ? char.ToLowerInvariant(character).ToString() : "";

    public static bool IsMark(char character) => character >= 0x300 && CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;

    private static string[] BuildTable()
    {
        var table = Enumerable.Range(0, 0x250).Select(code => (char)code)
            .Select(character => char.IsLetterOrDigit(character) ? char.ToLowerInvariant(character).ToString() : "").ToArray();
        foreach (var (plain, accented) in Latin)
        {
            foreach (var letter in accented)
            {
                table[letter] = plain;
                table[char.ToUpperInvariant(letter)] = plain;
            }
        }

        // The capital of dotless i is I itself.
        table['I'] = "i";
        return table;
    }
}
