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
    [InlineData("--language", "fr", true)]
    [InlineData("--language", "en", false)]
    [InlineData("--technology", "keda", false)]
    [InlineData("--organization", "acme", true)]
    [InlineData("--topic", "streaming", false)]
    [InlineData("--kind", "talk", true)]
    [InlineData("--kind", "panel", false)]
    public async Task Filters_admit_and_refuse(string option, string value, bool admitted) =>
        (await _desk.RunAsync("search", "kepler", option, value, "-o", "jsonl")).Lines.Any(hit => hit.GetProperty("title").GetString() == "Kepler en vrai").ShouldBe(admitted);

    [Fact]
    public async Task A_topic_that_is_not_there_is_told()
    {
        var outcome = await _desk.RunAsync("search", "kepler", "--topic", "no-such-topic");

        outcome.Code.ShouldBe(ExitCode.Failed);
        outcome.Error.ShouldContain("'no-such-topic'");
    }

    [Fact]
    public async Task A_technology_alone_says_which_talks_are_wanted() =>
        (await _desk.RunAsync("search", "--technology", "keda", "-o", "jsonl")).Lines.ShouldHaveSingleItem().GetProperty("title").GetString().ShouldBe("KEDA sans peine");

    [Fact]
    public async Task Talks_that_answer_are_counted_by_their_values()
    {
        var rows = (await _desk.RunAsync("search", "profilage", "--count-by", "year,source", "-o", "jsonl")).Lines;
        var people = await _desk.RunAsync("search", "profilage", "--count-by", "source");

        rows.Select(row => $"{row.GetProperty("facet")} {row.GetProperty("value")} {row.GetProperty("count")}").ShouldBe(["year 2024 120", "source blog 120"]);
        people.Out.ReplaceLineEndings("\n").ShouldBe("source\n   120  blog\n");
        (await _desk.RunAsync("search", "profilage", "--count-by", "colour")).Code.ShouldBe(ExitCode.Usage);
    }

    [Fact]
    public async Task How_many_talks_answer_is_said_where_not_all_are_shown() =>
        (await _desk.RunAsync("search", "profilage")).Error.ShouldContain("10 of 120 talks");

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

    [Fact]
    public async Task A_hit_explains_itself_where_asked_to()
    {
        var hit = (await _desk.RunAsync("search", "kepler", "--explain", "-o", "jsonl")).Lines[0];
        var people = await _desk.RunAsync("search", "kepler", "--explain");

        var reason = hit.GetProperty("reasons")[0].GetString().ShouldNotBeNull();
        reason.ShouldStartWith("\"kepler\" as typed, in title");
        people.Out.ShouldContain(reason);
    }

    [Theory]
    [InlineData("keda", "talks/a~kepler-en-vrai", "is not among the hits", "The talk holds no form of \"keda\"")]
    [InlineData("kepler -vrai", "talks/a~kepler-en-vrai", "is not among the hits", "The query leaves out talks that hold vrai")]
    [InlineData("kepler", "talks/a~kepler-en-vrai", "is hit number 1.", "\"kepler\" as typed")]
    public async Task What_keeps_a_talk_out_is_said(string query, string talk, string place, string reason)
    {
        var outcome = await _desk.RunAsync("search", query, "--why-not", talk);

        outcome.Code.ShouldBe(ExitCode.Fine);
        outcome.Out.ShouldContain($"{talk} {place}");
        outcome.Out.ShouldContain(reason);
    }

    [Theory]
    [InlineData(ExitCode.Failed, "search", "kepler", "--why-not", "talks/none")]
    [InlineData(ExitCode.Usage, "search", "--why-not", "talks/a~kepler-en-vrai", "--year", "2024")]
    public async Task There_is_no_absence_without_talk_and_query(int code, params string[] args)
    {
        var outcome = await _desk.RunAsync(args);

        outcome.Code.ShouldBe(code);
        outcome.Error.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_was_taken_for_a_typing_error_is_said_beside_the_results()
    {
        var outcome = await _desk.RunAsync("search", "profilgae");

        outcome.Out.ShouldContain("Le profilage continu");
        outcome.Error.ShouldContain("Searched for 'profilage'.");
    }
}
