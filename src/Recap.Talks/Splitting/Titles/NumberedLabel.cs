using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Recap.Talks.Posts;

namespace Recap.Talks.Splitting.Titles;

/// <summary>Words of a writer's own that number what follows: "Mon top 1 : Title", "Pépite n°2 - Title".</summary>
internal static partial class NumberedLabel
{
    // Two titles may begin alike by chance: "Java 8 : …", "Java 21 : …".
    private const int Fewest = 3;
    private const int Longest = 40;

    /// <summary>The labels that so many marks of a post begin with, each with another number.</summary>
    public static FrozenSet<string> Of(ImmutableArray<Block> marks)
    {
        var labels = new List<(string Label, string Number, int Length)>();
        foreach (var mark in marks)
        {
            if (At(mark.Plain) is { } label)
            {
                labels.Add(label);
            }
        }

        return labels.Count < Fewest ? [] : Numbering(labels);
    }

    private static FrozenSet<string> Numbering(List<(string Label, string Number, int Length)> labels) => labels
        .GroupBy(label => label.Label, StringComparer.OrdinalIgnoreCase).Where(same => same.DistinctBy(label => label.Number, StringComparer.Ordinal).Count() >= Fewest)
        .Select(same => same.Key).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>A line without its label, where that is one of those given.</summary>
    public static string Without(string line, FrozenSet<string> labels) =>
        labels.Count > 0 && At(line) is { } label && labels.Contains(label.Label) ? line[label.Length..] : line;

    private static (string Label, string Number, int Length)? At(string line) =>
        MayNumber(line) && Numbered().Match(line) is { Success: true } label
            ? (label.Groups["label"].Value, label.Groups["number"].Value, label.Length) : null;

    // By what stands behind its first number: "Java 21 arrive" is no label.
    private static bool MayNumber(ReadOnlySpan<char> line)
    {
        var at = line[..Math.Min(line.Length, Longest)].IndexOfAnyInRange('0', '9');
        return at > 0 && line[at..].TrimStart("0123456789").TrimStart() is [':' or '-' or '–' or '—', ..];
    }

    [GeneratedRegex(@"^(?<label>\p{L}[\p{L}' ’-]{1,24}?)\s*(?:n°|#)?\s*(?<number>[0-9]{1,2})\s*(?:[:–—]|-{1,3})\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Numbered();
}
