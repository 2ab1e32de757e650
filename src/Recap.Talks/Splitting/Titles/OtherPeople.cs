using System.Buffers;
using System.Text.RegularExpressions;
using Recap.Talks.Facts;

namespace Recap.Talks.Splitting.Titles;

/// <summary>People whom a title line names and who did not speak.</summary>
internal static partial class OtherPeople
{
    // What parts people from a title; most lines that say "par" have none of these.
    private static readonly SearchValues<char> Signs = SearchValues.Create("(,–—-");

    /// <summary>A line without them: "Séance 1 – Présidente de séance : A", "Title, vue par A".</summary>
    public static string TakenOff(string line)
    {
        line = line.Contains("siden", StringComparison.OrdinalIgnoreCase) ? Before(Chair(), line) : line;
        return line.Contains(" par ", StringComparison.OrdinalIgnoreCase) && line.AsSpan().ContainsAny(Signs) ? Before(Seen(), line) : line;
    }

    private static string Before(Regex others, string line) => others.First(line) is { Index: > 0 and var start } ? line[..start] : line;

    // They sat in the room and wrote of it.
    [GeneratedRegex(@"[\s(,–—-]*[(,–—-]\s*(?:vue?s?|suivie?s?|résumée?s?|relatée?s?|rapportée?s?|commentée?s?|rédigée?s?|écrite?s?)\s+par\s.*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Seen();

    [GeneratedRegex(@"[\s(,–—-]+présiden(?:te?|ce)\s+de\s+(?:la\s+)?séance\b.*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Chair();
}
