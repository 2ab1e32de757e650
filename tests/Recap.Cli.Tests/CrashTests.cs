using System.Diagnostics;
using System.Globalization;
using Recap.Cli.Indexes;
using Recap.Engine.Indexing;
using Recap.Engine.Querying;

namespace Recap.Cli.Tests;

/// <summary>
/// Kills reindexes at random instants (kill -9) while searches run. Every reindex writes all posts anew with a version in
/// each title, so that an answer of two versions is a torn generation, and an older version than before a lost one.
/// <c>RECAP_CRASH_KILLS</c> says how many are killed; 3 otherwise.
/// </summary>
public sealed class CrashTests(TrainedModel model) : IDisposable
{
    private const int Posts = 80;

    private readonly Desk _desk = new();
    private readonly Random _random = new(8);
    private int _answers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("RECAP_CRASH_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 3;

    private string Folder => Path.Combine(_desk.Folder, ".recap", "index");

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Whenever_a_reindex_is_killed_readers_see_one_whole_generation_and_the_next_one_mends()
    {
        await model.LayAsync(Path.Combine(_desk.Folder, ".recap"));
        Write(version: 0);
        await RunAsync();
        Write(version: 1);
        var usual = await RunAsync();
        await using var reader = Open();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var searches = Task.Run(() => SearchOnAsync(reader, stop.Token), Cancel);

        var (committed, killed) = (1, 0);
        for (var version = 2; killed < Kills; version++)
        {
            Write(version);
            var began = Stopwatch.GetTimestamp();
            var ended = await KillWithinAsync(usual);

            // The machine may be busier or idler than it was: most instants are to lie within a reindex.
            usual = ended ? Stopwatch.GetElapsedTime(began) : usual * 1.01;
            await using var reopened = Open();
            var found = await VersionAsync(reopened);
            (found == version || (found == committed && !ended)).ShouldBeTrue($"version {found} after {committed}, written {version}, ended by itself: {ended}");
            committed = found;
            killed += ended ? 0 : 1;
        }

        await RunAsync();
        await stop.CancelAsync();
        await searches;
        TestContext.Current.SendDiagnosticMessage($"{killed} kills, {_answers} answers of one version each");
        _answers.ShouldBeGreaterThan(0);
    }

    private void Write(int version)
    {
        for (var i = 0; i < Posts; i++)
        {
            _desk.Tell($"blog/{i}.md", $"Édition {version} du sujet {i}");
        }
    }

    private ITalkIndex Open() => _desk.Surroundings().Indexes.OpenSound(
        Folder, _desk.Surroundings().ReadRules(indexFolder: null, Cancel), mayPutAside: false, _ => { });

    /// <returns>How long it took.</returns>
    private async Task<TimeSpan> RunAsync()
    {
        var began = Stopwatch.GetTimestamp();
        using var process = Start();
        await process.WaitForExitAsync(Cancel);
        process.ExitCode.ShouldBe(ExitCode.Fine);
        return Stopwatch.GetElapsedTime(began);
    }

    /// <returns>Whether it ended before it was killed.</returns>
    private async Task<bool> KillWithinAsync(TimeSpan usual)
    {
        using var process = Start();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(usual * (0.2 + _random.NextDouble()));
        try
        {
            await process.WaitForExitAsync(patience.Token);
            process.ExitCode.ShouldBe(ExitCode.Fine);
            return true;
        }
        catch (OperationCanceledException) when (!Cancel.IsCancellationRequested)
        {
            process.Kill();
            await process.WaitForExitAsync(Cancel);
            return process.ExitCode == ExitCode.Fine;
        }
    }

    private Process Start() => Tool.Start(_desk.Folder, "dotnet", Tool.Path, "reindex", "blog", "-o", "jsonl");

    private async Task SearchOnAsync(ITalkIndex reader, CancellationToken cancellationToken)
    {
        var newest = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            var version = await VersionAsync(reader);
            version.ShouldBeGreaterThanOrEqualTo(newest, "a generation that was seen is not lost");
            newest = version;
            _answers++;
        }
    }

    private static async Task<int> VersionAsync(ITalkIndex index)
    {
        var page = await index.Searcher.SearchAsync(new TalkQuery { Text = "sujet", PageSize = TalkQuery.MaxPageSize, IncludeNotes = false }, Cancel);
        page.Total.Value.ShouldBe(Posts);
        return int.Parse(page.Hits.Select(hit => hit.Talk.Talk.Title.Split(' ')[1]).Distinct().ShouldHaveSingleItem(), CultureInfo.InvariantCulture);
    }
}
