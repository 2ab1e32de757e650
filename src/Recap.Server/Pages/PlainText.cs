using System.Text;

namespace Recap.Server.Pages;

/// <summary>Makes a post's words fit for places that know no markup, such as titles, feeds and previews.</summary>
internal static class PlainText
{
    /// <summary>
    /// The text without what turns the direction of writing (it would run on into its surroundings) and without what XML
    /// cannot hold: control characters but tab and newline, halves of characters, non-characters.
    /// </summary>
    public static string Clean(string text)
    {
        if (!text.EnumerateRunes().Any(IsUnfit))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(rune => !IsUnfit(rune)))
        {
            clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>The beginning of a text, cut between words, with an ellipsis where something is left out.</summary>
    public static string Begin(string text, int length)
    {
        var clean = Clean(text).ReplaceLineEndings(" ");
        if (clean.Length <= length)
        {
            return clean;
        }

        var space = clean.LastIndexOf(' ', length);
        var end = space > 0 ? space : char.IsHighSurrogate(clean[length - 1]) ? length - 1 : length;
        return string.Concat(clean.AsSpan(0, end), "…");
    }

    private static bool IsUnfit(Rune rune) => rune.Value is
        (< 0x20 and not (0x09 or 0x0A)) or (>= 0x7F and <= 0x9F)
        or 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
        or 0xFFFD or 0xFFFE or 0xFFFF;
}
