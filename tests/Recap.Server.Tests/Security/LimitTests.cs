using System.Net;
using Google.Rpc;
using Grpc.Core;
using Recap.Protocol.V1;
using Recap.Server.Security;
using Recap.Server.Tests.Indexing;

namespace Recap.Server.Tests.Security;

public sealed class LimitTests
{
    private const int Requests = 30;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_that_asks_too_often_is_told_when_to_try_again()
    {
        await using var server = await RunningServer.StartAsync(with: options => options with { RequestsPerSecond = 1, RequestBurst = 1 });

        var calls = await Task.WhenAll(Enumerable.Range(0, Requests).Select(_ => RefusalAsync(server)));

        var refused = calls.OfType<RpcException>().ToArray();
        refused.ShouldNotBeEmpty();
        refused.ShouldAllBe(error => error.StatusCode == StatusCode.ResourceExhausted);
        var status = refused[0].GetRpcStatus()!;
        status.GetDetail<ErrorInfo>()!.Reason.ShouldBe("TOO_MANY_REQUESTS");
        status.GetDetail<RetryInfo>()!.RetryDelay.ToTimeSpan().ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task Clients_of_json_hear_429_and_the_same_delay()
    {
        await using var server = await RunningServer.StartAsync(with: options => options with { RequestsPerSecond = 1, RequestBurst = 1 });

        var answers = await Task.WhenAll(Enumerable.Range(0, Requests).Select(_ => server.Http.GetAsync(new Uri("/v1/talks:search", UriKind.Relative), Cancel)));

        answers.ShouldContain(answer => answer.StatusCode == HttpStatusCode.TooManyRequests && answer.Headers.RetryAfter != null);
    }

    [Fact]
    public async Task So_many_searches_are_answered_at_once_four_times_as_many_wait_and_the_rest_is_told_to_come_back()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var entered = new SemaphoreSlim(0);
        var (answering, most) = (0, 0);
        await using var server = await RunningServer.StartAsync(with: options => options with { ConcurrentSearches = 2, RequestsPerSecond = 0, CallTimeout = TimeSpan.FromMinutes(5) });
        server.Index.Before = async token =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref answering));
            entered.Release();
            await gate.Task.WaitAsync(token);
            Interlocked.Decrement(ref answering);
        };

        var calls = Enumerable.Range(0, Requests).Select(_ => RefusalAsync(server)).ToList();
        var refused = new List<RpcException?>();
        while (refused.Count < Requests - (2 * 5))
        {
            var done = await Task.WhenAny(calls);
            calls.Remove(done);
            refused.Add(await done);
        }

        await entered.WaitAsync(Cancel);
        await entered.WaitAsync(Cancel);
        gate.SetResult();
        var answered = await Task.WhenAll(calls);

        answered.ShouldAllBe(error => error == null);
        most.ShouldBe(2);
        refused.ShouldAllBe(error => error!.StatusCode == StatusCode.ResourceExhausted && error.GetRpcStatus()!.GetDetail<RetryInfo>()!.RetryDelay.Seconds == 1);
    }

    [Fact]
    public async Task A_search_that_is_given_up_makes_room()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var entered = new SemaphoreSlim(0);
        await using var server = await RunningServer.StartAsync(with: options => options with { ConcurrentSearches = 1, RequestsPerSecond = 0, CallTimeout = TimeSpan.FromMinutes(5) });
        server.Index.Before = token =>
        {
            entered.Release();
            return gate.Task.WaitAsync(token);
        };
        for (var i = 0; i < 20; i++)
        {
            using var leaving = new CancellationTokenSource();
            var call = server.Grpc.SearchTalksAsync(new SearchTalksRequest(), cancellationToken: leaving.Token).ResponseAsync;
            await entered.WaitAsync(Cancel);
            await leaving.CancelAsync();
            (await Should.ThrowAsync<RpcException>(() => call)).StatusCode.ShouldBe(StatusCode.Cancelled);
        }

        gate.SetResult();

        (await RefusalAsync(server)).ShouldBeNull();
    }

    [Fact]
    public async Task So_many_pushes_are_taken_at_once_and_the_next_is_told_to_come_back()
    {
        await using var server = await PushServer.StartAsync(options => options with { ConcurrentPushes = 2 });
        var headers = PushServer.With(server.Key());
        using var first = await BeginAsync(server, headers, "un");
        using var second = await BeginAsync(server, headers, "deux");

        var refused = await Should.ThrowAsync<RpcException>(async () => await server.Indexing.GetIndexStatusAsync(new GetIndexStatusRequest(), headers, cancellationToken: Cancel));

        refused.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason.ShouldBe("TOO_MANY_REQUESTS");
        refused.GetRpcStatus()!.GetDetail<RetryInfo>()!.RetryDelay.ToTimeSpan().ShouldBeGreaterThan(TimeSpan.Zero);
        await first.RequestStream.CompleteAsync();
        await Should.ThrowAsync<RpcException>(async () => await first.ResponseStream.MoveNext(Cancel), "it ended before its content came");
        (await server.Searching.SearchTalksAsync(new SearchTalksRequest(), cancellationToken: Cancel)).Hits.ShouldBeEmpty("searches have places of their own");
        await WhenThereIsRoomAsync(() => server.PushAsync(server.Key(), "trois", ("a.md", PushServer.Post("Kepler en vrai"))));
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void A_client_is_an_address_or_a_network(string one, string other, bool same) =>
        (RequestLimits.ClientOf(IPAddress.Parse(one)) == RequestLimits.ClientOf(IPAddress.Parse(other))).ShouldBe(same);

    // The answer to the list of files tells that the push has its place.
    private static async Task<AsyncDuplexStreamingCall<ReindexRequest, ReindexResponse>> BeginAsync(PushServer server, Metadata headers, string source)
    {
        var call = server.Indexing.Reindex(headers, cancellationToken: Cancel);
        await call.RequestStream.WriteAsync(new ReindexRequest { Begin = new ReindexBegin { Source = source } }, Cancel);
        await call.RequestStream.WriteAsync(new ReindexRequest { Files = PushServer.ListOf(("a.md", "x")) }, Cancel);
        (await call.ResponseStream.MoveNext(Cancel)).ShouldBeTrue();
        return call;
    }

    // A call has ended for its caller a moment before its place is free.
    private static async Task WhenThereIsRoomAsync(Func<Task> call)
    {
        while (true)
        {
            try
            {
                await call();
                return;
            }
            catch (RpcException error) when (error.StatusCode == StatusCode.ResourceExhausted)
            {
                Cancel.ThrowIfCancellationRequested();
            }
        }
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }

    private static async Task<RpcException?> RefusalAsync(RunningServer server)
    {
        try
        {
            await server.Grpc.SearchTalksAsync(new SearchTalksRequest(), cancellationToken: Cancel);
            return null;
        }
        catch (RpcException error)
        {
            return error;
        }
    }
}
