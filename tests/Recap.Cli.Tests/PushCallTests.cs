using System.Collections.Immutable;
using Grpc.Core;
using Recap.Cli.Pushing;
using Recap.Engine.Indexing.Pushing;
using Recap.Protocol.V1;

namespace Recap.Cli.Tests;

/// <summary>A call that the server ends while something is being sent to it.</summary>
public sealed class PushCallTests
{
    private static readonly RpcException Refused = new(new Status(StatusCode.PermissionDenied, "The key is for other sources."));

    public static TheoryData<string, Exception> WaysToFail => new()
    {
        { "the stream was closed below the writer", new RpcException(new Status(StatusCode.Cancelled, "")) },
        { "the call was over before the write", new InvalidOperationException("Can't write the message because the call is complete.") },
        { "the connection broke under the write", new IOException("The request was aborted.") },
    };

    [Theory]
    [MemberData(nameof(WaysToFail))]
    public async Task Says_what_the_server_said_however_the_sending_fails(string how, Exception failure)
    {
        var error = await Should.ThrowAsync<RpcException>(() => PushAsync(failure, new Answers(Refused)), how);

        error.Status.ShouldBe(Refused.Status, how);
    }

    [Fact]
    public async Task Says_how_the_sending_failed_where_the_server_said_nothing()
    {
        var failure = new IOException("The request was aborted.");

        (await Should.ThrowAsync<IOException>(() => PushAsync(failure, new Answers(end: null)))).ShouldBeSameAs(failure);
    }

    private static async Task PushAsync(Exception failure, Answers answers)
    {
        using var call = new AsyncDuplexStreamingCall<ReindexRequest, ReindexResponse>(
            new Unwritable(failure), answers, Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });
        var content = new SourceContent { Files = [], Contents = ImmutableDictionary<string, string>.Empty, Unreadable = [], Diagnostics = [] };
        await new PushCall(call).RunAsync(new ReindexBegin { Source = "blog" }, content, progress: null, TestContext.Current.CancellationToken);
    }

    private sealed class Unwritable(Exception failure) : IClientStreamWriter<ReindexRequest>
    {
        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(ReindexRequest message) => WriteAsync(message, CancellationToken.None);

        public Task WriteAsync(ReindexRequest message, CancellationToken cancellationToken) => Task.FromException(failure);

        public Task CompleteAsync() => Task.FromException(failure);
    }

    // A message that came before the end, then the end.
    private sealed class Answers(RpcException? end) : IAsyncStreamReader<ReindexResponse>
    {
        private bool _told;

        public ReindexResponse Current { get; } = new() { Progress = new ReindexProgress() };

        public Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            if (!_told)
            {
                _told = true;
                return Task.FromResult(true);
            }

            return end is null ? Task.FromResult(false) : Task.FromException<bool>(end);
        }
    }
}
