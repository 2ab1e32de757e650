using Recap.Talks.Facts;

namespace Recap.Talks.Tests;

/// <summary>The list of conferences: every series once, and every name such that a post may hold it.</summary>
public sealed class ConferencesTests
{
    private static readonly string[][] Rows = [.. File.ReadLines(Path.Combine(Checkout.Root, "src", "Recap.Talks", "Facts", "conferences.tsv")).Skip(1).Select(line => line.Split('\t'))];

    [Fact]
    public void Every_series_stands_once() =>
        Rows.GroupBy(row => row[0], StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();

    [Fact]
    public void Every_name_leads_to_its_series() =>
        Rows.SelectMany(row => row[1].Split(';'), (row, name) => (Series: row[0], Name: name))
            .Where(pair => !Conference.Find(EventFacts.Fold(pair.Name), pair.Name.Length).Any(found => found.Series == pair.Series))
            .ShouldBeEmpty();
}
