using System.Globalization;
using Recap.Engine.Indexing;
using Spectre.Console;

namespace Recap.Cli.Output;

/// <summary>Draws how far a reindex has come, where somebody is looking.</summary>
internal static class ProgressDisplay
{
    /// <summary>Does the work, with a progress bar on a terminal and without a word elsewhere.</summary>
    public static async Task<T> RunAsync<T>(Surroundings surroundings, Func<IProgress<ReindexProgress>?, Task<T>> work) =>
        surroundings.ErrorIsTerminal
            ? await Consoles.Error(surroundings).Progress().AutoClear(true).HideCompleted(false)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
                .StartAsync(context => work(new Bars(context)))
            : await work(null);

    // Reports come from many threads, and the bars take them as they come.
    private sealed class Bars(ProgressContext context) : IProgress<ReindexProgress>
    {
        private readonly Lock _gate = new();
        private readonly Dictionary<ReindexPhase, ProgressTask> _bars = [];

        public void Report(ReindexProgress value)
        {
            lock (_gate)
            {
                if (!_bars.TryGetValue(value.Phase, out var bar))
                {
                    bar = _bars[value.Phase] = context.AddTask(value.Phase.ToString().ToLower(CultureInfo.InvariantCulture));
                }

                bar.IsIndeterminate = value.Total == 0;
                bar.MaxValue = Math.Max(1, value.Total);
                bar.Value = value.Done;
            }
        }
    }
}
