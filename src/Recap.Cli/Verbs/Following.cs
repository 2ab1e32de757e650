using Recap.Engine.Indexing;
using Recap.Engine.Indexing.Watching;

namespace Recap.Cli.Verbs;

/// <summary>Follows folders of posts until the run is stopped, and says what came of it.</summary>
internal static class Following
{
    public static async Task RunAsync(
        Surroundings surroundings, ContentFollower follower, bool isTold, Action<ReindexReport> done, CancellationToken cancellationToken)
    {
        surroundings.Say(isTold ? "watching; stop with Ctrl+C" : "the system does not tell of changes here: looking every two seconds; stop with Ctrl+C");
        try
        {
            await follower.RunAsync(done, message => surroundings.Say($"not indexed, and tried again: {message}"), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // To be stopped is how it ends; every generation it published is there.
        }
    }
}
