namespace Recap.Cli.Tests;

/// <summary>The topics that talks are scored by. The desk knows two: ebpf and autoscaling.</summary>
public sealed class TopicsTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Topics_are_listed_with_both_names()
    {
        var outcome = await _desk.RunAsync("topics", "list", "-o", "jsonl");

        outcome.Code.ShouldBe(ExitCode.Fine);
        outcome.Lines.Select(line => line.GetProperty("id").GetString()).ShouldBe(["ebpf", "autoscaling"]);
        outcome.Lines[0].GetProperty("name").GetProperty("fr").GetString().ShouldBe("eBPF et noyau");
    }

    [Fact]
    public async Task A_topic_shows_what_speaks_of_it()
    {
        var outcome = await _desk.RunAsync("topics", "show", "ebpf", "-o", "json");

        outcome.Json.GetProperty("examples").GetInt32().ShouldBe(5);
        outcome.Json.GetProperty("technologies").EnumerateArray().Select(name => name.GetString()).ShouldContain("Cilium");
        (await _desk.RunAsync("topics", "show", "tea")).ShouldSatisfyAllConditions(
            unknown => unknown.Code.ShouldBe(ExitCode.Failed),
            unknown => unknown.Error.ShouldContain("'tea'"));
    }

    [Fact]
    public async Task A_batch_gets_every_affinity_and_the_model_is_trained_once()
    {
        _desk.Write("talks.tsv", "id\ttitle\ttext\n1\teBPF dans le noyau\tDes sondes.\n2\tAutoscaling\t\n");

        var first = await _desk.RunAsync("topics", "score", "--batch", "talks.tsv", "-o", "jsonl");
        var second = await _desk.RunAsync("topics", "score", "--batch", "talks.tsv", "-o", "jsonl");

        first.Error.ShouldContain("Training the topic model");
        second.Error.ShouldBeEmpty();
        second.Out.ShouldBe(first.Out);
        first.Lines[0].GetProperty("topics").GetProperty("ebpf").GetSingle().ShouldBeGreaterThan(first.Lines[0].GetProperty("topics").GetProperty("autoscaling").GetSingle());
        File.Exists(Path.Combine(_desk.Folder, ".recap", "topics.model")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_table_gives_the_words_that_carried_an_affinity()
    {
        var outcome = await _desk.RunAsync("topics", "score", "Dans", "le", "noyau");

        outcome.Code.ShouldBe(ExitCode.Fine);
        outcome.Out.ShouldContain("noyau +");
    }

    [Fact]
    public async Task An_index_can_be_filled_and_searched_by_topics_of_ones_own()
    {
        _desk.Tell("posts/a.md", "Moudre le café", "Infuser le thé").Write("own/topics.json", """
            {
              "groups": [ { "id": "all", "name": { "fr": "Tout", "en": "All" } } ],
              "topics": [
                { "id": "tea", "group": "all", "parents": [], "name": { "fr": "Thé", "en": "Tea" }, "description": { "fr": "Feuilles.", "en": "Leaves." } },
                { "id": "coffee", "group": "all", "parents": [], "name": { "fr": "Café", "en": "Coffee" }, "description": { "fr": "Tasse.", "en": "Cup." } }
              ]
            }
            """).Write("own/examples/all.tsv", "language\ttopics\ttitle\ttext\n" + string.Concat(Enumerable.Range(0, 8).Select(i =>
                $"fr\tcoffee\tMoudre le café {i}\tUn moulin et {i} grains.\nfr\ttea\tInfuser le thé {i}\tDes feuilles, {i} minutes.\n")));
        Surroundings WithOwn(Surroundings usual) => usual with { Variable = name => name == "RECAP_TOPICS" ? "own" : null };

        (await _desk.RunAsync(WithOwn, "reindex", "posts")).Code.ShouldBe(ExitCode.Fine);
        var found = await _desk.RunAsync(WithOwn, "search", "topic:coffee", "-o", "jsonl");

        found.Lines.ShouldHaveSingleItem().GetProperty("title").GetString().ShouldBe("Moudre le café");
        (await _desk.RunAsync(WithOwn, "topics", "list", "-o", "jsonl")).Lines.Select(line => line.GetProperty("id").GetString()).ShouldBe(["tea", "coffee"]);
    }

    [Fact]
    public async Task Topics_of_ones_own_that_are_not_there_are_told_with_the_variable()
    {
        var outcome = await _desk.RunAsync(usual => usual with { Variable = name => name == "RECAP_TOPICS" ? "nowhere" : null }, "topics", "list");

        outcome.Code.ShouldBe(ExitCode.Failed);
        outcome.Error.ShouldContain("nowhere");
        outcome.Error.ShouldContain("RECAP_TOPICS");
    }

    [Fact]
    public async Task A_fault_in_topics_of_ones_own_stops_a_reindex_with_its_line()
    {
        _desk.Tell("posts/a.md", "Moudre le café").Write("own/topics.json", "{").Write("own/examples/all.tsv", "language\ttopics\ttitle\ttext\n");

        var outcome = await _desk.RunAsync(usual => usual with { Variable = name => name == "RECAP_TOPICS" ? "own" : null }, "reindex", "posts");

        outcome.Code.ShouldBe(ExitCode.Failed);
        outcome.Error.ShouldContain("topics.json:1: error RCP3003");
    }

    [Theory]
    [InlineData("id\ttitle\n1\tA\n", "talks.tsv:1:")]
    [InlineData("id\ttitle\ttext\n1\tA\n", "talks.tsv:2:")]
    public async Task A_bad_batch_is_refused_by_line(string content, string where)
    {
        _desk.Write("talks.tsv", content);

        var outcome = await _desk.RunAsync("topics", "score", "--batch", "talks.tsv");

        outcome.Code.ShouldBe(ExitCode.Failed);
        outcome.Error.ShouldContain(where);
    }

    [Fact]
    public async Task A_taxonomy_of_ones_own_is_trained_and_measured()
    {
        _desk.Write("mine/topics.json", """
            {"groups":[{"id":"g","name":{"fr":"G","en":"G"}}],"topics":[
            {"id":"tea","group":"g","name":{"fr":"Thé","en":"Tea"},"description":{"fr":"T","en":"T"}},
            {"id":"coffee","group":"g","name":{"fr":"Café","en":"Coffee"},"description":{"fr":"C","en":"C"}}]}
            """);
        var rows = string.Concat(Enumerable.Repeat("fr\ttea\tThé vert\tDu thé.\nfr\tcoffee\tCafé noir\tDu café.\n", 5));
        _desk.Write("mine/examples/drinks.tsv", $"language\ttopics\ttitle\ttext\n{rows}").Write("gold.tsv", $"language\ttopics\ttitle\ttext\n{rows}");

        var trained = await _desk.RunAsync("topics", "train", "--data", "mine", "-o", "json");
        var measured = await _desk.RunAsync("topics", "evaluate", "gold.tsv", "--data", "mine", "--svg", "r.svg", "-o", "json");

        trained.Json.GetProperty("topics").GetInt32().ShouldBe(2);
        measured.Error.ShouldBeEmpty();
        measured.Json.GetProperty("mean_average_precision").GetDouble().ShouldBe(1);
        File.ReadAllText(Path.Combine(_desk.Folder, "r.svg")).ShouldStartWith("<svg");

        _desk.Write("talks.tsv", "title\tevent\tyear\tlanguage\ttrack\ttopics\nThé noir\tC\t2020\tfr\tT\ttea\nThé vert\tC\t2021\tfr\tT\ttea\nCoffee\tC\t2022\ten\tT\tcoffee\n");
        var later = await _desk.RunAsync("topics", "evaluate", "talks.tsv", "--until", "2020", "--data", "mine", "-o", "json");
        later.Json.GetProperty("texts").GetInt32().ShouldBe(2);
        later.Json.GetProperty("languages").EnumerateArray().Select(figures => figures.GetProperty("language").GetString()).ShouldBe(["en", "fr"]);

        var never = await _desk.RunAsync("topics", "evaluate", "talks.tsv", "--until", "2030", "--data", "mine");
        never.Code.ShouldBe(ExitCode.Failed);
        never.Error.ShouldContain("after 2030");
    }

    [Fact]
    public async Task Bad_data_is_refused_with_every_file_and_line()
    {
        _desk.Write("mine/topics.json", """{"groups":[{"id":"g","name":{"fr":"G","en":"G"}}],"topics":[{"id":"tea","group":"g","name":{"fr":"T","en":"T"},"description":{"fr":"T","en":"T"}}]}""")
            .Write("mine/examples/x.tsv", "language\ttopics\ttitle\ttext\nfr\tmilk\tA\tB\nfr\ttea\tA\t\n");

        var outcome = await _desk.RunAsync("topics", "train", "--data", "mine");

        outcome.Code.ShouldBe(ExitCode.Failed);
        outcome.Error.ShouldContain("examples/x.tsv:2: error RCP3005");
        outcome.Error.ShouldContain("examples/x.tsv:3: error RCP3006");
    }

    [Fact]
    public async Task Talks_are_printed_with_their_topics()
    {
        _desk.Tell("blog/a.md", "Autoscaling avec KEDA");

        var outcome = await _desk.RunAsync("talks", "blog", "-o", "jsonl");

        outcome.Lines[0].GetProperty("topics").GetProperty("autoscaling").GetSingle().ShouldBeGreaterThan(0.5f);
    }

    [Fact]
    public async Task A_dry_run_leaves_no_model_behind()
    {
        _desk.Tell("blog/a.md", "Autoscaling avec KEDA");

        await _desk.RunAsync("reindex", "blog", "--dry-run");

        Directory.Exists(Path.Combine(_desk.Folder, ".recap")).ShouldBeFalse();
    }
}
