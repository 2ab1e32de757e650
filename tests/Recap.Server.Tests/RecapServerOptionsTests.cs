using System.ComponentModel.DataAnnotations;

namespace Recap.Server.Tests;

public sealed class RecapServerOptionsTests
{
    public static TheoryData<RecapServerOptions, string> OutOfRange => new()
    {
        { new() { HttpPort = -1 }, nameof(RecapServerOptions.HttpPort) },
        { new() { GrpcPort = 65536 }, nameof(RecapServerOptions.GrpcPort) },
        { new() { Host = "blog.example" }, nameof(RecapServerOptions.Host) },
        { new() { AllowedOrigins = ["https://blog.example/"] }, nameof(RecapServerOptions.AllowedOrigins) },
        { new() { AllowedOrigins = ["blog.example"] }, nameof(RecapServerOptions.AllowedOrigins) },
        { new() { PublicUrl = new Uri("ftp://blog.example") }, nameof(RecapServerOptions.PublicUrl) },
        { new() { SiteName = "" }, nameof(RecapServerOptions.SiteName) },
        { new() { CallTimeout = TimeSpan.Zero }, nameof(RecapServerOptions.CallTimeout) },
        { new() { CacheFor = TimeSpan.FromDays(2) }, nameof(RecapServerOptions.CacheFor) },
        { new() { HealthPeriod = TimeSpan.FromMilliseconds(1) }, nameof(RecapServerOptions.HealthPeriod) },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void An_option_out_of_its_range_stops_the_start_and_is_named(RecapServerOptions options, string name) =>
        Should.Throw<ValidationException>(() => RecapServer.Build(options, Shelf.Served(Shelf.Index()))).Message.ShouldContain(name);

    [Fact]
    public async Task A_server_says_where_it_listens()
    {
        await using var server = await RunningServer.StartAsync();

        server.Addresses.Http.Port.ShouldNotBe(server.Addresses.Grpc.Port);
        server.Addresses.Http.Host.ShouldBe("127.0.0.1");
    }
}
