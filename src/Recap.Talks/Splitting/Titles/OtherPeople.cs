using System.Text.RegularExpressions;

namespace Recap.Talks.Splitting.Titles;

/// <summary>People whom a title line names and who did not speak.</summary>
internal static partial class OtherPeople
{
    /// <summary>A line without them: "Séance 1 – Présidente de séance : A", "Title, vue par A".</summary>
    public static string TakenOff(string line)
    {
        line = line.Contains("séance", StringComparison.OrdinalIgnoreCase) && Chair().Match(line) is { Success: true, Index: > 0 } chair ? line[..chair.Index] : line;
        return line.Contains(" par ", StringComparison.OrdinalIgnoreCase) && Seen().Match(line) is { Success: true, Index: > 0 } seen ? line[..seen.Index] : line;
    }

    // They sat in the room and wrote of it.
    [GeneratedRegex(@"[\s(,–—-]*[(,–—-]\s*(?:vue?s?|suivie?s?|résumée?s?|relatée?s?|rapportée?s?|commentée?s?|rédigée?s?|écrite?s?)\s+par\s.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Seen();

    [GeneratedRegex(@"[\s(,–—-]+présiden(?:te?|ce)\s+de\s+(?:la\s+)?séance\b.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Chair();
}
