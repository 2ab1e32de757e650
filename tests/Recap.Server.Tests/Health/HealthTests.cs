using Grpc.Core;
using Grpc.Health.V1;
using Status = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Recap.Server.Tests.Health;

public sealed class HealthTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("recap.v1.TalkSearchService")]
    public async Task The_server_serves_as_long_as_it_knows_its_generation(string service)
    {
        await using var server = await RunningServer.StartAsync();
        var health = new Grpc.Health.V1.Health.HealthClient(server.Channel);
        var request = new HealthCheckRequest { Service = service };

        var before = await health.CheckAsync(request, cancellationToken: Token);
        server.Index.UnreadableGeneration = true;
        var after = await health.CheckAsync(request, cancellationToken: Token);

        (before.Status, after.Status).ShouldBe((Status.Serving, Status.NotServing));
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_not_found()
    {
        await using var server = await RunningServer.StartAsync();
        var health = new Grpc.Health.V1.Health.HealthClient(server.Channel);

        var error = await Should.ThrowAsync<RpcException>(() => health.CheckAsync(new HealthCheckRequest { Service = "no.Service" }, cancellationToken: Token).ResponseAsync);

        error.StatusCode.ShouldBe(StatusCode.NotFound);
    }

    [Fact]
    public async Task Who_watches_sees_the_index_break_and_the_server_go()
    {
        await using var server = await RunningServer.StartAsync(with: options => options with { HealthPeriod = TimeSpan.FromSeconds(1) });
        using var watch = new Grpc.Health.V1.Health.HealthClient(server.Channel).Watch(new HealthCheckRequest(), cancellationToken: Token);

        await UntilAsync(watch, Status.Serving);
        server.Index.UnreadableGeneration = true;
        await UntilAsync(watch, Status.NotServing);
        server.Index.UnreadableGeneration = false;
        await UntilAsync(watch, Status.Serving);
        var stopped = server.StopAsync();
        await UntilAsync(watch, Status.NotServing);

        await stopped.WaitAsync(TimeSpan.FromSeconds(10), Token);
    }

    private static async Task UntilAsync(AsyncServerStreamingCall<HealthCheckResponse> watch, Status status)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (await watch.ResponseStream.MoveNext(limit.Token))
        {
            if (watch.ResponseStream.Current.Status == status)
            {
                return;
            }
        }

        Assert.Fail($"The watch ended before it said {status}.");
    }
}
