using System.Net;
using Google.Rpc;
using Grpc.Core;
using Recap.Protocol.V1;
using Recap.Server.Security;

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

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void A_client_is_an_address_or_a_network(string one, string other, bool same) =>
        (RequestLimits.ClientOf(IPAddress.Parse(one)) == RequestLimits.ClientOf(IPAddress.Parse(other))).ShouldBe(same);

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
