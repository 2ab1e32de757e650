namespace Recap.Cli.Tests;

public sealed class SuggestTests : IAsyncLifetime
{
    private readonly Desk _desk = new Desk().Tell("blog/a.md", "Kepler en vrai", "KEDA sans peine", "Le profilage continu");

    public async ValueTask InitializeAsync() => await _desk.RunAsync("reindex", "blog");

    public ValueTask DisposeAsync()
    {
        _desk.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Names_that_go_on_as_typed_come_with_kind_and_number_of_talks()
    {
        var outcome = await _desk.RunAsync("suggest", "alice");

        outcome.Out.Trim().ShouldBe("Alice Durand  (speaker, 3)");
        outcome.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_probably_meant_is_said()
    {
        var found = (await _desk.RunAsync("suggest", "profilgae", "-o", "json")).Json;

        found.GetProperty("did_you_mean").GetString().ShouldBe("profilage");
        found.GetProperty("completions").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task No_more_come_than_are_asked_for() =>
        (await _desk.RunAsync("suggest", "ke", "--limit", "1", "-o", "json")).Json.GetProperty("completions").GetArrayLength().ShouldBe(1);
}
