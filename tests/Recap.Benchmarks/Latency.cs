using System.Diagnostics;

namespace Recap.Benchmarks;

/// <summary>
/// Times questions one by one, on one thread. Each is asked several times: <c>all</c> has every time taken, <c>best</c> the
/// least of each question, which other programs of the machine disturb less.
/// </summary>
internal static class Latency
{
    private const int Rounds = 5;
    private const int SlowestShown = 3;

    // The runtime compiles what is asked often a second and third time, in the background; a server has that behind it.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    /// <summary>Asks, and prints percentiles and the slowest questions.</summary>
    /// <param name="name">What is asked.</param>
    /// <param name="questions">The questions.</param>
    /// <param name="ask">Answers one, with how much it found.</param>
    public static async Task PrintAsync(string name, IReadOnlyList<string> questions, Func<int, Task<int>> ask)
    {
        var (all, best) = (new List<double>(), new double[questions.Count]);
        Array.Fill(best, double.MaxValue);
        var found = 0L;
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < questions.Count || Stopwatch.GetElapsedTime(started) < WarmUp; i++)
        {
            await ask(i % questions.Count);
        }

        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < questions.Count; i++)
            {
                var began = Stopwatch.GetTimestamp();
                found += await ask(i);
                var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                all.Add(took);
                best[i] = Math.Min(best[i], took);
            }
        }

        var mean = found / (double)(Rounds * questions.Count);
        await Console.Out.WriteLineAsync(FormattableString.Invariant($"{name}: {questions.Count} questions, {mean:F0} found each; all {Percentiles(all)}; best {Percentiles(best)}"));
        foreach (var slow in questions.Zip(best).OrderByDescending(question => question.Second).Take(SlowestShown))
        {
            await Console.Out.WriteLineAsync(FormattableString.Invariant($"  {slow.Second,7:F2} ms  {slow.First}"));
        }
    }

    /// <summary>Asks each question once, and prints percentiles: nothing is remembered of an earlier answer to it.</summary>
    /// <inheritdoc cref="PrintAsync"/>
    public static async Task PrintOnceAsync(string name, IReadOnlyList<string> questions, Func<int, Task<int>> ask)
    {
        var (times, found) = (new List<double>(questions.Count), 0L);
        for (var i = 0; i < questions.Count; i++)
        {
            var began = Stopwatch.GetTimestamp();
            found += await ask(i);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        var mean = found / (double)questions.Count;
        await Console.Out.WriteLineAsync(FormattableString.Invariant($"{name}: {questions.Count} questions, {mean:F0} found each; {Percentiles(times)}"));
    }

    private static string Percentiles(IEnumerable<double> times)
    {
        var sorted = times.Order().ToArray();
        return FormattableString.Invariant($"p50 {At(0.5):F2} ms, p95 {At(0.95):F2} ms, p99 {At(0.99):F2} ms");
        double At(double share) => sorted[(int)(share * (sorted.Length - 1))];
    }
}
