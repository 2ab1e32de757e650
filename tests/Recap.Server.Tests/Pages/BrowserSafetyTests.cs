using System.Net;

namespace Recap.Server.Tests.Pages;

public sealed class BrowserSafetyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/talks/2024-03-19-paris~kepler")]
    [InlineData("/status")]
    [InlineData("/nothing")]
    [InlineData("/v1/talks")]
    [InlineData("/feed.xml")]
    public async Task Every_answer_tells_the_browser_to_run_nothing_foreign(string address)
    {
        await using var server = await RunningServer.StartAsync();

        using var answer = await server.Http.GetAsync(address, Token);

        var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("require-trusted-types-for 'script'");
        policy.ShouldNotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.Contains("Referrer-Policy").ShouldBeTrue();
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task Pages_carry_neither_inline_style_nor_inline_script()
    {
        await using var server = await RunningServer.StartAsync();

        foreach (var address in (string[])["/", "/?q=e&kind=keynote", "/talks/2024-03-19-paris~kepler", "/topics", "/topics/events", "/status", "/nothing"])
        {
            var source = (await Html.GetAsync(server, address)).Source
                .Replace("<script type=\"application/ld+json\">", "", StringComparison.Ordinal)
                .Replace("<script type=\"module\" src=\"/widget/recap.", "", StringComparison.Ordinal);

            source.ShouldNotContain("<script");
            source.ShouldNotContain("<style");
            source.ShouldNotContain(" style=");
            source.ShouldNotContain(" onclick");
        }
    }

    [Fact]
    public async Task What_dresses_the_pages_is_kept_for_ever_under_an_address_of_its_own()
    {
        await using var server = await RunningServer.StartAsync();
        var page = await Html.GetAsync(server, "/");
        var style = page.Source.Split("<link rel=\"stylesheet\" href=\"")[1].Split('"')[0];

        using var answer = await server.Http.GetAsync(style, Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
        answer.Content.Headers.ContentLength!.Value.ShouldBeLessThan(12_000);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/v1/talks")]
    [InlineData("/feed.json")]
    public async Task What_is_text_travels_compressed(string address)
    {
        await using var server = await RunningServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Encoding", "br");

        using var answer = await server.Http.SendAsync(request, Token);

        answer.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        answer.Headers.Vary.ShouldContain("Accept-Encoding");
    }
}
