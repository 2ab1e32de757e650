using System.Text.RegularExpressions;

namespace Recap.Talks.People;

/// <summary>Reads who gave a paper, as papers are cited: "Lacour et al., 2021", "Lacour &amp; Morel, 2021".</summary>
internal static partial class Citation
{
    /// <summary>The first author; null where the words are no citation.</summary>
    /// <param name="words">What parentheses hold.</param>
    public static string? Author(ReadOnlySpan<char> words) =>
        words is [.., >= '0' and <= '9'] && Cited().Match(words.ToString()) is { Success: true } cited ? cited.Groups["name"].Value : null;

    [GeneratedRegex(@"^\s*(?<name>\p{Lu}[\p{L}'’ -]{1,30}?)(?:,? et al\.?| (?:&|and|et) \p{Lu}[\p{L}'’ -]{1,30}),? (?:19|20)[0-9]{2}\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Cited();
}
