using System.Diagnostics;
using System.Text;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Recap.Protocol.V1;

namespace Recap.EndToEnd.Tests;

/// <summary>
/// <c>recap serve</c> as a newcomer starts it: in an empty folder, with nothing indexed, over the sample site, in a
/// process of its own. The tests share it.
/// </summary>
public sealed class ServedSample : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recap-serve-");
    private readonly StringBuilder _error = new();
    private Process? _process;
    private GrpcChannel? _channel;

    public string Folder => _folder.FullName;

    public Uri HttpAddress { get; private set; } = new("http://unset");

    public string GrpcAuthority { get; private set; } = "";

    public ChannelBase Channel => _channel ?? throw new InvalidOperationException("The server is not started.");

    public TalkSearchService.TalkSearchServiceClient Grpc => new(Channel);

    public async ValueTask InitializeAsync()
    {
        using var patience = new CancellationTokenSource(Command.Patience);
        _process = Command.Start(Folder, "dotnet", Checkout.Recap, "serve", "--http-port", "0", "--grpc-port", "0");
        _process.ErrorDataReceived += (_, line) => _error.AppendLine(line.Data);
        _process.BeginErrorReadLine();
        while (GrpcAuthority.Length == 0)
        {
            Read(await _process.StandardOutput.ReadLineAsync(patience.Token)
                ?? throw new InvalidOperationException($"The server ended before it served: {_error}"));
        }

        _channel = GrpcChannel.ForAddress($"http://{GrpcAuthority}");
        await ServingAsync(patience.Token);
    }

    /// <summary>Asks the server to end, as Ctrl+C and service managers do, and waits for it.</summary>
    public async Task<int> StopAsync()
    {
        var process = _process ?? throw new InvalidOperationException("The server is not started.");
        await Command.RunAsync(Folder, "sh", "-c", $"kill -TERM {process.Id}");
        using var patience = new CancellationTokenSource(Command.Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    public ValueTask DisposeAsync()
    {
        _channel?.Dispose();
        if (_process is { HasExited: false } running)
        {
            running.Kill(entireProcessTree: true);
        }

        _process?.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private void Read(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (words)
        {
            case ["Pages,", "JSON", var address]:
                HttpAddress = new Uri(address);
                break;
            case ["gRPC", var authority]:
                GrpcAuthority = authority;
                break;
        }
    }

    private async Task ServingAsync(CancellationToken cancellationToken)
    {
        using var watch = new Health.HealthClient(Channel).Watch(new HealthCheckRequest(), cancellationToken: cancellationToken);
        await foreach (var health in watch.ResponseStream.ReadAllAsync(cancellationToken))
        {
            if (health.Status == HealthCheckResponse.Types.ServingStatus.Serving)
            {
                return;
            }
        }
    }
}
