using System.Net;
using System.Text;
using System.Text.Json;

namespace Recap.Server.Tests.Http;

public sealed class JsonTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_search_by_get_answers_in_plain_json()
    {
        await using var server = await RunningServer.StartAsync();

        var (status, answer, text) = await GetAsync(server, "/v1/talks:search?query=kepler&pageSize=5&filter.kinds=TALK_KIND_KEYNOTE&filter.kinds=TALK_KIND_TALK&filter.year_from=2024");

        status.ShouldBe(HttpStatusCode.OK);
        answer.GetProperty("hits")[0].GetProperty("talk").GetProperty("name").GetString().ShouldBe(Shelf.Kepler.Id);
        answer.GetProperty("totalSize").GetInt32().ShouldBe(1);
        text.ShouldContain("Mesurer l’énergie");
        server.Index.LastQuery!.PageSize.ShouldBe(5);
        server.Index.LastQuery!.Filter.Kinds.Length.ShouldBe(2);
        server.Index.LastQuery!.Filter.YearFrom.ShouldBe(2024);
    }

    [Fact]
    public async Task A_search_by_post_answers_the_same()
    {
        await using var server = await RunningServer.StartAsync();

        var posted = await PostAsync(server, """{"query":"kepler","filter":{"events":["Native Harbor"]},"page_size":3}""");
        var got = await GetAsync(server, "/v1/talks:search?query=kepler&filter.events=Native%20Harbor&page_size=3");

        posted.Status.ShouldBe(HttpStatusCode.OK);
        posted.Text.ShouldBe(got.Text);
        server.Index.LastQuery!.Filter.Events.ShouldBe(["Native Harbor"]);
    }

    [Fact]
    public async Task A_talk_has_the_address_of_its_name()
    {
        await using var server = await RunningServer.StartAsync();

        var (status, answer, _) = await GetAsync(server, $"/v1/{Shelf.Kepler.Id}");

        status.ShouldBe(HttpStatusCode.OK);
        answer.GetProperty("event").GetProperty("displayName").GetString().ShouldBe("Native Harbor 2024");
    }

    [Theory]
    [InlineData("/v1/talks:search?page_size=-1", 400, 3, "REQUEST_INVALID", "page_size")]
    [InlineData("/v1/talks:search?page_size=ten", 400, 3, "REQUEST_INVALID", "page_size")]
    [InlineData("/v1/talks:search?pageSize=1&pageSize=2", 400, 3, "REQUEST_INVALID", "pageSize")]
    [InlineData("/v1/talks:search?filter.event=KubeCon", 400, 3, "REQUEST_INVALID", "filter.event")]
    [InlineData("/v1/talks:search?filter=KubeCon", 400, 3, "REQUEST_INVALID", "filter")]
    [InlineData("/v1/talks:search?filter.kinds=KEYNOTE", 400, 3, "REQUEST_INVALID", "filter.kinds")]
    [InlineData("/v1/talks:search?filter.kinds=TALK_KIND_UNSPECIFIED", 400, 3, "REQUEST_INVALID", "filter.kinds[0]")]
    [InlineData("/v1/talks:search?filter.year_to=12", 400, 3, "REQUEST_INVALID", "filter.year_to")]
    [InlineData("/v1/talks:search?exclude_notes=peut-être", 400, 3, "REQUEST_INVALID", "exclude_notes")]
    [InlineData("/v1/talks:search?page_token=nonsense", 400, 3, "PAGE_TOKEN_INVALID", "page_token")]
    [InlineData("/v1/talks:search?page_token=2%7C%7C1", 400, 3, "PAGE_TOKEN_EXPIRED", "page_token")]
    [InlineData("/v1/talks?order=TALK_ORDER_RELEVANCE", 400, 3, "REQUEST_INVALID", "order")]
    [InlineData("/v1/talks/a%2Fb", 400, 3, "REQUEST_INVALID", "name")]
    [InlineData("/v1/talks/a~b?name=talks/c", 400, 3, "REQUEST_INVALID", "name")]
    [InlineData("/v1/talks/no~where", 404, 5, "TALK_NOT_FOUND", null)]
    [InlineData("/v1/nothing/here", 404, 5, "METHOD_NOT_FOUND", null)]
    public async Task Errors_have_the_same_details_in_json(string path, int http, int code, string reason, string? field)
    {
        await using var server = await RunningServer.StartAsync();

        var (status, answer, text) = await GetAsync(server, path);

        ((int)status).ShouldBe(http, text);
        answer.GetProperty("code").GetInt32().ShouldBe(code);
        Detail(answer, "ErrorInfo").GetProperty("reason").GetString().ShouldBe(reason);
        if (field is not null)
        {
            Detail(answer, "BadRequest").GetProperty("fieldViolations")[0].GetProperty("field").GetString().ShouldBe(field);
        }
    }

    [Theory]
    [InlineData("{", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("""{"querry":"kepler"}""", "application/json")]
    [InlineData("""{"page_size":"many"}""", "application/json")]
    [InlineData("""{"query":"kepler"}""", "text/plain")]
    [InlineData("""{"query":"kepler"}""", "application/json; charset=utf-16")]
    public async Task A_body_that_is_no_request_is_invalid(string body, string contentType)
    {
        await using var server = await RunningServer.StartAsync();

        var (status, answer, _) = await PostAsync(server, body, contentType);

        status.ShouldBe(HttpStatusCode.BadRequest);
        Detail(answer, "BadRequest").GetProperty("fieldViolations")[0].GetProperty("field").GetString().ShouldBe("body");
        server.Index.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task A_body_that_nests_without_end_is_invalid()
    {
        await using var server = await RunningServer.StartAsync();
        var nested = string.Concat(Enumerable.Repeat("""{"filter":""", 5000)) + "1" + new string('}', 5000);

        (await PostAsync(server, nested)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_too_large_for_any_request_is_refused()
    {
        await using var server = await RunningServer.StartAsync();

        using var answer = await server.Http.PostAsync("/v1/talks:search", new StringContent(new string(' ', 2_000_000), Encoding.UTF8, "application/json"), Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadAsStringAsync(Token)).ShouldContain("Request body too large");
    }

    [Fact]
    public async Task A_failure_is_told_in_json_without_detail()
    {
        await using var server = await RunningServer.StartAsync();
        server.Index.Failure = new InvalidOperationException("password=hunter2");

        var (status, answer, text) = await GetAsync(server, "/v1/talks");

        status.ShouldBe(HttpStatusCode.InternalServerError);
        text.ShouldNotContain("hunter2");
        server.Log.Lines.ShouldHaveSingleItem().Text.ShouldContain(Detail(answer, "ErrorInfo").GetProperty("metadata").GetProperty("error_id").GetString()!);
    }

    [Fact]
    public async Task A_generation_that_cannot_be_read_is_unavailable()
    {
        await using var server = await RunningServer.StartAsync();
        server.Index.UnreadableGeneration = true;

        var (status, answer, text) = await GetAsync(server, "/v1/talks");

        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        Detail(answer, "ErrorInfo").GetProperty("reason").GetString().ShouldBe("INDEX_UNUSABLE");
        text.ShouldNotContain("segments_7");
    }

    [Fact]
    public async Task A_slow_answer_is_cut_short()
    {
        await using var server = await RunningServer.StartAsync(with: options => options with { CallTimeout = TimeSpan.FromMilliseconds(100) });
        server.Index.Before = token => Task.Delay(Timeout.InfiniteTimeSpan, token);

        var (status, answer, _) = await GetAsync(server, "/v1/talks");

        status.ShouldBe(HttpStatusCode.GatewayTimeout);
        Detail(answer, "ErrorInfo").GetProperty("reason").GetString().ShouldBe("CALL_TIMEOUT");
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer, string Text)> GetAsync(RunningServer server, string path)
    {
        using var answer = await server.Http.GetAsync(path, Token);
        return await ReadAsync(answer);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer, string Text)> PostAsync(RunningServer server, string body, string contentType = "application/json")
    {
        using var content = new StringContent(body);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(contentType);
        using var answer = await server.Http.PostAsync("/v1/talks:search", content, Token);
        return await ReadAsync(answer);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer, string Text)> ReadAsync(HttpResponseMessage answer)
    {
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        var text = await answer.Content.ReadAsStringAsync(Token);
        return (answer.StatusCode, JsonDocument.Parse(text).RootElement, text);
    }

    private static JsonElement Detail(JsonElement status, string type) =>
        status.GetProperty("details").EnumerateArray().Single(detail => detail.GetProperty("@type").GetString() == $"type.googleapis.com/google.rpc.{type}");
}
