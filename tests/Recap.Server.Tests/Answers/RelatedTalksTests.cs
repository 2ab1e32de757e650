using System.Net;
using System.Text.Json;
using Grpc.Core;
using Recap.Protocol.V1;

namespace Recap.Server.Tests.Answers;

public sealed class RelatedTalksTests
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

        using var answer = await server.Http.GetAsync(
            new Uri("/v1/talks:related?postUri=https://blog.example/nowhere/&limit=4&samePost=true&languageCode=fr&filter.yearFrom=2020", UriKind.Relative), Token);

        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, body.RootElement.ToString());
        body.RootElement.ToString().ShouldContain("PAGE_NOT_FOUND");
    }
}
