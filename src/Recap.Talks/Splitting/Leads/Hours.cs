using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Recap.Talks.Posts;

namespace Recap.Talks.Splitting.Leads;

/// <summary>Hours that stand before what a paragraph or an item begins with: "9h30 – **Title**".</summary>
internal static partial class Hours
{
    // "9h30 - 10h15 : ".
    private const int Longest = 20;

    /// <summary>Whether the first words of a block are an hour, and others follow.</summary>
    public static bool Precede(ImmutableArray<Span> spans) =>
        spans is [{ Style: SpanStyle.None, Target: null, Text: { Length: <= Longest } text }, _, ..] && text.AsSpan().TrimStart() is [>= '0' and <= '9', ..] && Hour().IsMatch(text);

    [GeneratedRegex(@"^\s*\d{1,2}\s?[h:]\s?\d{0,2}(?:\s*[-–—à/]\s*\d{1,2}\s?[h:]\s?\d{0,2})?\s*[:–—-]?\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Hour();
}
