using Recap.Engine.Querying;

namespace Recap.Benchmarks;

/// <summary>
/// How long one search takes: in process, one thread, with typing errors, topics, five facets and highlighting. Queries are
/// those of <c>data/relevance</c>: as they are, cut while being typed, and with a typing error. First, queries that were never
/// asked before, each once, after a round of others; then the same ones again and again.
/// </summary>
internal static class SearchLatency
{
    /// <summary>Ways in which each query is put otherwise, for queries that are asked once.</summary>
    private const int Others = 5;

    public static async Task RunAsync(GeneratedIndex generated)
    {
        var random = new Random(GeneratedIndex.Seed);
        var texts = SampleQueries.Read().SelectMany(text => (string[])[text, text[..Math.Max(2, text.Length * 2 / 3)], Mistyped(text, random)]).ToList();
        var once = Enumerable.Range(0, Others).SelectMany(way => SampleQueries.Read().SelectMany(text => PutOtherwise(text, way, random))).Distinct().Except(texts).ToList();
        foreach (var text in texts)
        {
            await AskAsync(generated, text);
            generated.Plain.Search(text, TalkQuery.DefaultPageSize);
        }

        await Latency.PrintOnceAsync("search, each asked once", once, i => AskAsync(generated, once[i]));
        await Latency.PrintOnceAsync("search, each asked once, plain BM25", once, i => Task.FromResult(generated.Plain.Search(once[i], TalkQuery.DefaultPageSize)));
        await Latency.PrintAsync("search", texts, i => AskAsync(generated, texts[i]));
        await Latency.PrintAsync("search, plain BM25", texts, i => Task.FromResult(generated.Plain.Search(texts[i], TalkQuery.DefaultPageSize)));
    }

    private static async Task<int> AskAsync(GeneratedIndex generated, string text)
    {
        var query = new TalkQuery
        {
            Text = text,
            Facets = [TalkFacet.Topic, TalkFacet.Event, TalkFacet.Year, TalkFacet.Speaker, TalkFacet.Technology],
        };
        return (await generated.Index.Searcher.SearchAsync(query, CancellationToken.None)).Total.Value;
    }

    /// <summary>Without one of its words, cut elsewhere, and with another typing error.</summary>
    private static IEnumerable<string> PutOtherwise(string text, int way, Random random)
    {
        var words = text.Split(' ');
        return
        [
            string.Join(' ', words.Where((_, at) => words.Length == 1 || at != way % words.Length)),
            text[..Math.Max(2, text.Length * (way + 4) / (Others + 4))],
            Mistyped(text, random),
        ];
    }

    /// <summary>Two neighbouring letters swapped in the longest word.</summary>
    private static string Mistyped(string text, Random random)
    {
        var word = text.Split(' ').MaxBy(one => one.Length) ?? text;
        var at = text.IndexOf(word, StringComparison.Ordinal) + random.Next(1, Math.Max(2, word.Length - 1));
        return at + 1 < text.Length ? string.Concat(text.AsSpan(0, at), [text[at + 1], text[at]], text.AsSpan(at + 2)) : text;
    }
}
