using System.Text.RegularExpressions;

namespace Recap.Talks.Facts;

/// <summary>Asks a pattern where it matches, which takes no copy of the text and makes no match.</summary>
internal static class RegexSpans
{
    /// <summary>Where the first match stands, and its length; 0 for both where there is none.</summary>
    public static (int Index, int Length) First(this Regex pattern, ReadOnlySpan<char> text)
    {
        foreach (var match in pattern.EnumerateMatches(text))
        {
            return (match.Index, match.Length);
        }

        return (0, 0);
    }
}
