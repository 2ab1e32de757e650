using System.Collections.Immutable;
using System.Diagnostics;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Understanding;
using Recap.Talks;
using Recap.Topics;

namespace Recap.Benchmarks;

/// <summary>
/// How long one search takes: in process, one thread, with typing errors, topics, five facets and highlighting. Queries are
/// those of <c>data/relevance</c>: as they are, cut while being typed, and with a typing error. Each is asked several times;
/// <c>all</c> has every time taken, <c>best</c> the least of each query, which other programs of the machine disturb less.
/// </summary>
internal static class SearchLatency
{
    public const int UsualTalks = 100_000;

    private const int Seed = 20260319;
    private const int Rounds = 5;

    public static async Task<int> RunAsync(int talks)
    {
        var model = new TopicModelStore(SampleData.PathOf("topics"), SampleData.Glossary).Open(CancellationToken.None).Model;
        await using var index = LuceneTalkIndex.Open(new LuceneIndexOptions
        {
            Reader = new QueryReader(new NameTable([.. NameGroups.Of(SampleData.Glossary), .. NameGroups.CommonNouns])),
            Topics = new ModelTopics(model),
        });
        using var plain = new PlainSearch();
        var watch = Stopwatch.StartNew();
        await FillAsync(index, plain, talks, model.Topics);
        await Console.Out.WriteLineAsync(FormattableString.Invariant($"{talks} talks indexed in {watch.Elapsed.TotalSeconds:F0} s"));
        var queries = Queries().ToList();
        await PrintAsync("Recap", queries, async query => (await index.Searcher.SearchAsync(query, CancellationToken.None)).Total.Value);
        await PrintAsync("plain BM25", queries, query => Task.FromResult(plain.Search(query.Text, query.PageSize)));
        return 0;
    }

    private static async Task FillAsync(LuceneTalkIndex index, PlainSearch plain, int talks, ImmutableArray<string> topics)
    {
        await using var writer = await index.OpenWriterAsync(CancellationToken.None);
        foreach (var post in new GeneratedTalks(Seed, topics).Posts(talks))
        {
            await writer.PutAsync(post, CancellationToken.None);
            foreach (var talk in post.Talks)
            {
                plain.Add(talk.Talk);
            }
        }

        await writer.CommitAsync(CancellationToken.None);
    }

    private static IEnumerable<TalkQuery> Queries()
    {
        var random = new Random(Seed);
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

    private static async Task PrintAsync(string name, List<TalkQuery> queries, Func<TalkQuery, Task<int>> search)
    {
        var (all, best) = (new List<double>(), queries.ConvertAll(_ => double.MaxValue));
        var found = 0L;
        for (var round = -1; round < Rounds; round++)
        {
            for (var i = 0; i < queries.Count; i++)
            {
                var began = Stopwatch.GetTimestamp();
                found += await search(queries[i]);
                var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                if (round >= 0)
                {
                    all.Add(took);
                    best[i] = Math.Min(best[i], took);
                }
            }
        }

        var mean = found / (double)((Rounds + 1) * queries.Count);
        await Console.Out.WriteLineAsync(FormattableString.Invariant($"{name}: {queries.Count} queries, {mean:F0} hits each; all {Percentiles(all)}; best {Percentiles(best)}"));
        foreach (var slow in queries.Zip(best).OrderByDescending(query => query.Second).Take(3))
        {
            await Console.Out.WriteLineAsync(FormattableString.Invariant($"  {slow.Second,7:F2} ms  {slow.First.Text}"));
        }
    }

    private static string Percentiles(List<double> times)
    {
        var sorted = times.Order().ToArray();
        return FormattableString.Invariant($"p50 {At(0.5):F2} ms, p95 {At(0.95):F2} ms, p99 {At(0.99):F2} ms");
        double At(double share) => sorted[(int)(share * (sorted.Length - 1))];
    }

    /// <summary>The topic model as the product uses it.</summary>
    private sealed class ModelTopics(TopicModel model) : ITopicScorer
    {
        public string Fingerprint => model.Fingerprint;

        public ImmutableSortedDictionary<string, float> Score(Talk talk) => model.Score(talk.Title, talk.Text, talk.Technologies)
            .ToImmutableSortedDictionary(topic => topic.Topic, topic => topic.Affinity, StringComparer.Ordinal);
    }
}
