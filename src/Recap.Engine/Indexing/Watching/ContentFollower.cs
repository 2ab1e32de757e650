namespace Recap.Engine.Indexing.Watching;

/// <summary>Keeps an index up to date with folders of posts as they change. What fails is tried again, and ends nothing.</summary>
/// <param name="reindex">Brings the index up to date.</param>
/// <param name="watch">Tells when something changed; not owned.</param>
/// <param name="time">Tells when to try again.</param>
public sealed class ContentFollower(Func<CancellationToken, Task<ReindexReport>> reindex, ContentWatch watch, TimeProvider time)
{
    private static readonly TimeSpan BeforeNextTry = TimeSpan.FromSeconds(2);

    private string? _lastFailure;

    /// <summary>Follows until it is cancelled.</summary>
    /// <param name="done">Told of every reindex that changed something.</param>
    /// <param name="failed">Told in a sentence what failed, once as long as it stays the same.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(Action<ReindexReport> done, Action<string> failed, CancellationToken cancellationToken)
    {
        while (true)
        {
            await watch.NextAsync(cancellationToken);
            try
            {
                var report = await reindex(cancellationToken);
                _lastFailure = null;
                if (report.HasChanges)
                {
                    done(report);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // A checkout may be half done, or somebody reindexes by hand; and no fault, whichever it is, may end the following unheard.
                if (e.Message != _lastFailure)
                {
                    failed(e.Message);
                }

                _lastFailure = e.Message;
                await Task.Delay(BeforeNextTry, time, cancellationToken);
                watch.Touch();
            }
        }
    }
}
