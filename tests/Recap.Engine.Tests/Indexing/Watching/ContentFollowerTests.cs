using System.Threading.Channels;
using Recap.Engine.Indexing;
using Recap.Engine.Indexing.Watching;
using Recap.Talks;

namespace Recap.Engine.Tests.Indexing.Watching;

/// <summary>Real folders, real events: each test waits for the reindex that its edit brings about.</summary>
public sealed class ContentFollowerTests : IAsyncLifetime
{
    private readonly SiteOnDisk _site = new();
    private readonly LedgerIndex _index = new();
    private readonly Channel<ReindexReport> _done = Channel.CreateUnbounded<ReindexReport>();
    private readonly Channel<string> _failed = Channel.CreateUnbounded<string>();
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private ContentWatch? _watch;
    private Task _following = Task.CompletedTask;

    public async ValueTask InitializeAsync()
    {
        _site.Tell("a.md", "Kepler en vrai").Tell("2024/b.md", "KEDA sans peine");
        ContentSource[] sources = [ContentSource.At(_site.Root, "site")];
        _watch = new ContentWatch([.. sources], TimeProvider.System);
        var reindexer = new Reindexer(_index, new ReadingRules { Glossary = Glossary.Empty });
        var request = new ReindexRequest { Sources = [.. sources] };
        await reindexer.RunAsync(request, null, _stop.Token);
        var follower = new ContentFollower(token => reindexer.RunAsync(request, null, token), _watch, TimeProvider.System);
        _following = follower.RunAsync(report => _done.Writer.TryWrite(report), message => _failed.Writer.TryWrite(message), _stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => _following);
        _watch?.Dispose();
        _stop.Dispose();
        _site.Dispose();
    }

    [Fact]
    public async Task An_edit_is_followed()
    {
        _site.Tell("a.md", "Les sondes du noyau");

        (await NextAsync()).Changed.ShouldBe(["a.md"]);
    }

    [Fact]
    public async Task An_editor_that_writes_a_copy_and_renames_it_is_followed()
    {
        _site.Tell("a.md~", "Kepler en vrai").Tell(".a.md.new", "Les sondes du noyau");
        File.Move(_site.PathOf(".a.md.new"), _site.PathOf("a.md"), overwrite: true);

        (await NextAsync()).Changed.ShouldBe(["a.md"]);
    }

    [Fact]
    public async Task A_renamed_folder_and_a_new_one_are_followed()
    {
        Directory.Move(_site.PathOf("2024"), _site.PathOf("2025"));
        var moved = await UntilAsync(() => _index.Posts.ContainsKey(new PostKey("site", "2025/b.md")));
        moved.ShouldBeTrue();

        _site.Tell("2026/c/d.md", "Les sondes du noyau");
        (await UntilAsync(() => _index.Posts.ContainsKey(new PostKey("site", "2026/c/d.md")))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_burst_comes_to_what_it_ends_with()
    {
        for (var i = 0; i < 200; i++)
        {
            _site.Tell($"lot/{i}.md", $"Sujet {i}");
        }

        for (var i = 0; i < 200; i += 2)
        {
            _site.Delete($"lot/{i}.md");
        }

        (await UntilAsync(() => _index.Posts.Count == 102)).ShouldBeTrue();
        _index.Current.Number.ShouldBeLessThan(50, "a burst is not followed edit by edit");
    }

    [Fact]
    public async Task What_fails_is_said_and_tried_again()
    {
        File.Move(_site.PathOf("a.md"), _site.PathOf("a.bak"));
        Directory.Move(_site.PathOf("2024"), _site.PathOf(".2024"));
        (await _failed.Reader.ReadAsync(_stop.Token)).ShouldContain("no posts");

        File.Move(_site.PathOf("a.bak"), _site.PathOf("a.md"));
        (await NextAsync()).Removed.ShouldBe(["2024/b.md"]);
    }

    [Fact]
    public async Task A_folder_that_was_deleted_and_restored_is_followed_as_before()
    {
        Directory.Delete(_site.Root, recursive: true);
        (await _failed.Reader.ReadAsync(_stop.Token)).ShouldContain("no folder");

        _site.Tell("a.md", "Le profilage continu");
        (await NextAsync()).Changed.ShouldBe(["a.md"]);

        _site.Tell("a.md", "Les sondes du noyau");
        (await NextAsync()).Changed.ShouldBe(["a.md"]);
    }

    [Fact]
    public async Task A_folder_that_was_replaced_at_once_is_followed_as_before()
    {
        Directory.Move(_site.Root, $"{_site.Root}.old");
        _site.Tell("a.md", "Le profilage continu");
        Directory.Delete($"{_site.Root}.old", recursive: true);
        (await NextAsync()).Changed.ShouldBe(["a.md"]);

        _site.Tell("a.md", "Les sondes du noyau");
        (await NextAsync()).Changed.ShouldBe(["a.md"]);
    }

    [Fact]
    public async Task A_fault_of_any_kind_is_said_and_ends_nothing()
    {
        var faults = 0;
        var follower = new ContentFollower(_ => faults++ == 0 ? throw new InvalidOperationException("a fault") : Task.FromCanceled<ReindexReport>(new CancellationToken(canceled: true)), _watch!, TimeProvider.System);
        _watch!.Touch();

        await Should.ThrowAsync<OperationCanceledException>(() => follower.RunAsync(_ => { }, message => _failed.Writer.TryWrite(message), _stop.Token));

        (await _failed.Reader.ReadAsync(_stop.Token)).ShouldBe("a fault");
        faults.ShouldBe(2);
    }

    private async Task<SourceReport> NextAsync() => (await _done.Reader.ReadAsync(_stop.Token)).Sources.Single();

    private async Task<bool> UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            await NextAsync();
        }

        return true;
    }
}
