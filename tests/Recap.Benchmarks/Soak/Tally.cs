using System.Collections.Concurrent;
using System.Diagnostics;

namespace Recap.Benchmarks.Soak;

/// <summary>How long the calls of each kind took, and what went wrong.</summary>
internal sealed class Tally
{
    private const int ShownErrors = 10;

    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _times = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _errors = new();

    public int Errors => _errors.Count;

    /// <summary>Does something and notes its time, or what it failed with.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="work">Does it.</param>
    /// <param name="cancellationToken">The end of the soak: what fails since it is cancelled has not failed.</param>
    public async Task TimeAsync(string kind, Func<Task> work, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            await work();
            _times.GetOrAdd(kind, _ => []).Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
        }
        catch (Exception error)
        {
            Fail($"{kind}: {error.GetType().Name}: {error.Message}");
        }
    }

    public void Fail(string error) => _errors.Enqueue(error);

    /// <summary>A line for each kind, then the first errors.</summary>
    public IEnumerable<string> Lines() =>
    [
        .. _times.OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => LineOf(kind.Key, [.. kind.Value.Order()])),
        .. _errors.Take(ShownErrors).Select(error => $"error: {error}"),
    ];

    private static string LineOf(string kind, double[] sorted) =>
        FormattableString.Invariant($"{kind,-14} {sorted.Length,8} calls, p50 {At(sorted, 0.5),7:F1} ms, p99 {At(sorted, 0.99),7:F1} ms, most {sorted[^1],7:F1} ms");

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];
}
