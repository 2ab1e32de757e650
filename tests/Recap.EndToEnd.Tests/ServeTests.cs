using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Grpc.Core;
using Recap.Protocol.V1;

namespace Recap.EndToEnd.Tests;

public sealed class ServeTests(ServedSample sample) : IClassFixture<ServedSample>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ebpf", "ebpf")]
    [InlineData("kepler consommation", "kepler")]
    [InlineData("autoscaling keda", "keda")]
    public async Task A_grpc_client_searches_and_gets_a_talk(string query, string word)
    {
        var found = await sample.Grpc.SearchTalksAsync(new SearchTalksRequest { Query = query, PageSize = 5 }, cancellationToken: Token);
        var talk = await sample.Grpc.GetTalkAsync(new GetTalkRequest { Name = found.Hits[0].Talk.Name }, cancellationToken: Token);

        found.Hits.Count.ShouldBe(5);
        (talk.Title + talk.Text).ShouldContain(word, Case.Insensitive);
        talk.Origin.Source.ShouldBe("sample");
    }

    [Fact]
    public async Task Pages_lead_through_the_whole_catalogue_without_a_double()
    {
        var names = new List<string>();
        var token = "";
        do
        {
            var page = await sample.Grpc.ListTalksAsync(new ListTalksRequest { PageSize = 50, PageToken = token }, cancellationToken: Token);
            names.AddRange(page.Talks.Select(talk => talk.Name));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        names.Count.ShouldBeGreaterThan(90);
        names.Distinct(StringComparer.Ordinal).Count().ShouldBe(names.Count);
    }

    [Fact]
    public async Task A_browser_finds_the_same_in_json()
    {
        using var http = new HttpClient { BaseAddress = sample.HttpAddress };

        var found = await http.GetFromJsonAsync<JsonElement>("/v1/talks:search?query=ebpf&pageSize=3", Token);

        var grpc = await sample.Grpc.SearchTalksAsync(new SearchTalksRequest { Query = "ebpf", PageSize = 3 }, cancellationToken: Token);
        found.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("talk").GetProperty("name").GetString())
            .ShouldBe(grpc.Hits.Select(hit => hit.Talk.Name));
    }

    [Fact]
    public async Task Topics_are_counted_and_a_text_says_what_it_is_about()
    {
        var topics = await sample.Grpc.ListTopicsAsync(new ListTopicsRequest(), cancellationToken: Token);
        var about = await sample.Grpc.ScoreTopicsAsync(new ScoreTopicsRequest { Text = "Des sondes eBPF dans le noyau, avec Cilium." }, cancellationToken: Token);
        var nearest = await sample.Grpc.SearchTalksAsync(
            new SearchTalksRequest { Filter = new TalkFilter { Topics = { "ebpf" } }, Order = TalkOrder.Affinity, View = TalkView.Basic }, cancellationToken: Token);

        topics.Topics.Single(topic => topic.TopicId == "ebpf").TalkCount.ShouldBe(nearest.TotalSize);
        about.Scores[0].TopicId.ShouldBe("ebpf");
        about.Scores[0].Reasons.ShouldContain(reason => reason.Text == "eBPF" && reason.Weight > 0);
        var affinities = nearest.Hits.Select(hit => MathF.Round(hit.Talk.Topics.Single(topic => topic.TopicId == "ebpf").Affinity, 3)).ToArray();
        affinities.ShouldBe(affinities.OrderDescending());
    }

    [Fact]
    public async Task What_is_typed_is_completed_corrected_and_explained()
    {
        var suggestions = await sample.Grpc.SuggestQueriesAsync(new SuggestQueriesRequest { Prefix = "kube" }, cancellationToken: Token);
        var found = await sample.Grpc.SearchTalksAsync(new SearchTalksRequest { Query = "kubernets", PageSize = 1, Explain = true }, cancellationToken: Token);

        suggestions.Suggestions.Select(suggestion => suggestion.Label).ShouldContain("Kubernetes");
        found.CorrectedQuery.ShouldBe("kubernetes");
        found.Hits[0].Explanation.Words[0].ShouldContain("kubernets");
    }

    [Fact]
    public async Task An_unknown_talk_is_not_found_in_both_tongues()
    {
        using var http = new HttpClient { BaseAddress = sample.HttpAddress };

        var json = await http.GetAsync(new Uri("/v1/talks/nobody~nothing", UriKind.Relative), Token);
        var grpc = await Should.ThrowAsync<RpcException>(() =>
            sample.Grpc.GetTalkAsync(new GetTalkRequest { Name = "talks/nobody~nothing" }, cancellationToken: Token).ResponseAsync);

        json.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        grpc.StatusCode.ShouldBe(StatusCode.NotFound);
    }

    [Fact]
    public async Task The_tool_answers_from_the_same_index_while_it_is_served()
    {
        var ended = await Command.RecapAsync(sample.Folder, "search", "ebpf", "--limit", "1", "-o", "jsonl");

        ended.Code.ShouldBe(0, ended.Error);
        var served = await sample.Grpc.SearchTalksAsync(new SearchTalksRequest { Query = "ebpf", PageSize = 1 }, cancellationToken: Token);
        JsonDocument.Parse(ended.Out).RootElement.GetProperty("id").GetString().ShouldBe(served.Hits[0].Talk.Name);
    }

    [Fact]
    public async Task A_client_in_node_that_knows_only_the_address_searches_and_gets_a_talk()
    {
        var installed = Directory.Exists(Path.Combine(Checkout.NodeClient, "node_modules"));
        Assert.SkipUnless(installed || Checkout.IsCi, "run 'npm install --no-package-lock' in tests/node-client first");

        var ended = await Command.RunAsync(Checkout.NodeClient, "node", "search.mjs", sample.GrpcAuthority, "ebpf");

        ended.Code.ShouldBe(0, ended.Error);
        var answer = JsonDocument.Parse(ended.Out).RootElement;
        answer.GetProperty("titles").GetArrayLength().ShouldBe(3);
        answer.GetProperty("talk").GetProperty("title").GetString().ShouldBe(answer.GetProperty("titles")[0].GetString());
        answer.GetProperty("talk").GetProperty("text").GetString().ShouldNotBeNullOrEmpty();
    }
}
