using System.Net;
using System.Text.Json;
using Grpc.Core;
using Recap.Engine.Relating;
using Recap.Protocol.V1;

namespace Recap.Server.Tests.Answers;

public sealed class RelatedQuestionsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<SuggestRelatedTalksRequest, string> Faults => new()
    {
        { new SuggestRelatedTalksRequest(), "about" },
        { new SuggestRelatedTalksRequest { Talk = "kepler" }, "talk" },
        { new SuggestRelatedTalksRequest { PostUri = " " }, "post_uri" },
        { new SuggestRelatedTalksRequest { Text = "" }, "text" },
        { new SuggestRelatedTalksRequest { Talk = "talks/a", Limit = -1 }, "limit" },
        { new SuggestRelatedTalksRequest { Talk = "talks/a", View = (TalkView)9 }, "view" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_faulty_question_names_its_field(SuggestRelatedTalksRequest request, string field)
    {
        await using var server = await RunningServer.StartAsync();

        var error = await Should.ThrowAsync<RpcException>(async () => await server.Grpc.SuggestRelatedTalksAsync(request, cancellationToken: Token));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.ShouldContain(violation => violation.Field == field);
    }

    [Fact]
    public async Task A_page_asks_by_address_and_reads_groups_and_generation()
    {
        await using var server = await RunningServer.StartAsync();

        var body = await GetAsync(server, "/v1/talks:related?postUri=https://blog.example/2024/&limit=4&samePost=true&languageCode=fr&filter.yearFrom=2020");

        body.GetProperty("generation").GetProperty("number").GetInt64().ShouldBe(3);
        var suggestion = body.GetProperty("groups")[0].GetProperty("suggestions")[0];
        suggestion.GetProperty("reasons")[0].GetProperty("kind").GetString().ShouldBe("RELATED_REASON_KIND_TECHNOLOGY");
        suggestion.GetProperty("reasons")[0].GetProperty("words").GetString().ShouldBe("Même technologie : eBPF");
    }

    [Fact]
    public async Task An_address_that_no_post_has_is_no_error_since_pages_ask_before_they_are_indexed()
    {
        var shelf = Shelf.Index();
        shelf.RelatedFailure = new PageNotFoundException("/nowhere");
        await using var server = await RunningServer.StartAsync(shelf);

        var answer = await server.Grpc.SuggestRelatedTalksAsync(new SuggestRelatedTalksRequest { PostUri = "/nowhere" }, cancellationToken: Token);

        answer.Groups.ShouldBeEmpty();
        answer.Generation.Number.ShouldBe(3);
    }

    private static async Task<JsonElement> GetAsync(RunningServer server, string address)
    {
        using var answer = await server.Http.GetAsync(new Uri(address, UriKind.Relative), Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token)).RootElement;
    }
}
