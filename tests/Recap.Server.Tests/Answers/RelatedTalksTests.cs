using System.Net;
using System.Text.Json;
using Recap.Protocol.V1;

namespace Recap.Server.Tests.Answers;

public sealed class RelatedTalksTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_suggestion_says_why_in_data_and_in_words()
    {
        await using var server = await RunningServer.StartAsync();

        var answer = await server.Grpc.SuggestRelatedTalksAsync(new SuggestRelatedTalksRequest { Talk = Shelf.Kepler.Id }, cancellationToken: Token);

        var group = answer.Groups.ShouldHaveSingleItem();
        group.About.Name.ShouldBe(Shelf.Kepler.Id);
        var suggestion = group.Suggestions.ShouldHaveSingleItem();
        suggestion.Talk.Name.ShouldBe(Shelf.Sondes.Id);
        var reason = suggestion.Reasons.ShouldHaveSingleItem();
        (reason.Kind, reason.Words).ShouldBe((RelatedReasonKind.Technology, "Même technologie : eBPF"));
        reason.Labels.ShouldBe(["eBPF"]);
    }

    [Fact]
    public async Task Nothing_close_has_its_reason()
    {
        await using var server = await RunningServer.StartAsync(new ShelfIndex(Shelf.Kepler));

        var answer = await server.Grpc.SuggestRelatedTalksAsync(new SuggestRelatedTalksRequest { Talk = Shelf.Kepler.Id }, cancellationToken: Token);

        answer.Groups.ShouldHaveSingleItem().EmptyReason.ShouldBe(EmptyReason.NoCloseTalk);
    }

    [Theory]
    [InlineData("?talk=talks/2024-03-19-paris~kepler&limit=4&samePost=true&languageCode=en", HttpStatusCode.OK)]
    [InlineData("?postUri=https://blog.example/2024/03/19/%23kepler&limit=4", HttpStatusCode.OK)]
    [InlineData("?limit=4", HttpStatusCode.BadRequest)]
    [InlineData("?talk=nonsense", HttpStatusCode.BadRequest)]
    [InlineData("?talk=talks/a~b&limit=-1", HttpStatusCode.BadRequest)]
    [InlineData("?talk=talks/a~b&post=x", HttpStatusCode.BadRequest)]
    [InlineData("?talk=talks/no~where", HttpStatusCode.NotFound)]
    public async Task A_page_asks_by_get(string parameters, HttpStatusCode status)
    {
        await using var server = await RunningServer.StartAsync();

        using var answer = await server.Http.GetAsync($"/v1/talks:related{parameters}", Token);

        answer.StatusCode.ShouldBe(status);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token));
        json.RootElement.TryGetProperty("groups", out _).ShouldBe(status == HttpStatusCode.OK);
        (answer.Headers.ETag is not null).ShouldBe(status == HttpStatusCode.OK);
    }
}
