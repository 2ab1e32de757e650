using Grpc.Net.Client;
using Grpc.Net.Client.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Recap.Protocol.V1;

namespace Recap.Server.Tests;

/// <summary>A real server on free loopback ports, and its clients.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<IDisposable> _owned = [];

    private RunningServer(WebApplication app, ShelfIndex index, LogBook log)
    {
        _app = app;
        Index = index;
        Log = log;
        Addresses = RecapServer.AddressesOf(app);
        Channel = Own(GrpcChannel.ForAddress(Addresses.Grpc));
        Http = Own(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Addresses.Http });
    }

    public ShelfIndex Index { get; }

    public LogBook Log { get; }

    public ServerAddresses Addresses { get; }

    public GrpcChannel Channel { get; }

    public HttpClient Http { get; }

    public TalkSearchService.TalkSearchServiceClient Grpc => new(Channel);

    public static async Task<RunningServer> StartAsync(ShelfIndex? index = null, Func<RecapServerOptions, RecapServerOptions>? with = null)
    {
        var shelf = index ?? Shelf.Index();
        var log = new LogBook();
        var options = new RecapServerOptions { HttpPort = 0, GrpcPort = 0 };
        var app = RecapServer.Build(with?.Invoke(options) ?? options, Shelf.Served(shelf), logging => logging.AddProvider(log));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningServer(app, shelf, log);
    }

    /// <summary>A client that speaks gRPC-Web over HTTP/1.1, as pages do.</summary>
    public TalkSearchService.TalkSearchServiceClient GrpcWeb(GrpcWebMode mode = GrpcWebMode.GrpcWebText) =>
        new(Own(GrpcChannel.ForAddress(Addresses.Http, new GrpcChannelOptions
        {
            HttpHandler = new GrpcWebHandler(mode, new HttpClientHandler()),
            HttpVersion = new Version(1, 1),
        })));

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _owned.ForEach(owned => owned.Dispose());
        await _app.DisposeAsync();
    }

    private T Own<T>(T owned)
        where T : IDisposable
    {
        _owned.Add(owned);
        return owned;
    }
}
