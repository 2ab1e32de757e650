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

    [Theory]
    [InlineData("search", "kepler")]
    [InlineData("status")]
    [InlineData("index", "list")]
    [InlineData("reindex", "blog", "--dry-run")]
    public async Task Who_only_reads_a_damaged_index_says_so_and_leaves_it_alone(params string[] args)
    {
        await _desk.RunAsync("reindex", "blog");
        await DamageAsync();

        var outcome = await _desk.RunAsync(args);

        outcome.Code.ShouldBe(ExitCode.Failed);
        outcome.Error.ShouldContain("Reindex: that goes back to the last sound generation, or builds the index anew.");
        Directory.EnumerateDirectories(Path.GetDirectoryName(IndexFolder)!, "index.damaged-*").ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_the_newest_generation_cannot_be_opened_the_one_before_answers_and_that_is_said()
    {
        await _desk.RunAsync("reindex", "blog");
        await _desk.Tell("blog/a.md", "KEDA sans peine").RunAsync("reindex", "blog");
        File.Delete(Path.Combine(IndexFolder, "_1.cfs"));

        var outcome = await _desk.RunAsync("search", "--source", "blog", "-o", "jsonl");

        outcome.Lines.ShouldHaveSingleItem().GetProperty("title").GetString().ShouldBe("Kepler en vrai");
        outcome.Error.ShouldContain("the index is damaged (_1.cfs");
        outcome.Error.ShouldContain("this is generation 1");
    }

    [Fact]
    public async Task An_index_whose_list_of_generations_was_lost_is_said_and_not_mistaken_for_none()
    {
        await _desk.RunAsync("reindex", "blog");
        foreach (var list in Directory.GetFiles(IndexFolder, "segments_*"))
        {
            File.Delete(list);
        }

        (await _desk.RunAsync("status")).Error.ShouldContain("files of an index and no generation");
        var served = await _desk.RunAsync("serve", "--http-port", "0", "--grpc-port", "0");
        var reindexed = await _desk.RunAsync("reindex", "blog");

        served.Code.ShouldBe(ExitCode.Failed, "the sample site is not served in its stead");
        reindexed.Code.ShouldBe(ExitCode.Fine);
        reindexed.Error.ShouldContain("reindex its other sources as well");
        (await _desk.RunAsync("search", "--source", "blog", "-o", "jsonl")).Lines.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_damaged_index_is_put_aside_built_anew_and_said()
    {
        await _desk.RunAsync("reindex", "blog");
        await DamageAsync();

        var outcome = await _desk.RunAsync("reindex", "blog");

        outcome.Code.ShouldBe(ExitCode.Fine);
        outcome.Error.ShouldContain("the index is damaged");
        outcome.Error.ShouldContain("was moved to");
        Directory.EnumerateDirectories(Path.GetDirectoryName(IndexFolder)!, "index.damaged-*").ShouldHaveSingleItem();
        (await _desk.RunAsync("search", "--source", "blog", "-o", "jsonl")).Lines.ShouldHaveSingleItem();
    }

    private async Task DamageAsync()
    {
        var file = Directory.EnumerateFiles(IndexFolder, "*.cfs").First();
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
    }
}
