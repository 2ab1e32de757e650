using System.Net;

namespace Recap.Server.Tests.Http;

public sealed class OtherSitesTests
{
    private const string Blog = "https://blog.example";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task By_default_any_page_may_read_without_credentials()
    {
        await using var server = await RunningServer.StartAsync();

        using var answer = await SendAsync(server, HttpMethod.Get, "/v1/talks", Blog);

        Header(answer, "Access-Control-Allow-Origin").ShouldBe("*");
        Header(answer, "Access-Control-Allow-Credentials").ShouldBeNull();
        Header(answer, "Access-Control-Expose-Headers").ShouldNotBeNull().ShouldContain("grpc-status-details-bin");
    }

    [Theory]
    [InlineData(Blog, Blog)]
    [InlineData("https://other.example", null)]
    public async Task An_operator_may_name_the_sites_that_read(string origin, string? allowed)
    {
        await using var server = await RunningServer.StartAsync(with: options => options with { AllowedOrigins = [Blog] });

        using var answer = await SendAsync(server, HttpMethod.Get, "/v1/talks", origin);

        Header(answer, "Access-Control-Allow-Origin").ShouldBe(allowed);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task No_site_is_named_no_site_reads()
    {
        await using var server = await RunningServer.StartAsync(with: options => options with { AllowedOrigins = [] });

        using var answer = await SendAsync(server, HttpMethod.Get, "/v1/talks", Blog);

        Header(answer, "Access-Control-Allow-Origin").ShouldBeNull();
    }

    [Fact]
    public async Task An_error_may_be_read_too()
    {
        await using var server = await RunningServer.StartAsync();

        using var answer = await SendAsync(server, HttpMethod.Get, "/v1/talks?page_size=-1", Blog);

        Header(answer, "Access-Control-Allow-Origin").ShouldBe("*");
    }

    [Theory]
    [InlineData("/v1/talks", null, "*")]
    [InlineData("/v1/talks", Blog, "*")]
    [InlineData("/v1/talks", Blog, Blog)]
    [InlineData("/v1/talks?page_size=-1", null, "*")]
    [InlineData("/feed.json", null, "*")]
    public async Task What_other_sites_may_read_is_never_kept_for_one_of_them_alone(string path, string? origin, string allowed)
    {
        await using var server = await RunningServer.StartAsync(with: options => options with { AllowedOrigins = [allowed, "https://two.example"] });

        using var answer = await SendAsync(server, HttpMethod.Get, path, origin);

        answer.Headers.Vary.Count(value => value == "Origin").ShouldBe(1);
    }

    [Fact]
    public async Task Grpc_web_passes_its_preflight()
    {
        await using var server = await RunningServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Options, "/recap.v1.TalkSearchService/SearchTalks");
        request.Headers.Add("Origin", Blog);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type,x-grpc-web,grpc-timeout");

        using var answer = await server.Http.SendAsync(request, Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        Header(answer, "Access-Control-Allow-Origin").ShouldBe("*");
        Header(answer, "Access-Control-Allow-Headers").ShouldNotBeNull().ShouldContain("x-grpc-web");
        Header(answer, "Access-Control-Max-Age").ShouldBe("7200");
    }

    private static async Task<HttpResponseMessage> SendAsync(RunningServer server, HttpMethod method, string path, string? origin)
    {
        using var request = new HttpRequestMessage(method, path);
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await server.Http.SendAsync(request, Token);
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
