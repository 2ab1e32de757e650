using V1 = Grpc.Reflection.V1;
using V1Alpha = Grpc.Reflection.V1Alpha;

namespace Recap.Server.Tests.Answers;

public sealed class ReflectionTests
{
    private static readonly string[] Services =
    [
        "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection", "recap.v1.TalkSearchService",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reflection_lists_the_services()
    {
        await using var server = await RunningServer.StartAsync();
        using var call = new V1.ServerReflection.ServerReflectionClient(server.Channel).ServerReflectionInfo(cancellationToken: Token);

        await call.RequestStream.WriteAsync(new V1.ServerReflectionRequest { ListServices = "" }, Token);
        await call.ResponseStream.MoveNext(Token);

        call.ResponseStream.Current.ListServicesResponse.Service.Select(service => service.Name).ShouldBe(Services, ignoreOrder: true);
    }

    [Fact]
    public async Task Older_clients_find_them_too()
    {
        await using var server = await RunningServer.StartAsync();
        using var call = new V1Alpha.ServerReflection.ServerReflectionClient(server.Channel).ServerReflectionInfo(cancellationToken: Token);

        await call.RequestStream.WriteAsync(new V1Alpha.ServerReflectionRequest { ListServices = "" }, Token);
        await call.ResponseStream.MoveNext(Token);

        call.ResponseStream.Current.ListServicesResponse.Service.Select(service => service.Name).ShouldBe(Services, ignoreOrder: true);
    }
}
