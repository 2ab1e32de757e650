using System.Collections.Immutable;
using Recap.Talks;

namespace Recap.Engine.Indexing.Pushing;

/// <summary>Brings an index up to date with what is pushed to it. Pushes of one source wait for each other, and all wait for the one writer.</summary>
public sealed class PushedIndex(ITalkIndex index, ReadingRules rules, PushStore store, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly PushQueue _sources = new();
    private readonly PushQueue _writer = new();

    /// <summary>The index.</summary>
    public ITalkIndex Index => index;

    /// <summary>What was pushed.</summary>
    public PushStore Store => store;

    /// <summary>How much a push may bring.</summary>
    public PushLimits Limits { get; init; } = new();

    /// <summary>Waits for the turn of a source; disposed, the next one has it.</summary>
    public Task<IDisposable> EnterAsync(string source, CancellationToken cancellationToken) => _sources.EnterAsync(source, cancellationToken);

    /// <summary>Makes room for the contents of a push whose turn it is, beside those of the posts that stay.</summary>
    /// <returns>Bytes that it may still bring.</returns>
    public long MakeRoom(Push push) =>
        Limits.MaxSourceBytes - store.MakeRoom(push.Source, push.After(store.Find(push.Source)).Select(file => file.Hash).ToHashSet(StringComparer.Ordinal));

    /// <summary>Indexes a push whose turn it is: all of it, or nothing.</summary>
    /// <exception cref="ContentException">There is no post among the files, or none that is indexed under the source's name.</exception>
    /// <exception cref="IndexInUseException">Another process writes to the index, and went on for too long.</exception>
    public async Task<ReindexReport> RunAsync(Push push, IProgress<ReindexProgress>? progress, CancellationToken cancellationToken)
    {
        var request = new ReindexRequest
        {
            Sources = [SourceOf(push.Source, push.Files, push.Unreadable)],
            Full = push.Full,
            DryRun = push.DryRun,
            KeepMissing = push.KeepMissing,
        };
        var report = await WriteAsync(() => new Reindexer(index, rules).RunAsync(request, progress, cancellationToken), cancellationToken);
        if (!push.DryRun)
        {
            store.Keep(new PushedSource
            {
                Name = push.Source,
                Files = push.After(store.Find(push.Source)),
                PushedAt = time.GetUtcNow(),
                Diagnostics = await UnindexedAsync(report.Sources[0], cancellationToken),
            });
        }

        return report;
    }

    /// <summary>The sources that were pushed to an index that was lost, by name; none where it has, or ever had, a generation.</summary>
    public ImmutableArray<string> Lost => [.. LostSources().Select(source => source.Name)];

    /// <summary>Builds an index that was lost anew from what was pushed to it.</summary>
    /// <exception cref="IndexInUseException">Another process writes to the index, and went on for too long.</exception>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        foreach (var source in LostSources())
        {
            // A source that lost its last post by a deletion may have none.
            var request = new ReindexRequest { Sources = [SourceOf(source.Name, source.Files, [])], Forget = ImmutableHashSet<string>.Empty };
            await RunAsync(request, cancellationToken);
        }
    }

    /// <summary>Indexes folders of this machine, in turn with what is pushed: all of it, or nothing.</summary>
    /// <exception cref="ContentException">A folder is not there, has no posts, or clashes with what is indexed.</exception>
    /// <exception cref="IndexInUseException">Another process writes to the index, and went on for too long.</exception>
    public Task<ReindexReport> RunAsync(ReindexRequest request, CancellationToken cancellationToken) =>
        WriteAsync(() => new Reindexer(index, rules).RunAsync(request, progress: null, cancellationToken), cancellationToken);

    /// <summary>
    /// Removes posts of a source, or all of them. What stays is told as if the others had never been, as after a reindex
    /// without them; posts whose contents are not kept here change at their next reindex.
    /// </summary>
    /// <param name="source">Name of the source.</param>
    /// <param name="posts">Paths; null for all.</param>
    /// <param name="cancellationToken">Stops it before its commit.</param>
    /// <returns>The posts that were indexed, in ordinal order, and the generation without them.</returns>
    /// <exception cref="IndexInUseException">Another process writes to the index, and went on for too long.</exception>
    public async Task<(ImmutableArray<string> Removed, Generation Generation)> DeleteAsync(
        string source, IReadOnlySet<string>? posts, CancellationToken cancellationToken)
    {
        using var turn = await EnterAsync(source, cancellationToken);
        var pushed = store.Find(source);
        var gone = posts ?? await AllOfAsync(source, cancellationToken);
        ImmutableArray<PushedFile> left = posts is null || pushed is null ? [] : [.. pushed.Files.Where(file => !gone.Contains(file.Path))];
        var request = new ReindexRequest { Sources = [SourceOf(source, left, [])], Forget = gone };
        var report = await WriteAsync(() => new Reindexer(index, rules).RunAsync(request, progress: null, cancellationToken), cancellationToken);
        if (posts is null)
        {
            store.Forget(source);
        }
        else if (pushed is not null)
        {
            store.Keep(pushed with { Files = left, Diagnostics = pushed.Diagnostics.RemoveAll(diagnostic => gone.Contains(diagnostic.File)) });
        }

        return (report.Sources[0].Removed, report.Generation);
    }

    private ImmutableArray<PushedSource> LostSources() =>
        index.Current.Number == 0 ? [.. store.List().Where(source => source.Files.Length > 0)] : [];

    private async Task<IReadOnlySet<string>> AllOfAsync(string source, CancellationToken cancellationToken) =>
        (await index.ListPostsAsync(cancellationToken)).Where(post => post.Key.Source == source).Select(post => post.Key.Path).ToHashSet(StringComparer.Ordinal);

    private ContentSource SourceOf(string name, ImmutableArray<PushedFile> files, ImmutableArray<string> unreadable) => new()
    {
        Name = name,
        Root = "what was pushed",
        Listing = new ContentListing
        {
            Files = [.. files.Select(file => new ContentFile(file.Path, store.ContentPath(name, file.Hash))).OrderBy(file => file.Path, StringComparer.Ordinal)],
            Unreadable = unreadable,
        },
    };

    // Those of indexed posts are kept with the posts.
    private async Task<ImmutableArray<Diagnostic>> UnindexedAsync(SourceReport report, CancellationToken cancellationToken)
    {
        var indexed = (await index.ListPostsAsync(cancellationToken)).Where(post => post.Key.Source == report.Source.Name)
            .Select(post => post.Key.Path).Except(report.Failed, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return [.. report.Diagnostics.Where(diagnostic => !indexed.Contains(diagnostic.File))];
    }

    // Another process may be writing: a reindex by hand, which ends soon.
    private async Task<T> WriteAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        using var turn = await _writer.EnterAsync("", cancellationToken);
        for (var began = time.GetTimestamp(); ;)
        {
            try
            {
                return await work();
            }
            catch (IndexInUseException) when (time.GetElapsedTime(began) < Patience)
            {
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }
}
