using System.Net;
using System.Text.Json;

namespace Recap.Server.Tests.Http;

public sealed class AssetTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_widget_is_served_newest_and_under_names_that_never_change()
    {
        await using var server = await RunningServer.StartAsync();
        using var manifest = JsonDocument.Parse(await server.Http.GetStringAsync("/widget/manifest.json", Token));

        foreach (var file in manifest.RootElement.GetProperty("files").EnumerateObject())
        {
            using var newest = await GetAsync(server, $"/widget/{file.Name}");
            using var versioned = await GetAsync(server, $"/widget/{file.Value.GetProperty("versioned").GetString()}");

            newest.Headers.CacheControl!.NoCache.ShouldBeTrue();
            versioned.Headers.CacheControl!.ToString().ShouldContain("immutable");
            versioned.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
            (await versioned.Content.ReadAsByteArrayAsync(Token)).ShouldBe(await newest.Content.ReadAsByteArrayAsync(Token));
        }
    }

    [Fact]
    public async Task A_script_that_has_not_changed_is_not_sent_again()
    {
        await using var server = await RunningServer.StartAsync();
        using var first = await GetAsync(server, "/widget/recap.js");

        using var request = new HttpRequestMessage(HttpMethod.Get, "/widget/recap.js");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await server.Http.SendAsync(request, Token);

        first.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Robots_are_kept_from_asking_every_question()
    {
        await using var server = await RunningServer.StartAsync();

        (await server.Http.GetStringAsync("/robots.txt", Token)).ShouldContain("Disallow: /*?");
    }

    private static async Task<HttpResponseMessage> GetAsync(RunningServer server, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Origin", "https://blog.example");
        var answer = await server.Http.SendAsync(request, Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return answer;
    }
}
