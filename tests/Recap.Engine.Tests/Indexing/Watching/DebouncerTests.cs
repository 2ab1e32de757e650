using Microsoft.Extensions.Time.Testing;
using Recap.Engine.Indexing.Watching;

namespace Recap.Engine.Tests.Indexing.Watching;

public sealed class DebouncerTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_is_told_when_nothing_has_changed_for_a_while()
    {
        var debouncer = new Debouncer(_time);
        var told = debouncer.WaitAsync(Cancel);

        debouncer.Touch();

        (await ElapsedAsync(told)).ShouldBe(Debouncer.Quiet);
    }

    [Fact]
    public async Task A_burst_is_one_change()
    {
        var debouncer = new Debouncer(_time);
        var told = debouncer.WaitAsync(Cancel);
        for (var i = 0; i < 3; i++)
        {
            debouncer.Touch();
            _time.Advance(Step);
        }

        await ElapsedAsync(told);

        debouncer.WaitAsync(Cancel).IsCompleted.ShouldBeFalse("the whole burst was told");
    }

    [Fact]
    public async Task Changes_that_never_end_are_told_all_the_same()
    {
        var debouncer = new Debouncer(_time);
        var told = debouncer.WaitAsync(Cancel);
        debouncer.Touch();

        (await ElapsedAsync(told, debouncer.Touch)).ShouldBeLessThanOrEqualTo(Debouncer.Longest + Step);
    }

    [Fact]
    public async Task A_change_before_anybody_waits_is_not_lost()
    {
        var debouncer = new Debouncer(_time);
        debouncer.Touch();
        _time.Advance(TimeSpan.FromMinutes(1));

        await debouncer.WaitAsync(Cancel);
    }

    [Theory]
    [InlineData("posts/a.md", true)]
    [InlineData("hugo.toml", true)]
    [InlineData(".eleventy.js", true)]
    [InlineData("docs/.vitepress/config.mts", true)]
    [InlineData("docs/.vitepress/cache/a.md", false)]
    [InlineData("posts", true)]
    [InlineData(".git/index", false)]
    [InlineData("posts/.a.md.swp", false)]
    [InlineData("posts/a.md~", false)]
    [InlineData("posts/#a.md#", false)]
    [InlineData("posts/a.md.tmp", false)]
    [InlineData("node_modules/x/readme.md", false)]
    [InlineData(".recap/index/segments_1", false)]
    public void What_editors_and_version_control_do_beside_the_posts_does_not_matter(string path, bool matters) =>
        WatchedPath.Matters(path).ShouldBe(matters);

    // Time goes on in steps until it is told.
    private async Task<TimeSpan> ElapsedAsync(Task told, Action? each = null)
    {
        var began = _time.GetTimestamp();
        while (!told.IsCompleted)
        {
            await Task.WhenAny(told, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel));
            if (!told.IsCompleted)
            {
                each?.Invoke();
                _time.Advance(Step);
            }
        }

        await told;
        return _time.GetElapsedTime(began);
    }
}
