using System.Diagnostics;

namespace Recap.Benchmarks.Soak;

/// <summary><c>recap serve</c> in a process of its own, as it is shipped, following a folder and taking pushes.</summary>
internal sealed class SoakedServer : IAsyncDisposable
{
    // The topic model is trained first, which takes its time on a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // How the lines begin that tell of what is meant to happen.
    private static readonly string[] News = ["Indexing ", "Training ", "recap: watching", "recap: generation "];

    // Callers hang up when the time is over, some while their call is still being read: gRPC's own log has it as an error.
    private const string HungUp = "System.IO.IOException: The client reset the request stream.";

    private readonly List<string> _said = [];

    private SoakedServer(Process process) => Process = process;

    public Process Process { get; }

    public Uri Http { get; private set; } = new("http://unset");

    public Uri Grpc { get; private set; } = new("http://unset");

    public required string Key { get; init; }

    /// <summary>What the server said on its error stream that is no news of what is meant to happen, and not that a caller hung up.</summary>
    public IEnumerable<string> Complaints
    {
        get
        {
            lock (_said)
            {
                return [.. _said.Where(line => !News.Any(news => line.StartsWith(news, StringComparison.Ordinal)) && !line.Contains(HungUp, StringComparison.Ordinal))];
            }
        }
    }

    public static async Task<SoakedServer> StartAsync(SoakSite site, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var index = Path.Combine(site.Folder, "index");
        var key = await MakeKeyAsync(site.Folder, index, patience.Token);
        var process = RecapProcess.Start(site.Folder, "serve", "--content", site.Content, "--watch", "--index", index, "--http-port", "0", "--grpc-port", "0", "--requests-per-second", "0");
        var server = new SoakedServer(process) { Key = key };
        process.ErrorDataReceived += (_, line) => server.Note(line.Data);
        process.BeginErrorReadLine();
        try
        {
            while (server.Grpc.Host == "unset")
            {
                server.Read(await process.StandardOutput.ReadLineAsync(patience.Token)
                    ?? throw new InvalidOperationException($"The server ended before it served: {string.Join(" / ", server.Complaints)}"));
            }

            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks the server to end, as service managers do, and waits for it.</summary>
    /// <returns>Its exit code; 137 where it had to be killed.</returns>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{Process.Id}"]);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await Process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Process.Kill();
            await Process.WaitForExitAsync(CancellationToken.None);
        }

        return Process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!Process.HasExited)
        {
            Process.Kill();
            await Process.WaitForExitAsync(CancellationToken.None);
        }

        Process.Dispose();
    }

    private static async Task<string> MakeKeyAsync(string folder, string index, CancellationToken cancellationToken)
    {
        using var process = RecapProcess.Start(folder, "keys", "create", "soak", "--source", "pushed", "--index", index);
        var key = await process.StandardOutput.ReadLineAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return key ?? throw new InvalidOperationException($"No key was made: {await process.StandardError.ReadToEndAsync(cancellationToken)}");
    }

    private void Read(string line)
    {
        switch (line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            case ["Pages,", "JSON", var address]:
                Http = new Uri(address);
                break;
            case ["gRPC", var authority]:
                Grpc = new Uri($"http://{authority}");
                break;
        }
    }

    private void Note(string? line)
    {
        lock (_said)
        {
            if (!string.IsNullOrEmpty(line))
            {
                _said.Add(line);
            }
        }
    }
}
