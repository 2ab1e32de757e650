using System.Diagnostics;
using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;

namespace Recap.Benchmarks.Soak;

/// <summary>Working set and managed heap of a process, once a second.</summary>
internal sealed class MemorySamples
{
    /// <summary>How far memory may be from what it was after the warm-up, as a share of it.</summary>
    private const double Allowed = 0.10;

    // Heaps are sawteeth: the medians of a few spans are compared, not samples.
    private const int Spans = 6;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly List<double> _workingSets = [];
    private readonly List<double> _heaps = [];

    /// <summary>Samples until it is cancelled.</summary>
    /// <param name="process">Whose memory.</param>
    /// <param name="warmUp">What is not looked at.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task TakeAsync(Process process, TimeSpan warmUp, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var provider = new EventPipeProvider("System.Runtime", EventLevel.Informational, arguments: new Dictionary<string, string> { ["EventCounterIntervalSec"] = "1" });
        using var session = await new DiagnosticsClient(process.Id).StartEventPipeSessionAsync([provider], requestRundown: false, token: cancellationToken);
        using var source = new EventPipeEventSource(session.EventStream);
        source.Dynamic.All += counters =>
        {
            if (Stopwatch.GetElapsedTime(began) > warmUp && HeapOf(counters) is { } heap)
            {
                _heaps.Add(heap);
                process.Refresh();
                _workingSets.Add(process.WorkingSet64 / 1e6);
            }
        };
        var reading = Task.Run(source.Process, CancellationToken.None);
        await Task.WhenAny(reading, Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken));
        if (!reading.IsCompleted)
        {
            await session.StopAsync(CancellationToken.None);
        }

        await reading.WaitAsync(Second * 30, CancellationToken.None);
    }

    /// <summary>A line for each measure.</summary>
    public IEnumerable<string> Lines() => [LineOf("working set", _workingSets), LineOf("managed heap", _heaps)];

    /// <summary>Whether the working set stayed where it was after the warm-up.</summary>
    public bool IsFlat() => _workingSets.Count >= Spans && Math.Abs(DriftOf(_workingSets)) <= Allowed;

    private static string LineOf(string name, List<double> samples) => samples.Count < Spans
        ? $"{name}: only {samples.Count} samples"
        : FormattableString.Invariant(
            $"{name}: {samples.Min():F0} to {samples.Max():F0} MB, medians {string.Join(", ", Medians(samples).Select(median => FormattableString.Invariant($"{median:F0}")))} MB, farthest {DriftOf(samples):+0.0%;-0.0%} from the first");

    private static double DriftOf(List<double> samples)
    {
        var medians = Medians(samples);
        return medians.Select(median => (median / medians[0]) - 1).MaxBy(Math.Abs);
    }

    private static double[] Medians(List<double> samples) =>
        [.. samples.Chunk((samples.Count + Spans - 1) / Spans).Select(span => span.Order().ElementAt(span.Length / 2))];

    private static double? HeapOf(TraceEvent counters) =>
        counters.EventName == "EventCounters"
        && counters.PayloadValue(0) is IDictionary<string, object> outer
        && outer["Payload"] is IDictionary<string, object> counter
        && counter["Name"] is "gc-heap-size"
            ? Convert.ToDouble(counter["Mean"], System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
