using Grpc.Core;
using Recap.Engine.Indexing;
using V1 = Recap.Protocol.V1;

namespace Recap.Server.Indexing;

/// <summary>Tells the caller of a push how far it has come: the latest there is to tell, some times a second.</summary>
internal sealed class ProgressMail(IServerStreamWriter<V1.ReindexResponse> responses, TimeProvider time) : IProgress<ReindexProgress>
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);

    private volatile ReindexProgress? _latest;

    public void Report(ReindexProgress value) => _latest = value;

    /// <summary>
    /// Waits for the work, and tells of it until it is done or nobody listens any more. Whatever befalls the telling, the work
    /// has ended before this does: its turn must not go to the next one earlier.
    /// </summary>
    public async Task<T> WhileAsync<T>(Task<T> work, CancellationToken cancellationToken)
    {
        try
        {
            await TellAsync(work, cancellationToken);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or InvalidOperationException or RpcException)
        {
            // The caller has gone. The work is told so by the same token, and says how far it had come.
        }

        return await work;
    }

    private async Task TellAsync(Task work, CancellationToken cancellationToken)
    {
        ReindexProgress? told = null;
        while (await Task.WhenAny(work, Task.Delay(Period, time, cancellationToken)) != work)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_latest is { } latest && latest != told)
            {
                told = latest;
                await responses.WriteAsync(new V1.ReindexResponse { Progress = IndexAnswers.ToProgress(latest) }, cancellationToken);
            }
        }
    }
}
