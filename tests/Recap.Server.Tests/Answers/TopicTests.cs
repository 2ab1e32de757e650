using System.Net;
using System.Text.Json;
using Grpc.Core;
using Recap.Protocol.V1;

namespace Recap.Server.Tests.Answers;

public sealed class TopicTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Topics_are_listed_with_the_number_of_talks_about_each_those_without_any_too()
    {
        await using var server = await RunningServer.StartAsync();

        var answer = await server.Grpc.ListTopicsAsync(new ListTopicsRequest { Filter = new TalkFilter { Sources = { "carnet" } } }, cancellationToken: Token);

        answer.Topics.Count.ShouldBe(answer.TotalSize);
        var ebpf = answer.Topics.Single(topic => topic.TopicId == "ebpf");
        (ebpf.Name, ebpf.DisplayName, ebpf.Group, ebpf.TalkCount).ShouldBe(("topics/ebpf", "eBPF et noyau", "Cloud et exploitation", 2));
        ebpf.Description.ShouldNotBeEmpty();
        answer.Topics.Single(topic => topic.TopicId == "rust").TalkCount.ShouldBe(0);
        server.Index.LastQuery!.Filter.Sources.ShouldBe(["carnet"]);
    }

    [Fact]
    public async Task Pages_lead_through_all_topics_without_a_double()
    {
        await using var server = await RunningServer.StartAsync();
        var seen = new List<string>();
        var request = new ListTopicsRequest { PageSize = 7 };
        do
        {
            var page = await server.Grpc.ListTopicsAsync(request, cancellationToken: Token);
            seen.AddRange(page.Topics.Select(topic => topic.TopicId));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        seen.ShouldBe(ShelfTopics.Instance.Taxonomy.Topics.Select(topic => topic.Id));
    }

    [Fact]
    public async Task A_page_token_holds_for_its_question_and_its_generation()
    {
        await using var server = await RunningServer.StartAsync();
        var first = await server.Grpc.ListTopicsAsync(new ListTopicsRequest { PageSize = 3 }, cancellationToken: Token);

        (await ReasonAsync(new ListTopicsRequest { PageToken = first.NextPageToken, LanguageCode = "en" })).ShouldBe("PAGE_TOKEN_INVALID");
        (await ReasonAsync(new ListTopicsRequest { PageToken = "bm9uZQ" })).ShouldBe("PAGE_TOKEN_INVALID");
        server.Index.Current = ShelfIndex.GenerationOf(4);
        (await ReasonAsync(new ListTopicsRequest { PageToken = first.NextPageToken })).ShouldBe("PAGE_TOKEN_EXPIRED");

        async Task<string> ReasonAsync(ListTopicsRequest request)
        {
            var error = await Should.ThrowAsync<RpcException>(async () => await server.Grpc.ListTopicsAsync(request, cancellationToken: Token));
            return error.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason;
        }
    }

    [Fact]
    public async Task A_topic_is_told_in_the_language_asked_for()
    {
        await using var server = await RunningServer.StartAsync();

        var french = await server.Grpc.GetTopicAsync(new GetTopicRequest { Name = "topics/data-engineering" }, cancellationToken: Token);
        var english = await server.Grpc.GetTopicAsync(new GetTopicRequest { Name = "topics/data-engineering", LanguageCode = "en-GB" }, cancellationToken: Token);

        french.DisplayName.ShouldNotBe(english.DisplayName);
        french.Group.ShouldBe("Données et IA");
        english.Group.ShouldBe("Data and AI");
    }

    [Theory]
    [InlineData("/v1/topics?filter.yearFrom=2020&pageSize=5&languageCode=en", HttpStatusCode.OK, "")]
    [InlineData("/v1/topics?pageSize=-1&filter.minAffinity=2", HttpStatusCode.BadRequest, "filter.min_affinity page_size")]
    [InlineData("/v1/topics/ebpf", HttpStatusCode.OK, "")]
    [InlineData("/v1/topics/alchemy", HttpStatusCode.NotFound, "")]
    [InlineData("/v1/topics/e%20bpf", HttpStatusCode.BadRequest, "name")]
    [InlineData("/v1/topics:score?text=Des%20sondes&minAffinity=0.5", HttpStatusCode.OK, "")]
    [InlineData("/v1/topics:score?minAffinity=lots", HttpStatusCode.BadRequest, "minAffinity")]
    [InlineData("/v1/topics:score?minAffinity=1.5&reasonCount=-1", HttpStatusCode.BadRequest, "text min_affinity reason_count")]
    [InlineData("/v1/topics:score?text=a&talk=talks/a~b", HttpStatusCode.BadRequest, "talk")]
    [InlineData("/v1/topics:score?talk=nonsense", HttpStatusCode.BadRequest, "talk")]
    [InlineData("/v1/topics:score?talk=talks/no~where", HttpStatusCode.NotFound, "")]
    [InlineData("/v1/queries:suggest?prefix=k&limit=3", HttpStatusCode.OK, "")]
    [InlineData("/v1/queries:suggest?limit=-3", HttpStatusCode.BadRequest, "limit")]
    public async Task Every_fault_of_an_address_is_named(string address, HttpStatusCode status, string fields)
    {
        await using var server = await RunningServer.StartAsync();

        using var answer = await server.Http.GetAsync(new Uri(address, UriKind.Relative), Token);

        answer.StatusCode.ShouldBe(status);
        (answer.Headers.ETag is not null).ShouldBe(status == HttpStatusCode.OK);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token));
        var faulty = status == HttpStatusCode.BadRequest
            ? json.RootElement.GetProperty("details")[1].GetProperty("fieldViolations").EnumerateArray().Select(fault => fault.GetProperty("field").GetString()!)
            : [];
        string.Join(' ', faulty).ShouldBe(fields);
    }

    [Fact]
    public async Task A_score_says_which_words_carried_it_strongest_first_and_no_more_than_wanted()
    {
        await using var server = await RunningServer.StartAsync();

        var text = await server.Grpc.ScoreTopicsAsync(new ScoreTopicsRequest { Title = "Sondes", Text = "du noyau", ReasonCount = 2 }, cancellationToken: Token);
        var talk = await server.Grpc.ScoreTopicsAsync(new ScoreTopicsRequest { Talk = Shelf.Sondes.Id, MinAffinity = 0.5f }, cancellationToken: Token);

        text.Scores.Select(score => score.TopicId).ShouldBe(["ebpf", "greenops"]);
        text.Scores[0].DisplayName.ShouldBe("eBPF et noyau");
        text.Scores[0].Reasons.Select(reason => (reason.Kind, reason.Text, reason.Weight)).ShouldBe([(TopicReasonKind.Technology, "eBPF", 2.5f), (TopicReasonKind.Words, "sondes", 1f)]);
        talk.Scores.ShouldHaveSingleItem().Reasons[2].Text.ShouldBe($"{Shelf.Sondes.Title} | {Shelf.Sondes.Text}");
    }

    [Fact]
    public async Task Talks_carry_their_topics_nearest_first()
    {
        await using var server = await RunningServer.StartAsync();

        var talk = await server.Grpc.GetTalkAsync(new GetTalkRequest { Name = Shelf.Kepler.Id }, cancellationToken: Token);

        talk.Topics.Select(topic => (topic.TopicId, topic.Affinity)).ShouldBe([("ebpf", 0.91f), ("greenops", 0.55f), ("security", 0.12f)]);
    }

    [Fact]
    public async Task Suggestions_say_what_they_name_and_what_to_search()
    {
        await using var server = await RunningServer.StartAsync();

        var answer = await server.Grpc.SuggestQueriesAsync(new SuggestQueriesRequest { Prefix = "k" }, cancellationToken: Token);
        var corrected = await server.Grpc.SuggestQueriesAsync(new SuggestQueriesRequest { Prefix = "kepller" }, cancellationToken: Token);

        answer.Suggestions.Select(suggestion => (suggestion.Query, suggestion.Label, suggestion.Kind, suggestion.TalkCount)).ShouldBe(
            [("Kepler", "Kepler", QuerySuggestionKind.Technology, 1), ("topic:ebpf", "eBPF et noyau", QuerySuggestionKind.Topic, 2)]);
        (answer.CorrectedQuery, corrected.CorrectedQuery).ShouldBe(("", "kepler"));
    }

    [Fact]
    public async Task A_search_tells_how_it_was_understood_and_names_topics_in_its_language()
    {
        await using var server = await RunningServer.StartAsync();

        var answer = await server.Grpc.SearchTalksAsync(
            new SearchTalksRequest { Query = "kepler", Facets = { FacetField.Topic }, LanguageCode = "fr" }, cancellationToken: Token);

        (answer.CorrectedQuery, answer.SuggestedQuery).ShouldBe(("képler", "keepler"));
        answer.Aliases.ShouldHaveSingleItem().Name.ShouldBe("Kepler");
        answer.Facets[0].Values.Select(value => (value.Value, value.Label)).ShouldContain(("greenops", ShelfTopics.Instance.Taxonomy.Find("greenops")!.Name.French));
    }
}
