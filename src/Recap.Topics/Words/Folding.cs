using System.Globalization;
using System.Text;

namespace Recap.Topics.Words;

/// <summary>Folds characters: lower case, no accents, ligatures in two letters.</summary>
internal static class Folding
{
    // Everything up to the end of Latin Extended Additional; the rest is folded by lower case alone.
    private static readonly string[] Table = [.. Enumerable.Range(0, 0x1F00).Select(code => FoldSlowly((char)code))];

    /// <summary>What a letter or digit becomes; empty for anything that is no part of a word, and for combining marks.</summary>
    public static ReadOnlySpan<char> Fold(char character) =>
        character < Table.Length ? Table[character] : char.IsLetterOrDigit(character) ? char.ToLowerInvariant(character).ToString() : "";

    public static bool IsMark(char character) => character >= 0x300 && CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;

    private static string FoldSlowly(char character)
    {
        if (!char.IsLetterOrDigit(character))
        {
            return "";
        }

        var plain = character switch { 'œ' or 'Œ' => "oe", 'æ' or 'Æ' => "ae", 'ß' => "ss", _ => character.ToString().Normalize(NormalizationForm.FormD) };
        return string.Concat(plain.Where(c => !IsMark(c)).Select(char.ToLowerInvariant));
    }
}
