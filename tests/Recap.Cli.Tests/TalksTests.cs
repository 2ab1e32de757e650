using System.Text.Json;

namespace Recap.Cli.Tests;

public sealed class TalksTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_line_of_jsonl_has_the_documented_fields_in_their_order()
    {
        _desk.Tell("blog/2024/a.md", "Kepler en vrai");

        var talk = (await _desk.RunAsync("talks", "blog", "-o", "jsonl")).Lines.ShouldHaveSingleItem();

        talk.EnumerateObject().Select(field => field.Name).ShouldBe(
            ["id", "post", "line", "title", "speakers", "organizations", "kind", "event", "language", "technologies", "topics", "url", "links", "text"]);
        talk.GetProperty("post").GetString().ShouldBe("2024/a.md");
        talk.GetProperty("line").GetInt32().ShouldBe(6);
        talk.GetProperty("kind").GetString().ShouldBe("talk");
        talk.GetProperty("text").GetString().ShouldNotBeNull().ShouldContain("à l'appui");
    }

    [Fact]
    public async Task Json_is_one_array_of_the_same()
    {
        _desk.Tell("blog/a.md", "Kepler en vrai", "KEDA sans peine");

        var array = (await _desk.RunAsync("talks", "blog", "-o", "json")).Json;

        array.ValueKind.ShouldBe(JsonValueKind.Array);
        array.GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Accents_are_written_as_they_are()
    {
        _desk.Tell("blog/a.md", "L’élasticité, cœur du métier");

        (await _desk.RunAsync("talks", "blog", "-o", "jsonl")).Out.ShouldContain("L’élasticité, cœur du métier");
    }

    [Fact]
    public async Task One_post_may_be_asked_for()
    {
        _desk.Tell("blog/a.md", "Kepler en vrai").Tell("blog/b.md", "KEDA sans peine");

        (await _desk.RunAsync("talks", "blog/b.md", "-o", "jsonl")).Lines.ShouldHaveSingleItem().GetProperty("post").GetString().ShouldBe("b.md");
    }

    [Fact]
    public async Task What_is_told_outside_talks_is_shown_only_where_all_is_asked_for()
    {
        _desk.Write("blog/a.md", "---\ntitle: Devoxx France 2024\n---\n\nLa keynote a annoncé un nouveau centre de calcul à Marseille, refroidi à l'eau de mer, et c'est tout.\n\n## Kepler en vrai (par Alice Durand, Acme)\n\nAlice mesure des watts, longuement, sur de vraies machines.\n");

        var usual = (await _desk.RunAsync("talks", "blog", "-o", "jsonl")).Lines;
        var all = (await _desk.RunAsync("talks", "blog", "--all", "-o", "jsonl")).Lines;

        usual.ShouldAllBe(talk => talk.GetProperty("kind").GetString() != "notes");
        all.Count(talk => talk.GetProperty("kind").GetString() == "notes").ShouldBe(1);
    }

    [Fact]
    public async Task The_reasons_are_given_where_they_are_asked_for()
    {
        _desk.Tell("blog/a.md", "Kepler en vrai");

        var table = await _desk.RunAsync("talks", "blog", "--explain");
        var line = (await _desk.RunAsync("talks", "blog", "--explain", "-o", "jsonl")).Lines.ShouldHaveSingleItem();

        table.Out.ShouldContain("Kepler en vrai");
        line.GetProperty("evidence").GetProperty("reasons").GetArrayLength().ShouldBePositive();
    }

    [Theory]
    [InlineData("\u001b[31mrouge\u001b[0m")]
    [InlineData("droite\u202eehcuag")]
    [InlineData("cloche\u0007")]
    public async Task A_title_cannot_steer_the_terminal(string title)
    {
        _desk.Tell("blog/a.md", title);

        var table = await _desk.RunAsync("talks", "blog");

        table.Out.ShouldNotContain(c => c == '\u001b' || c == '\u202e' || c == '\u0007');
    }

    [Fact]
    public async Task A_title_in_brackets_is_text_and_no_markup()
    {
        _desk.Tell("blog/a.md", "Les couleurs [red]du[/] terminal");

        (await _desk.RunAsync("talks", "blog")).Out.ShouldContain("[red]du[/]");
    }

    [Theory]
    [InlineData("draft: true", "draft")]
    [InlineData("date: 9990-01-01", "still to come")]
    public async Task A_post_that_is_left_out_says_why(string field, string reason)
    {
        _desk.Write("blog/a.md", $"---\ntitle: Retour\n{field}\n---\n\n## Kepler en vrai par Alice Durand\n\ntexte\n");

        var table = await _desk.RunAsync("talks", "blog");

        table.Out.ShouldContain(reason);
    }
}
