using System.Text;

namespace Recap.Engine.Analysis;

/// <summary>Text as it is compared: lower case, no accents, ligatures opened, one kind of apostrophe and hyphen; composed or not.</summary>
public static class FoldedText
{
    /// <summary>The folded form. White space and punctuation stay.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            CharacterFolding.Append(rune, folded);
        }

        return folded.ToString();
    }

    /// <summary>The folded form with runs of white space made one blank and the ends trimmed: for comparing names.</summary>
    public static string KeyOf(string name) =>
        string.Join(' ', Of(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
