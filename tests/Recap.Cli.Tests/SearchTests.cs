namespace Recap.Cli.Tests;

public sealed class SearchTests : IAsyncLifetime
{
    private readonly Desk _desk = new Desk()
        .Tell("blog/a.md", "Kepler en vrai", "KEDA sans peine")
        .Tell("blog/b.md", [.. Enumerable.Range(1, 120).Select(number => $"Le profilage continu, épisode {number}")]);

    public async ValueTask InitializeAsync() => await _desk.RunAsync("reindex", "blog");

    public ValueTask DisposeAsync()
    {
        _desk.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_line_of_jsonl_has_the_documented_fields_in_their_order()
    {
        var hit = (await _desk.RunAsync("search", "kepler", "-o", "jsonl")).Lines[0];

        hit.EnumerateObject().Select(field => field.Name).ShouldBe(["qid", "rank", "id", "post", "line", "title", "score"]);
        hit.GetProperty("rank").GetInt32().ShouldBe(1);
        hit.GetProperty("score").GetSingle().ShouldBePositive();
    }

    [Fact]
    public async Task Words_need_no_quotes() =>
        (await _desk.RunAsync("search", "KEDA", "sans", "peine", "-o", "jsonl")).Lines[0].GetProperty("title").GetString().ShouldBe("KEDA sans peine");

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(115)]
    public async Task As_many_hits_come_as_are_asked_for_beyond_one_page_too(int limit)
    {
        var hits = (await _desk.RunAsync("search", "profilage", "--limit", $"{limit}", "-o", "jsonl")).Lines;

        hits.Select(hit => hit.GetProperty("rank").GetInt32()).ShouldBe(Enumerable.Range(1, limit));
        hits.Select(hit => hit.GetProperty("id").GetString()).Distinct().Count().ShouldBe(limit);
    }

    [Fact]
    public async Task A_batch_answers_every_query_under_its_id()
    {
        _desk.Write("queries.tsv", "kind\tqid\tquery\nfact\tq1\tkepler\nfact\tq2\tkeda\n\n");

        var hits = (await _desk.RunAsync("search", "--batch", "queries.tsv", "--limit", "1", "-o", "jsonl")).Lines;

        hits.Select(hit => (hit.GetProperty("qid").GetString(), hit.GetProperty("title").GetString()))
            .ShouldBe([("q1", "Kepler en vrai"), ("q2", "KEDA sans peine")]);
    }

    [Theory]
    [InlineData("--year", "2024", true)]
    [InlineData("--year", "2023..2024", true)]
    [InlineData("--year", "2025..", false)]
    [InlineData("--source", "blog", true)]
    [InlineData("--source", "autre", false)]
    [InlineData("--kind", "talk", true)]
    [InlineData("--kind", "panel", false)]
    public async Task Filters_admit_and_refuse(string option, string value, bool admitted) =>
        (await _desk.RunAsync("search", "kepler", option, value, "-o", "jsonl")).Lines.Any(hit => hit.GetProperty("title").GetString() == "Kepler en vrai").ShouldBe(admitted);

    [Fact]
    public async Task People_see_title_and_place()
    {
        var outcome = await _desk.RunAsync("search", "kepler");

        outcome.Out.ShouldContain("Kepler en vrai");
        outcome.Out.ShouldContain("a.md:6");
        outcome.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_found_is_fine_and_said_beside_the_results()
    {
        var outcome = await _desk.RunAsync("search", "xyzzyplugh");

        outcome.Code.ShouldBe(ExitCode.Fine);
        outcome.Out.ShouldBeEmpty();
        outcome.Error.ShouldContain("xyzzyplugh");
    }
}
