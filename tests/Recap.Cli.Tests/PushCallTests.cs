using System.Collections.Immutable;
using System.Security.Cryptography;
using Google.Protobuf;
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

    [Fact]
    public async Task Does_not_send_under_a_hash_what_changed_since()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "two", TestContext.Current.CancellationToken);
            var hash = SHA256.HashData("one"u8);
            using var call = CallOf(new Sent(), new Wanting(hash));
            var content = Empty with { Contents = ImmutableDictionary.Create<string, string>().Add(Convert.ToHexStringLower(hash), file) };

            var push = new PushCall(call);
            var error = await Should.ThrowAsync<CommandException>(() => push.RunAsync(new ReindexBegin { Source = "blog" }, content, progress: null, TestContext.Current.CancellationToken));

            error.Message.ShouldContain("changed while it was pushed");
            push.IsComplete.ShouldBeFalse("the server cannot have done anything");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static SourceContent Empty => new() { Files = [], Contents = ImmutableDictionary<string, string>.Empty, Unreadable = [], Diagnostics = [] };

    private static AsyncDuplexStreamingCall<ReindexRequest, ReindexResponse> CallOf(IClientStreamWriter<ReindexRequest> requests, IAsyncStreamReader<ReindexResponse> answers) =>
        new(requests, answers, Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });

    private static async Task PushAsync(Exception failure, Answers answers)
    {
        using var call = CallOf(new Unwritable(failure), answers);
        await new PushCall(call).RunAsync(new ReindexBegin { Source = "blog" }, Empty, progress: null, TestContext.Current.CancellationToken);
    }

    private sealed class Unwritable(Exception failure) : IClientStreamWriter<ReindexRequest>
    {
        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(ReindexRequest message) => WriteAsync(message, CancellationToken.None);

        public Task WriteAsync(ReindexRequest message, CancellationToken cancellationToken) => Task.FromException(failure);

        public Task CompleteAsync() => Task.FromException(failure);
    }

    private sealed class Sent : IClientStreamWriter<ReindexRequest>
    {
        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(ReindexRequest message) => Task.CompletedTask;

        public Task WriteAsync(ReindexRequest message, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task CompleteAsync() => Task.CompletedTask;
    }

    private sealed class Wanting(byte[] hash) : IAsyncStreamReader<ReindexResponse>
    {
        public ReindexResponse Current { get; } = new() { Wanted = new WantedContent { Sha256 = { ByteString.CopyFrom(hash) } } };

        public Task<bool> MoveNext(CancellationToken cancellationToken) => Task.FromResult(true);
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
