using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Recap.Server.Tests.Indexing;

namespace Recap.Server.Tests.Security;

/// <summary>
/// Hostile requests, as bytes, to JSON and to gRPC, over HTTP/1.1 and HTTP/2, calls that are given up and connections that are
/// reset in the middle: only documented statuses come back, nothing fails inside, and memory stays where it was.
/// <c>RECAP_FUZZ_REQUESTS</c> says how many; 500 otherwise.
/// </summary>
public sealed class FuzzTests
{
    private static readonly string[] Paths =
        ["/v1/talks:search", "/v1/talks", "/v1/talks/x", "/v1/talks:related", "/", "/feed.xml", "/feed.json", "/status", "/talks/..%2f..%2fetc", "/v1/%00", "/widget/..%5c..%5cx"];

    private static readonly string[] Calls = ["TalkSearchService/SearchTalks", "TalkSearchService/GetTalk", "TalkIndexService/Reindex", "TalkIndexService/DeletePosts", "Nothing/Here"];

    // What the protos document.
    private static readonly StatusCode[] Documented =
    [
        StatusCode.OK, StatusCode.Cancelled, StatusCode.InvalidArgument, StatusCode.DeadlineExceeded, StatusCode.NotFound, StatusCode.PermissionDenied,
        StatusCode.ResourceExhausted, StatusCode.FailedPrecondition, StatusCode.Aborted, StatusCode.Unimplemented, StatusCode.Internal, StatusCode.Unauthenticated,
    ];

    private static readonly Marshaller<byte[]> Raw = Marshallers.Create(bytes => bytes, bytes => bytes);

    // Pools and what the runtime compiles grow a little; a leak of one request in ten would show.
    private const long MostGrowth = 48L * 1024 * 1024;

    private readonly Random _random = new(8);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static int Requests =>
        int.TryParse(Environment.GetEnvironmentVariable("RECAP_FUZZ_REQUESTS"), CultureInfo.InvariantCulture, out var requests) ? requests : 500;

    [Fact]
    public async Task Whatever_is_sent_only_documented_statuses_come_back()
    {
        await using var server = await PushServer.StartAsync(options => options with { RequestsPerSecond = 0 });
        var key = server.Key();
        var settled = 0L;
        for (var i = 0; i < Requests; i++)
        {
            var sent = (i % 10) switch
            {
                8 => CallAsync(server, key),
                9 => BreakOffAsync(server),
                _ => SendAsync(server, key, i),
            };
            await sent;
            settled = i == Requests / 10 ? GC.GetTotalMemory(forceFullCollection: true) : settled;
        }

        (await server.TitlesAsync()).ShouldBeEmpty();
        server.Log.Lines.Where(line => line.Level >= LogLevel.Warning).ShouldBeEmpty("nothing failed inside");
        (GC.GetTotalMemory(forceFullCollection: true) - settled).ShouldBeLessThan(MostGrowth);
    }

    private async Task SendAsync(PushServer server, string key, int number)
    {
        using var request = number % 2 == 0 ? Json(server) : Grpc(server, key);
        var sent = $"{number}: {request.Method} {request.RequestUri}";
        using var response = await server.Http.SendAsync(request, Cancel);
        ((int)response.StatusCode).ShouldBeLessThan(500, sent);
        if (response.Headers.TryGetValues("grpc-status", out var status))
        {
            // UNKNOWN is what the gRPC layer says of bytes that are no frame.
            Documented.Append(StatusCode.Unknown).ShouldContain((StatusCode)int.Parse(status.Single(), CultureInfo.InvariantCulture), sent);
        }
    }

    // Over HTTP/2; some of them are given up before they are answered.
    private async Task CallAsync(PushServer server, string key)
    {
        var call = Contract.Methods[_random.Next(Contract.Methods.Count)];
        var method = new Method<byte[], byte[]>(call.IsClientStreaming ? MethodType.DuplexStreaming : MethodType.Unary, call.Service.FullName, call.Name, Raw, Raw);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var options = new CallOptions(_random.Next(2) == 0 ? PushServer.With(key) : [], cancellationToken: leaving.Token);
        var given = _random.Next(3) == 0;
        try
        {
            if (call.IsClientStreaming)
            {
                using var push = server.Channel.CreateCallInvoker().AsyncDuplexStreamingCall(method, null, options);
                await push.RequestStream.WriteAsync(Bytes(300), leaving.Token);
                await (given ? leaving.CancelAsync() : push.RequestStream.CompleteAsync());
                await push.ResponseStream.MoveNext(leaving.Token);
            }
            else
            {
                using var unary = server.Channel.CreateCallInvoker().AsyncUnaryCall(method, null, options, Bytes(300));
                await (given ? leaving.CancelAsync() : Task.CompletedTask);
                await unary.ResponseAsync;
            }
        }
        catch (RpcException error)
        {
            Documented.ShouldContain(error.StatusCode, $"{call.FullName}: {error.Status}");
        }
        catch (Exception error) when (error is InvalidOperationException || (given && error is OperationCanceledException))
        {
            // It ended, by either side, while something was being sent.
        }
    }

    // Any bytes, with or without a beginning that makes sense; then the connection is reset.
    private async Task BreakOffAsync(PushServer server)
    {
        var (http, opening) = _random.Next(4) switch
        {
            0 => (true, Encoding.ASCII.GetBytes($"POST {Paths[_random.Next(Paths.Length)]} HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n")),
            1 => (true, []),
            2 => (false, RawConnection.Http2Opening),
            _ => (false, [.. RawConnection.Http2Opening, .. RawConnection.Frame((byte)_random.Next(12), (byte)_random.Next(256), _random.Next(8), Bytes(100))]),
        };
        using var connection = await RawConnection.OpenAsync(http ? server.Addresses.Http : server.Addresses.Grpc, Cancel);
        try
        {
            await connection.SendAsync([.. opening, .. Bytes(400)], Cancel);
        }
        catch (IOException)
        {
            // The server has closed it already.
        }

        connection.Reset();
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
