using System.Diagnostics;
using System.Globalization;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet;
using Recap.Engine.Querying;

namespace Recap.Benchmarks;

/// <summary>
/// How soon an edit of one post is found in a source of thousands: from the call of the reindex to the answer of a search
/// that finds it. What <c>--watch</c> adds is a quarter of a second of quiet before. The baseline reads every post.
/// </summary>
internal static class FollowLatency
{
    public const int UsualPosts = 3_000;

    private const int TalksOfPost = 20;
    private const int Edits = 20;
    private const int Seed = 20260319;

    public static async Task<int> RunAsync(int posts)
    {
        var folder = Directory.CreateTempSubdirectory("recap-follow-");
        try
        {
            await MeasureAsync(folder.FullName, [.. new GeneratedTalks(Seed, ["ebpf", "security"]).Posts(posts * TalksOfPost)]);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(string folder, List<IndexedPost> posts)
    {
        var content = Directory.CreateDirectory(Path.Combine(folder, "content")).FullName;
        for (var post = 0; post < posts.Count; post++)
        {
            await WriteAsync(content, post, posts[post], "Première version");
        }

        await using var index = LuceneTalkIndex.Open(new LuceneIndexOptions { Path = Path.Combine(folder, "index") });
        var reindexer = new Reindexer(index, new ReadingRules { Glossary = SampleData.Glossary });
        var request = new ReindexRequest { Sources = [ContentSource.At(content, "generated")] };
        await PrintAsync("all of them read", [await TimeAsync(() => reindexer.RunAsync(request, null, CancellationToken.None))]);
        await PrintAsync("none changed", [await TimeAsync(() => reindexer.RunAsync(request, null, CancellationToken.None))]);
        var random = new Random(Seed);
        foreach (var title in (bool[])[true, false])
        {
            var times = new List<double>();
            for (var edit = 0; edit < Edits; edit++)
            {
                var post = random.Next(posts.Count);
                var mark = string.Create(CultureInfo.InvariantCulture, $"Repère{random.Next(1_000_000_000)}");
                await WriteAsync(content, post, posts[post], title ? mark : "Première version", title ? "" : mark);
                times.Add(await TimeAsync(async () =>
                {
                    await reindexer.RunAsync(request, null, CancellationToken.None);
                    var found = await index.Searcher.SearchAsync(new TalkQuery { Text = mark }, CancellationToken.None);
                    Trace.Assert(found.Hits.Length == 1, "the edit is found");
                }));
            }

            await PrintAsync($"the {(title ? "title of a talk" : "last words")} of one of {posts.Count} changed, and found", times);
        }
    }

    private static Task WriteAsync(string content, int post, IndexedPost talks, string title, string end = "") =>
        File.WriteAllTextAsync(Path.Combine(content, string.Create(CultureInfo.InvariantCulture, $"post-{post:d5}.md")), GeneratedMarkdown.Of(talks, title) + end);

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static Task PrintAsync(string what, List<double> times) => Console.Out.WriteLineAsync(
        FormattableString.Invariant($"{what}: least {times.Min():F0} ms, median {times.Order().ElementAt(times.Count / 2):F0} ms, most {times.Max():F0} ms"));
}
