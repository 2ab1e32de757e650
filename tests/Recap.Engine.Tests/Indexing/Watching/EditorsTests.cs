using Microsoft.Extensions.Time.Testing;
using Recap.Engine.Indexing;
using Recap.Engine.Indexing.Watching;

namespace Recap.Engine.Tests.Indexing.Watching;

/// <summary>What the system tells while editors save and branches are checked out, on a clock that the test turns.</summary>
public sealed class EditorsTests : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    private readonly SiteOnDisk _site = new();
    private readonly FakeTimeProvider _time = new();
    private readonly ContentWatch _watch;

    public EditorsTests() => _watch = new ContentWatch([ContentSource.At(_site.Root, "site")], _time);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _watch.Dispose();
        _site.Dispose();
    }

    [Theory]
    [InlineData("vim", "posts/.a.md.swp posts/4913 posts/4913 posts/a.md posts/a.md~ posts/a.md posts/a.md posts/a.md~")]
    [InlineData("emacs", "posts/.#a.md posts/#a.md# posts/a.md~ posts/a.md posts/#a.md# posts/.#a.md")]
    [InlineData("copy and rename", "posts/a.md.tmp posts/a.md.tmp posts/a.md.tmp posts/a.md")]
    [InlineData("gedit", "posts/.goutputstream-XQ4J posts/.goutputstream-XQ4J posts/a.md")]
    [InlineData("IntelliJ", "posts/a.md___jb_tmp___ posts/a.md___jb_tmp___ posts/a.md posts/a.md___jb_old___ posts/a.md")]
    public async Task Saving_a_post_is_one_change_told_within_half_a_second(string editor, string events)
    {
        var told = _watch.NextAsync(Cancel);
        foreach (var path in events.Split(' '))
        {
            _watch.Notice(path);
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        (await ElapsedAsync(told)).ShouldBeLessThanOrEqualTo(TimeSpan.FromMilliseconds(500), editor);
        _watch.NextAsync(Cancel).IsCompleted.ShouldBeFalse(editor);
    }

    [Theory]
    [InlineData("vim opens a post", "posts/.a.md.swp posts/.a.md.swx posts/.a.md.swp")]
    [InlineData("vim tries whether it may write", "posts/4913 posts/4913")]
    [InlineData("emacs locks a post and keeps a copy", "posts/.#a.md posts/#a.md#")]
    [InlineData("git looks at its index", ".git/index.lock .git/index .git/HEAD.lock")]
    [InlineData("packages are installed", "node_modules/x/readme.md node_modules/.package-lock.json")]
    public async Task What_is_done_beside_the_posts_is_no_change(string what, string events)
    {
        var told = _watch.NextAsync(Cancel);
        foreach (var path in events.Split(' '))
        {
            _watch.Notice(path);
        }

        _time.Advance(TimeSpan.FromSeconds(10));

        told.IsCompleted.ShouldBeFalse(what);
        _watch.Notice("posts/a.md");
        await ElapsedAsync(told);
    }

    [Fact]
    public async Task A_checkout_of_thousands_of_posts_is_told_after_a_second_and_once_more_at_its_end()
    {
        var (told, changes) = (0, 0);
        var next = _watch.NextAsync(Cancel);
        while (changes < 3000)
        {
            // 100 files each 50 ms: a second and a half of checkout.
            for (var i = 0; i < 100; i++)
            {
                _watch.Notice($"posts/{changes++}.md");
            }

            _time.Advance(Step);
            if (await IsToldAsync(next))
            {
                told++;
                next = _watch.NextAsync(Cancel);
            }
        }

        (await ElapsedAsync(next)).ShouldBeLessThanOrEqualTo(Debouncer.Longest);
        told.ShouldBeLessThanOrEqualTo(1, "a checkout is not followed file by file");
    }

    [Fact]
    public async Task Where_the_system_lost_an_event_a_look_now_and_then_finds_the_change()
    {
        var told = _watch.NextAsync(Cancel);

        _time.Advance(TimeSpan.FromMinutes(1));

        (await ElapsedAsync(told)).ShouldBeLessThanOrEqualTo(Debouncer.Longest);
    }

    private async Task<TimeSpan> ElapsedAsync(Task told)
    {
        var began = _time.GetTimestamp();
        while (!await IsToldAsync(told))
        {
            _time.Advance(Step);
        }

        await told;
        return _time.GetElapsedTime(began);
    }

    // Timers of the test's clock fire at once; what waits for them goes on elsewhere, and is given the time to.
    private static async Task<bool> IsToldAsync(Task told)
    {
        await Task.WhenAny(told, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel));
        return told.IsCompleted;
    }
}
