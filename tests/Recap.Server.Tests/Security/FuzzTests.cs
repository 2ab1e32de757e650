using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Recap.Server.Tests.Indexing;

namespace Recap.Server.Tests.Security;

/// <summary>
/// Hostile requests, as bytes, to JSON and to gRPC: whatever is sent, only documented statuses come back.
/// <c>RECAP_FUZZ_REQUESTS</c> says how many; 500 otherwise.
/// </summary>
public sealed class FuzzTests
{
    private static readonly string[] Paths =
        ["/v1/talks:search", "/v1/talks", "/v1/talks/x", "/v1/talks:related", "/", "/feed.xml", "/feed.json", "/status", "/talks/..%2f..%2fetc", "/v1/%00", "/widget/..%5c..%5cx"];

    private static readonly string[] Calls = ["TalkSearchService/SearchTalks", "TalkSearchService/GetTalk", "TalkIndexService/Reindex", "TalkIndexService/DeletePosts", "Nothing/Here"];

    private readonly Random _random = new(8);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static int Requests =>
        int.TryParse(Environment.GetEnvironmentVariable("RECAP_FUZZ_REQUESTS"), CultureInfo.InvariantCulture, out var requests) ? requests : 500;

    [Fact]
    public async Task Whatever_is_sent_only_documented_statuses_come_back()
    {
        await using var server = await PushServer.StartAsync(options => options with { RequestsPerSecond = 0 });
        var key = server.Key();
        for (var i = 0; i < Requests; i++)
        {
            using var request = i % 2 == 0 ? Json(server) : Grpc(server, key);
            var sent = $"{i}: {request.Method} {request.RequestUri}";
            using var response = await server.Http.SendAsync(request, Cancel);
            ((int)response.StatusCode).ShouldBeLessThan(500, sent);
            if (response.Headers.TryGetValues("grpc-status", out var status))
            {
                // UNKNOWN and INTERNAL are what the gRPC layer says of bytes that are no message of the call.
                status.Single().ShouldBeOneOf("0", "1", "2", "3", "4", "5", "7", "8", "9", "10", "12", "13", "16");
            }
        }

        (await server.TitlesAsync()).ShouldBeEmpty();
        server.Log.Lines.ShouldBeEmpty("nothing failed inside");
    }

    private HttpRequestMessage Json(PushServer server)
    {
        var query = _random.Next(2) == 0 ? "" : $"?{Uri.EscapeDataString(Text(10))}={Uri.EscapeDataString(Text(3000))}&query={Uri.EscapeDataString(Text(500))}";
        var request = new HttpRequestMessage(_random.Next(3) == 0 ? HttpMethod.Post : HttpMethod.Get, new Uri(server.Addresses.Http, Paths[_random.Next(Paths.Length)] + query)) { Version = HttpVersion.Version11 };
        if (request.Method == HttpMethod.Post)
        {
            request.Content = new ByteArrayContent(_random.Next(2) == 0 ? Bytes(2000) : Encoding.UTF8.GetBytes($"{{\"query\":\"{Convert.ToHexString(Bytes(50))}\",\"pageSize\":{_random.Next()},\"filter\":{new string('[', _random.Next(200))}"));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return request;
    }

    private HttpRequestMessage Grpc(PushServer server, string key)
    {
        var body = Bytes(1000);
        var framed = _random.Next(2) == 0 ? body : [0, 0, 0, (byte)(body.Length >> 8), (byte)body.Length, .. body];
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Addresses.Http, $"/recap.v1.{Calls[_random.Next(Calls.Length)]}")) { Content = new ByteArrayContent(framed), Version = HttpVersion.Version11 };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(_random.Next(4) == 0 ? "application/grpc" : "application/grpc-web");
        request.Headers.TryAddWithoutValidation("authorization", _random.Next(2) == 0 ? $"Bearer {key}" : Convert.ToHexString(Bytes(40)));
        return request;
    }

    private byte[] Bytes(int most)
    {
        var bytes = new byte[_random.Next(most)];
        _random.NextBytes(bytes);
        return bytes;
    }

    private string Text(int most) => string.Concat(Enumerable.Range(0, _random.Next(1, most)).Select(_ => (char)_random.Next(1, 0xD7FF)));
}
