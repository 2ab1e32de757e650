namespace Recap.Cli.Tests;

public sealed class ReindexTests : IDisposable
{
    private readonly Desk _desk = new Desk().Tell("blog/a.md", "Kepler en vrai").Tell("blog/b.md", "KEDA sans peine");

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task It_says_what_it_did_and_where()
    {
        var outcome = await _desk.RunAsync("reindex", "blog");

        outcome.Code.ShouldBe(ExitCode.Fine);
        outcome.Out.ShouldContain("blog: 2 added, 0 changed, 0 removed, 0 unchanged, 0 failed; 2 talks written");
        outcome.Out.ShouldContain($"Generation 1: 2 posts, 2 talks in {Path.Combine(".recap", "index")}");
    }

    [Fact]
    public async Task An_unchanged_folder_makes_no_new_generation()
    {
        await _desk.RunAsync("reindex", "blog");

        (await _desk.RunAsync("reindex", "blog")).Out.ShouldContain("2 unchanged");
        (await _desk.RunAsync("status", "-o", "json")).Json.GetProperty("generation").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task A_dry_run_names_the_posts_and_makes_no_index()
    {
        var outcome = await _desk.RunAsync("reindex", "blog", "--dry-run");

        outcome.Code.ShouldBe(ExitCode.Fine);
        outcome.Out.ShouldContain("2 talks to write");
        outcome.Out.ShouldContain("  + a.md");
        Directory.Exists(Path.Combine(_desk.Folder, ".recap")).ShouldBeFalse();
    }

    [Fact]
    public async Task Programs_are_told_the_same_in_json()
    {
        var report = (await _desk.RunAsync("reindex", "blog", "-o", "json")).Json;

        report.GetProperty("generation").GetInt64().ShouldBe(1);
        report.GetProperty("sources")[0].GetProperty("added").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Several_folders_are_several_sources_of_one_generation()
    {
        _desk.Tell("autre/c.md", "Le profilage continu");

        await _desk.RunAsync("reindex", "blog", "autre");

        var status = (await _desk.RunAsync("status", "-o", "json")).Json;
        status.GetProperty("generation").GetInt64().ShouldBe(1);
        status.GetProperty("talks").GetInt32().ShouldBe(3);
        (await _desk.RunAsync("status")).Out.ShouldContain("Talks        3: blog 2, autre 1");
        (await _desk.RunAsync("search", "--source", "autre", "-o", "jsonl")).Lines.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_indexed_is_found_from_the_same_folder()
    {
        await _desk.RunAsync("reindex", "blog");

        var hit = (await _desk.RunAsync("search", "kepler", "-o", "jsonl")).Lines[0];

        hit.GetProperty("post").GetString().ShouldBe("a.md");
    }
}
