namespace Recap.Benchmarks.Soak;

/// <summary>
/// <c>recap serve --watch</c> at full load for some minutes: searches, related talks, suggestions, pages, pushes and edits that
/// are followed, over gRPC and JSON, all at once. Fails on any error, and on memory that does not stay where it was after
/// the first minute. The callers share the machine with the server.
/// </summary>
internal static class SoakRun
{
    public const double UsualMinutes = 10;

    private static readonly TimeSpan WarmUp = TimeSpan.FromMinutes(1);

    // Shorter, and collections of garbage are too few to tell a leak from a sawtooth.
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(3);

    public static async Task<int> RunAsync(TimeSpan time)
    {
        using var site = new SoakSite(["observability", "ebpf", "autoscaling", "security"]);
        await using var server = await SoakedServer.StartAsync(site, CancellationToken.None);
        var (tally, memory) = (new Tally(), new MemorySamples());
        using var stop = new CancellationTokenSource(time);
        using (var callers = new SoakCallers(site, server, tally, stop.Token))
        {
            var sampling = memory.TakeAsync(server.Process, time < LongEnough ? time / 3 : WarmUp, stop.Token);
            await callers.RunAsync();
            await sampling;
        }

        var exit = await server.StopAsync();
        if (exit != 0)
        {
            tally.Fail($"the server ended with {exit}");
        }

        foreach (var complaint in server.Complaints)
        {
            tally.Fail($"the server said: {complaint}");
        }

        var judged = time >= LongEnough;
        foreach (var line in (string[])[.. tally.Lines(), .. memory.Lines(), $"load average {await LoadAsync()}"])
        {
            await Console.Out.WriteLineAsync(line);
        }

        var flat = !judged || memory.IsFlat();
        await Console.Out.WriteLineAsync($"{tally.Errors} errors; memory {(judged ? flat ? "flat" : "not flat" : "not judged in so short a time")}");
        return tally.Errors == 0 && flat ? 0 : 1;
    }

    private static async Task<string> LoadAsync() =>
        File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0] : "unknown";
}
