namespace Recap.Cli.Tests;

public sealed class RelatedTests : IAsyncLifetime
{
    private readonly Desk _desk = new Desk()
        .Tell("blog/a.md", "Kepler mesure les watts", "KEDA sans peine")
        .Tell("blog/b.md", "Les watts de Kepler");

    public async ValueTask InitializeAsync() => await _desk.RunAsync("reindex", "blog");

    public ValueTask DisposeAsync()
    {
        _desk.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task All_talks_are_asked_about_each_by_its_own_name()
    {
        var rows = (await _desk.RunAsync("related", "--all", "-o", "jsonl")).Lines;

        rows.ShouldContain(row => row.GetProperty("title").GetString() == "Les watts de Kepler" && row.GetProperty("qid").GetString()!.EndsWith("~kepler-mesure-les-watts", StringComparison.Ordinal));
        rows.ShouldAllBe(row => row.GetProperty("qid").GetString() != row.GetProperty("id").GetString());
    }

    [Fact]
    public async Task All_talks_as_one_JSON_value_are_what_a_service_answers()
    {
        var document = (await _desk.RunAsync("related", "--all", "-o", "json")).Json;

        var groups = document.GetProperty("groups").EnumerateArray().ToArray();
        groups.Select(group => group.GetProperty("about").GetProperty("title").GetString()).ShouldBe(
            ["Kepler mesure les watts", "KEDA sans peine", "Les watts de Kepler"], ignoreOrder: true);
        var suggestion = groups.Single(group => group.GetProperty("about").GetProperty("title").GetString() == "Les watts de Kepler").GetProperty("suggestions")[0];
        suggestion.GetProperty("talk").GetProperty("name").GetString()!.ShouldEndWith("~kepler-mesure-les-watts");
        suggestion.GetProperty("reasons")[0].GetProperty("words").GetString().ShouldNotBeNullOrEmpty();
        document.GetProperty("generation").GetProperty("number").GetString().ShouldBe("1");
    }

    [Fact]
    public async Task A_page_that_is_not_indexed_has_no_suggestions_which_is_no_fault()
    {
        var answer = await _desk.RunAsync("related", "https://blog.example/nowhere/", "-o", "jsonl");

        answer.Code.ShouldBe(0);
        answer.Lines.ShouldBeEmpty();
    }
}
