namespace Recap.Engine.Indexing.Watching;

/// <summary>
/// Turns bursts of changes into one: it waits until nothing has changed for a while, but no longer than a limit, so
/// that a change is followed soon even where others never end.
/// </summary>
internal sealed class Debouncer(TimeProvider time)
{
    /// <summary>Nothing must have changed for so long: editors write a file in several steps.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(250);

    /// <summary>After so long a change is followed whatever else changes.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private TaskCompletionSource _touched = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _last;

    /// <summary>Something has changed.</summary>
    public void Touch()
    {
        lock (_gate)
        {
            _last = time.GetTimestamp();
            _touched.TrySetResult();
        }
    }

    /// <summary>Waits for a change and for the end of its burst. What changes afterwards is for the next one.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await _touched.Task.WaitAsync(cancellationToken);
        var first = time.GetTimestamp();
        for (var left = Left(first); left > TimeSpan.Zero; left = Left(first))
        {
            await Task.Delay(left, time, cancellationToken);
        }
    }

    private TimeSpan Left(long first)
    {
        lock (_gate)
        {
            var quiet = Quiet - time.GetElapsedTime(_last);
            var longest = Longest - time.GetElapsedTime(first);
            var left = quiet < longest ? quiet : longest;
            if (left <= TimeSpan.Zero)
            {
                _touched = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            return left;
        }
    }
}
