using Lucene.Net.Analysis.Miscellaneous;

namespace Recap.Engine.LuceneNet.Analysis;

/// <summary>Text as it is compared: lower case, without accents and ligatures, composed or decomposed.</summary>
internal static class FoldedText
{
    /// <summary>Most characters that one character folds to.</summary>
    private const int Growth = 4;

    /// <summary>The folded form. Case mapping is invariant; marks that stand alone are dropped.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var folded = new char[text.Length * Growth];
        // FoldToASCII reads composed letters from a table; the runtime's own normalisation does nothing in invariant mode.
        var length = ASCIIFoldingFilter.FoldToASCII(text.ToArray(), 0, folded, 0, text.Length);
        var kept = 0;
        for (var i = 0; i < length; i++)
        {
            if (!IsCombiningMark(folded[i]))
            {
                folded[kept++] = char.ToLowerInvariant(folded[i]);
            }
        }

        return new string(folded, 0, kept);
    }

    /// <summary>The folded form with runs of white space made one blank and the ends trimmed: for comparing names.</summary>
    public static string KeyOf(string name) =>
        string.Join(' ', Of(name.Replace('\u2019', '\'')).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsCombiningMark(char c) => c is >= '\u0300' and <= '\u036f';
}
