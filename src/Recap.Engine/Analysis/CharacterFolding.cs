using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Recap.Engine.Analysis;

/// <summary>
/// Folds single characters by the table <c>data/analysis/folding.tsv</c>. The runtime's own normalisation is not used: it
/// does nothing in invariant mode, and it leaves œ, ø or ł as they are.
/// </summary>
internal static class CharacterFolding
{
    private static readonly FrozenDictionary<char, string> Table = EmbeddedTable.Rows("folding.tsv")
        .ToFrozenDictionary(row => row[0][0], row => row[1]);

    /// <summary>Appends what the character is compared as. Nothing for marks and characters that nobody sees.</summary>
    public static void Append(Rune rune, StringBuilder folded)
    {
        if (rune.IsAscii)
        {
            folded.Append((char)(rune.Value is >= 'A' and <= 'Z' ? rune.Value | 0x20 : rune.Value));
            return;
        }

        var lower = Rune.ToLowerInvariant(rune);
        if (lower.IsBmp && Punctuation((char)lower.Value) is { } plain)
        {
            folded.Append(plain);
        }
        else if (lower.IsBmp && Table.TryGetValue((char)lower.Value, out var letters))
        {
            folded.Append(letters);
        }
        else if (!IsUnseen(lower))
        {
            folded.Append(lower.ToString());
        }
    }

    /// <summary>Whether the character marks the one before it (an accent of decomposed text).</summary>
    public static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool IsUnseen(Rune rune) => IsMark(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    /// <summary>The many apostrophes, hyphens and middle dots that keyboards and typographers write, each as one.</summary>
    private static char? Punctuation(char c) => c switch
    {
        '\u2019' or '\u2018' or '\u02BC' or '\u02B9' or '\u2032' or '\u00B4' or '\uFF07' or '\u201B' => '\'',
        '\u2010' or '\u2011' or '\uFF0D' => '-',
        '\u2022' or '\u2027' or '\u2219' or '\u22C5' or '\u30FB' or '\u0387' => '\u00B7',
        _ => null,
    };
}
