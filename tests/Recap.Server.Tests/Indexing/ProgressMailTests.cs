using Grpc.Core;
using Recap.Engine.Indexing;
using Recap.Server.Indexing;
using V1 = Recap.Protocol.V1;

namespace Recap.Server.Tests.Indexing;

public sealed class ProgressMailTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_nobody_listens_any_more_it_still_ends_after_the_work()
    {
        var caller = new Gone();
        var work = new TaskCompletionSource<string>();
        var mail = new ProgressMail(caller, TimeProvider.System);
        mail.Report(new ReindexProgress(ReindexPhase.Reading, 1, 2));

        var waiting = mail.WhileAsync(work.Task, Cancel);
        await caller.Asked.Task.WaitAsync(Cancel);

        waiting.IsCompleted.ShouldBeFalse("the work goes on, and so does its turn");
        work.SetResult("done");
        (await waiting).ShouldBe("done");
    }

    // A caller whose connection is closed.
    private sealed class Gone : IServerStreamWriter<V1.ReindexResponse>
    {
        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(V1.ReindexResponse message) => WriteAsync(message, CancellationToken.None);

        public Task WriteAsync(V1.ReindexResponse message, CancellationToken cancellationToken)
        {
            Asked.TrySetResult();
            return Task.FromException(new InvalidOperationException("Can't write the message because the request is complete."));
        }
    }
}
