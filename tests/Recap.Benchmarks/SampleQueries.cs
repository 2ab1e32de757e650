namespace Recap.Benchmarks;

/// <summary>The judged queries over the sample site.</summary>
internal static class SampleQueries
{
    public static IEnumerable<string> Read() => File.ReadLines(SampleData.PathOf("relevance", "queries.tsv")).Skip(1)
        .Where(line => line.Contains('\t', StringComparison.Ordinal)).Select(line => line.Split('\t')[2]);
}
