using System.Buffers;
using System.Text.RegularExpressions;
using Recap.Talks.Facts;

namespace Recap.Talks.Splitting.Titles;

/// <summary>People whom a title line names and who did not speak.</summary>
internal static partial class OtherPeople
{
    // One of these is in whatever names such people: "présidente de séance", "vue par".
    private static readonly SearchValues<string> Stems = SearchValues.Create(["siden", " par "], StringComparison.OrdinalIgnoreCase);

    /// <summary>A line without them: "Séance 1 – Présidente de séance : A", "Title, vue par A".</summary>
    public static string TakenOff(string line) => line.AsSpan().ContainsAny(Stems) ? Before(Seen(), Before(Chair(), line)) : line;

    private static string Before(Regex others, string line) => others.First(line) is { Index: > 0 and var start } ? line[..start] : line;

    // They sat in the room and wrote of it.
    [GeneratedRegex(@"[\s(,–—-]*[(,–—-]\s*(?:vue?s?|suivie?s?|résumée?s?|relatée?s?|rapportée?s?|commentée?s?|rédigée?s?|écrite?s?)\s+par\s.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Seen();

    [GeneratedRegex(@"[\s(,–—-]+présiden(?:te?|ce)\s+de\s+(?:la\s+)?séance\b.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Chair();
}
