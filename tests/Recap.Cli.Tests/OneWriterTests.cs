using Recap.Cli.Indexes;

namespace Recap.Cli.Tests;

/// <summary>Two processes and one index.</summary>
public sealed class OneWriterTests(TrainedModel model) : IDisposable
{
    private readonly Desk _desk = new Desk().Tell("blog/a.md", "Kepler en vrai");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task The_second_is_told_who_writes_and_ends_and_readers_go_on()
    {
        await model.LayAsync(Path.Combine(_desk.Folder, ".recap"));
        (await ReindexAsync()).Code.ShouldBe(ExitCode.Fine);
        _desk.Tell("blog/b.md", "KEDA sans peine");

        Outcome second, read;
        await using (var index = _desk.Surroundings().Indexes.Open(Path.Combine(_desk.Folder, ".recap", "index"), _desk.Surroundings().ReadRules(indexFolder: null, Cancel), _ => { }))
        await using (await index.OpenWriterAsync(Cancel))
        {
            second = await ReindexAsync();
            read = await Tool.RunAsync(_desk.Folder, "dotnet", Tool.Path, "search", "kepler", "-o", "jsonl");
        }

        second.Code.ShouldBe(ExitCode.Failed);
        second.Error.ShouldContain($"in use by process {Environment.ProcessId} on host {Environment.MachineName} since ");
        read.Out.ShouldContain("Kepler en vrai");
        (await ReindexAsync()).Out.ShouldContain("1 added");
    }

    [Fact]
    public async Task What_a_process_that_died_left_behind_keeps_nobody_out()
    {
        await model.LayAsync(Path.Combine(_desk.Folder, ".recap"));
        _desk.Write(".recap/index/write.lock", "");
        _desk.Write(".recap/index/write.holder", "999999\nelsewhere\n2026-01-01T00:00:00.0000000+00:00\n");

        var outcome = await ReindexAsync();

        outcome.Code.ShouldBe(ExitCode.Fine, outcome.Error);
        File.Exists(Path.Combine(_desk.Folder, ".recap", "index", "write.holder")).ShouldBeFalse();
    }

    private Task<Outcome> ReindexAsync() => Tool.RunAsync(_desk.Folder, "dotnet", Tool.Path, "reindex", "blog");
}
