namespace Recap.Cli.Tests;

public sealed class IndexTests : IDisposable
{
    private readonly Desk _desk = new Desk().Tell("blog/a.md", "Kepler en vrai");

    private string IndexFolder => Path.Combine(_desk.Folder, ".recap", "index");

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task The_last_reindex_can_be_taken_back_and_the_next_one_goes_on_from_there()
    {
        await _desk.RunAsync("reindex", "blog");
        await _desk.Tell("blog/a.md", "KEDA sans peine").RunAsync("reindex", "blog");

        var back = await _desk.RunAsync("index", "rollback");

        back.Code.ShouldBe(ExitCode.Fine);
        back.Out.ShouldContain("Generation 3 is generation 1 again: 1 posts, 1 talks");
        (await _desk.RunAsync("search", "--source", "blog", "-o", "jsonl")).Lines.ShouldHaveSingleItem().GetProperty("title").GetString().ShouldBe("Kepler en vrai");
        (await _desk.RunAsync("index", "list", "-o", "json")).Json.EnumerateArray().Select(row => row.GetProperty("number").GetInt64()).ShouldBe([3, 2]);
        (await _desk.RunAsync("reindex", "blog")).Out.ShouldContain("1 changed");
    }

    [Fact]
    public async Task Where_there_is_nothing_to_go_back_to_it_says_so()
    {
        await _desk.RunAsync("reindex", "blog");

        var outcome = await _desk.RunAsync("index", "rollback");

        outcome.Code.ShouldBe(ExitCode.Failed);
        outcome.Error.ShouldContain("no generation to go back to");
    }

    [Fact]
    public async Task A_damaged_index_is_put_aside_built_anew_and_said()
    {
        await _desk.RunAsync("reindex", "blog");
        var file = Directory.EnumerateFiles(IndexFolder, "*.cfs").First();
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);

        var outcome = await _desk.RunAsync("reindex", "blog");

        outcome.Code.ShouldBe(ExitCode.Fine);
        outcome.Error.ShouldContain("the index is damaged");
        outcome.Error.ShouldContain("was moved to");
        Directory.EnumerateDirectories(Path.GetDirectoryName(IndexFolder)!, "index.damaged-*").ShouldHaveSingleItem();
        (await _desk.RunAsync("search", "--source", "blog", "-o", "jsonl")).Lines.ShouldHaveSingleItem();
    }
}
