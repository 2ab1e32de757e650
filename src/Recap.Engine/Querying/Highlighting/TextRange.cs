using System.Globalization;
using System.Runtime.InteropServices;

namespace Recap.Engine.Querying.Highlighting;

/// <summary>A stretch of a text in UTF-16 units, end excluded.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextRange(int Start, int End)
{
    public int Length => End - Start;

    /// <summary>The same stretch within a text and on borders that readers see: no letter is parted from its accent, no emoji cut in two.</summary>
    public TextRange WithinLetters(string text)
    {
        var start = Math.Clamp(Start, 0, text.Length);
        var end = Math.Clamp(End, start, text.Length);
        return new TextRange(LetterStart(text, start), end == start ? LetterStart(text, start) : LetterEnd(text, end));
    }

    /// <summary>The last border of letters at or before a place.</summary>
    public static int LetterStart(string text, int place)
    {
        while (place > 0 && place < text.Length && Continues(text, place))
        {
            place--;
        }

        return place;
    }

    private static int LetterEnd(string text, int place)
    {
        while (place < text.Length && Continues(text, place))
        {
            place++;
        }

        return place;
    }

    private static bool Continues(string text, int place) =>
        char.IsLowSurrogate(text[place]) && char.IsHighSurrogate(text[place - 1])
        || char.GetUnicodeCategory(text, place) is UnicodeCategory.NonSpacingMark
            or UnicodeCategory.EnclosingMark
        || text[place] is '\u200d' or '\ufe0f'
        || text[place - 1] == '\u200d';
}
