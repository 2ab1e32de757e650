using System.Diagnostics;
using System.Globalization;

namespace Recap.Benchmarks;

/// <summary>
/// How long <c>recap reindex</c> takes where nothing changed: whole processes, from their start to their end. The baseline
/// starts the same process and asks it for its version.
/// </summary>
internal static class UnchangedLatency
{
    public const int UsualPosts = 10_000;

    private const int TalksOfPost = 7;
    private const int Runs = 15;
    private const int Seed = 20260319;

    /// <param name="posts">How many posts.</param>
    /// <param name="folder">Where posts and index are kept, and used again by the next run; null for a place of their own that is deleted.</param>
    public static async Task<int> RunAsync(int posts, string? folder)
    {
        var place = folder is null ? Directory.CreateTempSubdirectory("recap-unchanged-") : Directory.CreateDirectory(folder);
        try
        {
            await FillAsync(place.FullName, posts);
            await MeasureAsync("recap --version", place.FullName, "--version");
            await MeasureAsync($"recap reindex, {posts} posts, none changed", place.FullName, "reindex", "content");
            return 0;
        }
        finally
        {
            if (folder is null)
            {
                place.Delete(recursive: true);
            }
        }
    }

    private static async Task FillAsync(string folder, int posts)
    {
        var content = Path.Combine(folder, "content");
        if (!Directory.Exists(content))
        {
            Directory.CreateDirectory(content);
            var number = 0;
            foreach (var post in new GeneratedTalks(Seed, ["ebpf"]).Posts(posts * TalksOfPost, TalksOfPost))
            {
                var file = string.Create(CultureInfo.InvariantCulture, $"post-{number++:d5}.md");
                await File.WriteAllTextAsync(Path.Combine(content, file), GeneratedMarkdown.Of(post, post.Talks[0].Talk.Title));
            }
        }

        await RunOnceAsync(folder, "reindex", "content");
    }

    private static async Task MeasureAsync(string what, string folder, params string[] args)
    {
        var runs = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            runs.Add(await RunOnceAsync(folder, args));
        }

        runs.Sort();
        await Console.Out.WriteLineAsync(FormattableString.Invariant($"{what}, {Runs} runs: least {runs[0]:F0} ms, median {runs[Runs / 2]:F0} ms, most {runs[^1]:F0} ms"));
    }

    /// <summary>Runs it to its end.</summary>
    /// <returns>Milliseconds.</returns>
    private static async Task<double> RunOnceAsync(string folder, params string[] args)
    {
        var began = Stopwatch.GetTimestamp();
        using var process = RecapProcess.Start(folder, args);
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var wall = Stopwatch.GetElapsedTime(began);
        return process.ExitCode == 0
            ? wall.TotalMilliseconds
            : throw new InvalidOperationException($"recap {string.Join(' ', args)} failed: {string.Concat(said)}");
    }
}
