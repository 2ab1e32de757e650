using Recap.Engine.Querying;

namespace Recap.Benchmarks;

/// <summary>
/// How long one search takes: in process, one thread, with typing errors, topics, five facets and highlighting. Queries are
/// those of <c>data/relevance</c>: as they are, cut while being typed, and with a typing error.
/// </summary>
internal static class SearchLatency
{
    public static async Task RunAsync(GeneratedIndex generated)
    {
        var queries = Queries().ToList();
        var texts = queries.ConvertAll(query => query.Text);
        await Latency.PrintAsync("search", texts, async i => (await generated.Index.Searcher.SearchAsync(queries[i], CancellationToken.None)).Total.Value);
        await Latency.PrintAsync("search, plain BM25", texts, i => Task.FromResult(generated.Plain.Search(queries[i].Text, queries[i].PageSize)));
    }

    private static IEnumerable<TalkQuery> Queries()
    {
        var random = new Random(GeneratedIndex.Seed);
        return SampleQueries.Read().SelectMany(text => (string[])[text, text[..Math.Max(2, text.Length * 2 / 3)], Mistyped(text, random)]).Select(text => new TalkQuery
        {
            Text = text,
            Facets = [TalkFacet.Topic, TalkFacet.Event, TalkFacet.Year, TalkFacet.Speaker, TalkFacet.Technology],
        });
    }

    /// <summary>Two neighbouring letters swapped in the longest word.</summary>
    private static string Mistyped(string text, Random random)
    {
        var word = text.Split(' ').MaxBy(one => one.Length) ?? text;
        var at = text.IndexOf(word, StringComparison.Ordinal) + random.Next(1, Math.Max(2, word.Length - 1));
        return at + 1 < text.Length ? string.Concat(text.AsSpan(0, at), [text[at + 1], text[at]], text.AsSpan(at + 2)) : text;
    }
}
