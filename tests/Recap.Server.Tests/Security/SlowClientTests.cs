using System.Net;
using Google.Protobuf;
using Recap.Protocol.V1;
using Recap.Server.Security;
using Recap.Server.Tests.Indexing;

namespace Recap.Server.Tests.Security;

/// <summary>Who sends slowly, stops in the middle or is gone: the server ends it, and the others notice nothing.</summary>
public sealed class SlowClientTests
{
    // As short as Kestrel's heartbeat allows, so that the tests wait no longer than they must for the server to act.
    private static readonly ConnectionBounds Impatient = new()
    {
        Headers = TimeSpan.FromSeconds(1),
        Grace = TimeSpan.FromSeconds(2),
        KeepAlive = TimeSpan.FromSeconds(2),
        Ping = TimeSpan.FromSeconds(1),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nothing at all", "")]
    [InlineData("half a request line", "GET /v1/tal")]
    [InlineData("half its headers", "GET /v1/talks HTTP/1.1\r\nHost: x\r\nAccept: ")]
    [InlineData("half a body", "POST /v1/talks:search HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{\"query\":")]
    [InlineData("half a chunk", "POST /v1/talks:search HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n50\r\n{")]
    [InlineData("half a call of gRPC-Web", "POST /recap.v1.TalkSearchService/SearchTalks HTTP/1.1\r\nHost: x\r\nContent-Type: application/grpc-web\r\nContent-Length: 100\r\n\r\n\0\0")]
    public async Task Of_http_sends(string what, string sent)
    {
        await using var server = await PushServer.StartAsync(options => options with { Connections = Impatient });
        using var slow = await RawConnection.OpenAsync(server.Addresses.Http, Cancel);
        await slow.SendAsync(sent, Cancel);

        (await server.Http.GetAsync(new Uri("/v1/talks", UriKind.Relative), Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK, what);

        (await slow.ReadToEndAsync(Cancel)).ShouldNotContain(" 500 ", Case.Sensitive, what);
        server.Log.Lines.Where(line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Warning).ShouldBeEmpty(what);
    }

    public static TheoryData<string, byte[]> HalfHttp2 => new()
    {
        { "half the preface", RawConnection.Http2Opening[..10] },
        { "no call", RawConnection.Http2Opening },
        { "headers that never end", [.. RawConnection.Http2Opening, .. RawConnection.Frame(type: 1, flags: 0, stream: 1, [0x82])] },
        { "half a frame", [.. RawConnection.Http2Opening, 0, 0, 40, 1, 4] },
    };

    [Theory]
    [MemberData(nameof(HalfHttp2))]
    public async Task Of_http_2_sends(string what, byte[] sent)
    {
        await using var server = await PushServer.StartAsync(options => options with { Connections = Impatient });
        using var slow = await RawConnection.OpenAsync(server.Addresses.Grpc, Cancel);
        await slow.SendAsync(sent, Cancel);

        (await server.Searching.SearchTalksAsync(new SearchTalksRequest(), cancellationToken: Cancel)).Hits.ShouldBeEmpty(what);

        await slow.ReadToEndAsync(Cancel);
        server.Log.Lines.Where(line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Warning).ShouldBeEmpty(what);
    }

    [Fact]
    public async Task A_push_whose_sender_lost_its_network_gives_its_turn_to_the_next()
    {
        await using var server = await PushServer.StartAsync(options => options with { Connections = Impatient });
        var key = server.Key();
        using var lost = await BeginRawPushAsync(server, key);

        // From here on nothing is read nor sent, and nothing says so.
        var (report, _) = await server.PushAsync(key, "mon-blog", ("a.md", PushServer.Post("Kepler en vrai")));

        report.Generation.Number.ShouldBe(1);
    }

    [Fact]
    public async Task Headers_without_measure_are_refused_and_the_connection_of_others_stays()
    {
        await using var server = await PushServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/talks");
        request.Headers.TryAddWithoutValidation("x-long", new string('a', 100_000));

        using var refused = await server.Http.SendAsync(request, Cancel);
        var error = await Should.ThrowAsync<Grpc.Core.RpcException>(async () => await server.Searching.SearchTalksAsync(
            new SearchTalksRequest(), new Grpc.Core.Metadata { { "x-long", new string('a', 100_000) } }, cancellationToken: Cancel));

        refused.StatusCode.ShouldBe(HttpStatusCode.RequestHeaderFieldsTooLarge);
        error.StatusCode.ShouldBeOneOf(Grpc.Core.StatusCode.Internal, Grpc.Core.StatusCode.Unavailable, Grpc.Core.StatusCode.Unknown);
        (await server.Searching.SearchTalksAsync(new SearchTalksRequest(), cancellationToken: Cancel)).Hits.ShouldBeEmpty();
        server.Log.Lines.ShouldBeEmpty();
    }

    // A push over a connection that will answer no ping, to where it has its turn. Headers are literals without indexing.
    private static async Task<RawConnection> BeginRawPushAsync(PushServer server, string key)
    {
        var connection = await RawConnection.OpenAsync(server.Addresses.Grpc, Cancel);
        byte[] headers =
        [
            .. Header(":method", "POST"), .. Header(":scheme", "http"), .. Header(":path", "/recap.v1.TalkIndexService/Reindex"), .. Header(":authority", "x"),
            .. Header("content-type", "application/grpc"), .. Header("te", "trailers"), .. Header("authorization", $"Bearer {key}"),
        ];
        await connection.SendAsync(
        [
            .. RawConnection.Http2Opening, .. RawConnection.Frame(type: 1, flags: 4, stream: 1, headers),
            .. Message(new ReindexRequest { Begin = new ReindexBegin { Source = "mon-blog" } }),
            .. Message(new ReindexRequest { Files = PushServer.ListOf(("a.md", "x")) }),
        ], Cancel);
        while (await connection.ReadFrameAsync(Cancel) != 0)
        {
        }

        return connection;
    }

    private static byte[] Message(ReindexRequest request)
    {
        var bytes = request.ToByteArray();
        return RawConnection.Frame(type: 0, flags: 0, stream: 1, [0, 0, 0, 0, (byte)bytes.Length, .. bytes]);
    }

    private static byte[] Header(string name, string value) =>
        [0, (byte)name.Length, .. System.Text.Encoding.ASCII.GetBytes(name), (byte)value.Length, .. System.Text.Encoding.ASCII.GetBytes(value)];
}
