using System.Collections.Immutable;

namespace Recap.Engine.Indexing.Watching;

/// <summary>
/// Tells when folders of posts have changed and come to rest. The system may lose events, and has none on some file
/// systems; so they are looked through now and then as well, which costs little where nothing changed.
/// </summary>
public sealed class ContentWatch : IDisposable
{
    private static readonly TimeSpan Seldom = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(2);

    private readonly ImmutableArray<FileSystemWatcher> _watchers;
    private readonly ITimer _sweep;
    private readonly Debouncer _changes;

    /// <param name="sources">What to watch.</param>
    /// <param name="time">Tells when a burst of changes is over.</param>
    /// <exception cref="ContentException">A folder is not there.</exception>
    public ContentWatch(ImmutableArray<ContentSource> sources, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _changes = new Debouncer(time);
        _watchers = [.. sources.Select(Watch).OfType<FileSystemWatcher>()];
        IsTold = _watchers.Length == sources.Length;
        var period = IsTold ? Seldom : Often;
        _sweep = time.CreateTimer(_ => _changes.Touch(), state: null, period, period);
    }

    /// <summary>Whether the system tells of changes; otherwise the folders are looked through every two seconds.</summary>
    public bool IsTold { get; }

    /// <summary>Waits until something may have changed, and the burst of it is over.</summary>
    public Task NextAsync(CancellationToken cancellationToken) => _changes.WaitAsync(cancellationToken);

    /// <summary>As if something had changed: to try again what failed.</summary>
    public void Touch() => _changes.Touch();

    /// <inheritdoc/>
    public void Dispose()
    {
        _sweep.Dispose();
        foreach (var watcher in _watchers)
        {
            watcher.Dispose();
        }
    }

    /// <summary>Something changed at a path below the root, or nobody knows where.</summary>
    internal void Notice(string? path)
    {
        if (path is null || WatchedPath.Matters(path))
        {
            _changes.Touch();
        }
    }

    private FileSystemWatcher? Watch(ContentSource source)
    {
        if (!Directory.Exists(source.Root))
        {
            throw new ContentException($"There is no folder '{source.Root}'.");
        }

        var watcher = new FileSystemWatcher(source.Root)
        {
            IncludeSubdirectories = source.OnlyPost is null,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Created += Changed;
        watcher.Changed += Changed;
        watcher.Deleted += Changed;
        watcher.Renamed += Renamed;
        // Events were lost, or the folder itself is gone: a look will tell.
        watcher.Error += (_, _) => _changes.Touch();
        try
        {
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (IOException)
        {
            // The system gives out so many watches, and has no more.
            watcher.Dispose();
            return null;
        }
    }

    private void Changed(object sender, FileSystemEventArgs change) => Notice(change.Name);

    private void Renamed(object sender, RenamedEventArgs change)
    {
        Notice(change.OldName);
        Notice(change.Name);
    }
}
