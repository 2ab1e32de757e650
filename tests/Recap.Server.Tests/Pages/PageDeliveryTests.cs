using System.Net;

namespace Recap.Server.Tests.Pages;

public sealed class PageDeliveryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/talks/2024-03-19-paris~kepler")]
    [InlineData("/feed.xml")]
    public async Task Who_asks_for_the_head_alone_gets_it(string address)
    {
        await using var server = await RunningServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, address);

        using var answer = await server.Http.SendAsync(request, Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.ETag.ShouldNotBeNull();
        (await answer.Content.ReadAsByteArrayAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_slow_answer_becomes_a_page_that_says_so()
    {
        await using var server = await RunningServer.StartAsync(with: options => options with { CallTimeout = TimeSpan.FromMilliseconds(100) });
        server.Index.Before = token => Task.Delay(Timeout.InfiniteTimeSpan, token);

        var page = await Html.GetAsync(server, "/?q=e");

        page.Status.ShouldBe(HttpStatusCode.GatewayTimeout);
        page.Text.ShouldContain("Le site ne peut pas répondre");
        server.Log.Lines.ShouldHaveSingleItem().Event.ShouldBe(2);
    }

    [Fact]
    public async Task A_broken_index_becomes_a_page_without_detail()
    {
        await using var server = await RunningServer.StartAsync();
        server.Index.UnreadableGeneration = true;

        var page = await Html.GetAsync(server, "/");

        page.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        page.Source.ShouldNotContain("segments_7");
    }

    [Theory]
    [InlineData("POST", "/")]
    [InlineData("DELETE", "/talks/2024-03-19-paris~kepler")]
    public async Task Pages_are_only_read(string method, string address)
    {
        await using var server = await RunningServer.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), address);

        using var answer = await server.Http.SendAsync(request, Token);

        answer.IsSuccessStatusCode.ShouldBeFalse();
        server.Index.Asked.ShouldBe(0);
    }
}
