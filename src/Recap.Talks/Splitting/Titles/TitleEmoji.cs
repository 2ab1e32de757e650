using System.Text.RegularExpressions;
using Recap.Talks.Facts;

namespace Recap.Talks.Splitting.Titles;

/// <summary>Emoji that hang round a title.</summary>
internal static partial class TitleEmoji
{
    private const char Keycap = '\u20E3';

    // "C♯" is no decoration.
    private const char Sharp = '\u266F';

    /// <summary>A title without the code of one before or behind it: ":rocket: Title", "Title :rocket:".</summary>
    public static ReadOnlySpan<char> CodeTakenOff(ReadOnlySpan<char> title)
    {
        title = title is [':', ..] ? title[Code().First(title).Length..] : title;
        return title is [.., ':'] && CodeAtEnd().First(title) is { Length: > 0 } code ? title[..code.Index] : title;
    }

    /// <summary>A title without those round it: "🚀" and "1️⃣" before it, "⭐⭐⭐" behind it; a title of nothing else stays.</summary>
    public static ReadOnlySpan<char> TakenOff(ReadOnlySpan<char> title)
    {
        var (start, end) = (0, title.Length);
        while (start < end && (IsEmoji(title[start]) || IsKeycap(title, start)))
        {
            start++;
        }

        while (end > start && IsEmoji(title[end - 1]) && title[end - 1] != Sharp)
        {
            end--;
        }

        return start < end ? title[start..end] : title;
    }

    private static bool IsEmoji(char c) => char.IsSurrogate(c) || c is '\uFE0F' or '\u200D' or ' ' or Keycap or >= '\u2190' and <= '\u2BFF';

    private static bool IsKeycap(ReadOnlySpan<char> title, int at) =>
        char.IsAsciiDigit(title[at]) && title[(at + 1)..].TrimStart('\uFE0F') is [Keycap, ..];

    [GeneratedRegex(@"^:[a-z0-9_+-]+:\s*", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(@"\s+:[a-z0-9_+-]+:\z", RegexOptions.NonBacktracking)]
    private static partial Regex CodeAtEnd();
}
