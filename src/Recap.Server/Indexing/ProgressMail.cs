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

    /// <summary>Does the work, and tells of it until it is done. Nothing is told afterwards.</summary>
    public async Task<T> WhileAsync<T>(Task<T> work, CancellationToken cancellationToken)
    {
        ReindexProgress? told = null;
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(Period, time, cancellationToken));
            if (!work.IsCompleted && _latest is { } latest && latest != told && !cancellationToken.IsCancellationRequested)
            {
                told = latest;
                await responses.WriteAsync(new V1.ReindexResponse { Progress = IndexAnswers.ToProgress(latest) }, cancellationToken);
            }
        }

        return await work;
    }
}
