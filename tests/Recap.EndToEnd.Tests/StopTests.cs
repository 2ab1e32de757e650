namespace Recap.EndToEnd.Tests;

public sealed class StopTests
{
    [Fact]
    public async Task A_server_that_is_asked_to_end_ends_well()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM to send");
        await using var sample = new ServedSample();
        await sample.InitializeAsync();

        (await sample.StopAsync()).ShouldBe(0);
    }
}
