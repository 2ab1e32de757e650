using Google.Protobuf.Collections;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Recap.Engine.Indexing;
using Recap.Protocol.V1;

namespace Recap.Server.Tests.Errors;

public sealed class CallErrorsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_negative_page_size_is_invalid_and_named()
    {
        await using var server = await RunningServer.StartAsync();

        var error = await FailAsync(server.Grpc.SearchTalksAsync(new SearchTalksRequest { PageSize = -1 }, cancellationToken: Token));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        Violations(error).ShouldHaveSingleItem().Field.ShouldBe("page_size");
        server.Index.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task An_unknown_talk_is_not_found_by_its_name()
    {
        await using var server = await RunningServer.StartAsync();

        var error = await FailAsync(server.Grpc.GetTalkAsync(new GetTalkRequest { Name = "talks/no~where" }, cancellationToken: Token));

        error.StatusCode.ShouldBe(StatusCode.NotFound);
        Info(error).Metadata["name"].ShouldBe("talks/no~where");
    }

    [Fact]
    public async Task What_is_no_name_of_a_talk_is_invalid()
    {
        await using var server = await RunningServer.StartAsync();

        var error = await FailAsync(server.Grpc.GetTalkAsync(new GetTalkRequest { Name = "talks/" }, cancellationToken: Token));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        Violations(error).ShouldHaveSingleItem().Field.ShouldBe("name");
    }

    [Theory]
    [InlineData("3|other|1", "PAGE_TOKEN_INVALID")]
    [InlineData("nonsense", "PAGE_TOKEN_INVALID")]
    [InlineData("2||1", "PAGE_TOKEN_EXPIRED")]
    public async Task A_foreign_token_is_told_from_an_expired_one(string token, string reason)
    {
        await using var server = await RunningServer.StartAsync();

        var error = await FailAsync(server.Grpc.SearchTalksAsync(new SearchTalksRequest { PageToken = token }, cancellationToken: Token));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        Info(error).Reason.ShouldBe(reason);
        Violations(error).ShouldHaveSingleItem().Field.ShouldBe("page_token");
        error.ToString().ShouldNotContain("secret of the engine");
    }

    [Fact]
    public async Task A_failure_of_the_server_is_logged_under_an_id_and_told_without_detail()
    {
        await using var server = await RunningServer.StartAsync();
        server.Index.Failure = new InvalidOperationException("password=hunter2");

        var error = await FailAsync(server.Grpc.SearchTalksAsync(new SearchTalksRequest(), cancellationToken: Token));

        error.StatusCode.ShouldBe(StatusCode.Internal);
        error.Status.Detail.ShouldNotContain("hunter2");
        var line = server.Log.Lines.ShouldHaveSingleItem();
        (line.Level, line.Event).ShouldBe((LogLevel.Error, 3));
        line.Text.ShouldContain(Info(error).Metadata["error_id"]);
    }

    [Fact]
    public async Task A_broken_index_is_unavailable_and_may_be_asked_again()
    {
        await using var server = await RunningServer.StartAsync();
        server.Index.Failure = new IndexUnusableException("/var/lib/recap is gone");

        var error = await FailAsync(server.Grpc.GetTalkAsync(new GetTalkRequest { Name = Shelf.Kepler.Id }, cancellationToken: Token));

        error.StatusCode.ShouldBe(StatusCode.Unavailable);
        error.GetRpcStatus()!.GetDetail<RetryInfo>().RetryDelay.Seconds.ShouldBe(1);
        error.ToString().ShouldNotContain("/var/lib");
        server.Log.Lines.ShouldHaveSingleItem().Event.ShouldBe(4);
    }

    [Fact]
    public async Task A_deadline_reaches_the_engine_and_its_caller()
    {
        var seen = new TaskCompletionSource();
        await using var server = await RunningServer.StartAsync();
        server.Index.Before = token => UntilCancelledAsync(seen, token);

        var error = await FailAsync(server.Grpc.SearchTalksAsync(
            new SearchTalksRequest(), deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(200), cancellationToken: Token));

        error.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        await seen.Task.WaitAsync(TimeSpan.FromSeconds(10), Token);
    }

    [Fact]
    public async Task A_call_without_deadline_is_cut_short_by_the_server()
    {
        await using var server = await RunningServer.StartAsync(with: options => options with { CallTimeout = TimeSpan.FromMilliseconds(100) });
        server.Index.Before = token => UntilCancelledAsync(new TaskCompletionSource(), token);

        var error = await FailAsync(server.Grpc.SearchTalksAsync(new SearchTalksRequest(), cancellationToken: Token));

        error.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        Info(error).Reason.ShouldBe("CALL_TIMEOUT");
        server.Log.Lines.ShouldHaveSingleItem().Event.ShouldBe(2);
    }

    [Fact]
    public async Task A_cancelled_call_stops_the_engine_and_is_no_error_of_the_server()
    {
        var started = new TaskCompletionSource();
        var seen = new TaskCompletionSource();
        await using var server = await RunningServer.StartAsync();
        server.Index.Before = token =>
        {
            started.SetResult();
            return UntilCancelledAsync(seen, token);
        };
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var call = server.Grpc.SearchTalksAsync(new SearchTalksRequest(), cancellationToken: caller.Token);
        await started.Task.WaitAsync(Token);

        await caller.CancelAsync();

        (await FailAsync(call)).StatusCode.ShouldBe(StatusCode.Cancelled);
        await seen.Task.WaitAsync(TimeSpan.FromSeconds(10), Token);
        var line = await server.Log.First.WaitAsync(TimeSpan.FromSeconds(10), Token);
        (line.Level, line.Event).ShouldBe((LogLevel.Information, 1));
    }

    [Fact]
    public async Task A_query_of_any_length_is_answered()
    {
        await using var server = await RunningServer.StartAsync();

        var answer = await server.Grpc.SearchTalksAsync(new SearchTalksRequest { Query = new string('é', 200_000) }, cancellationToken: Token);

        answer.Hits.ShouldBeEmpty();
        server.Index.LastQuery!.Text.Length.ShouldBe(1000);
    }

    [Fact]
    public async Task Details_reach_grpc_web_too()
    {
        await using var server = await RunningServer.StartAsync();

        var error = await FailAsync(server.GrpcWeb().SearchTalksAsync(new SearchTalksRequest { PageSize = -1 }, cancellationToken: Token));

        Violations(error).ShouldHaveSingleItem().Field.ShouldBe("page_size");
    }

    private static async Task<RpcException> FailAsync<T>(AsyncUnaryCall<T> call) =>
        await Should.ThrowAsync<RpcException>(() => call.ResponseAsync);

    private static ErrorInfo Info(RpcException error) => error.GetRpcStatus()!.GetDetail<ErrorInfo>();

    private static RepeatedField<BadRequest.Types.FieldViolation> Violations(RpcException error) =>
        error.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations;

    private static async Task UntilCancelledAsync(TaskCompletionSource seen, CancellationToken token)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = token.Register(cancelled.SetResult);
        await cancelled.Task;
        seen.SetResult();
        token.ThrowIfCancellationRequested();
    }
}
