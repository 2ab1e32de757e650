using System.Net;
using System.Net.Http.Headers;

namespace Recap.Server.Tests.Http;

public sealed class CachingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/v1/talks")]
    [InlineData("/v1/talks:search?query=kepler")]
    [InlineData("/v1/talks/2024-03-19-paris~kepler")]
    public async Task What_was_told_holds_until_the_index_changes(string path)
    {
        await using var server = await RunningServer.StartAsync();
        using var first = await server.Http.GetAsync(path, Token);
        var tag = first.Headers.ETag.ShouldNotBeNull();
        var asked = server.Index.Asked;

        using var second = await GetAsync(server, path, tag);
        server.Index.Current = ShelfIndex.GenerationOf(4);
        using var third = await GetAsync(server, path, tag);

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        second.Headers.ETag.ShouldBe(tag);
        (await second.Content.ReadAsByteArrayAsync(Token)).ShouldBeEmpty();
        third.StatusCode.ShouldBe(HttpStatusCode.OK);
        third.Headers.ETag.ShouldNotBe(tag);
        server.Index.Asked.ShouldBe(asked + 1);
    }

    [Fact]
    public async Task An_index_begun_anew_has_another_tag_at_the_same_number()
    {
        await using var server = await RunningServer.StartAsync();
        using var first = await server.Http.GetAsync("/v1/talks", Token);
        server.Index.Current = server.Index.Current with { BuiltAt = DateTimeOffset.UnixEpoch.AddDays(100) };

        using var second = await GetAsync(server, "/v1/talks", first.Headers.ETag!);

        second.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Errors_are_not_kept()
    {
        await using var server = await RunningServer.StartAsync();

        using var answer = await server.Http.GetAsync("/v1/talks/no~where", Token);

        answer.Headers.ETag.ShouldBeNull();
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory]
    [InlineData(0, "no-cache, public")]
    [InlineData(60, "public, max-age=60")]
    public async Task How_long_an_answer_is_kept_unasked_is_the_operators_choice(int seconds, string cacheControl)
    {
        await using var server = await RunningServer.StartAsync(with: options => options with { CacheFor = TimeSpan.FromSeconds(seconds) });

        using var answer = await server.Http.GetAsync("/v1/talks", Token);

        answer.Headers.CacheControl!.ToString().ShouldBe(CacheControlHeaderValue.Parse(cacheControl).ToString());
    }

    private static async Task<HttpResponseMessage> GetAsync(RunningServer server, string path, EntityTagHeaderValue held)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(held);
        return await server.Http.SendAsync(request, Token);
    }
}
