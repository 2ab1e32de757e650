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

    private readonly ImmutableArray<WatchedFolder> _folders;
    private readonly ITimer _sweep;
    private readonly Debouncer _changes;

    /// <param name="sources">What to watch.</param>
    /// <param name="time">Tells when a burst of changes is over.</param>
    /// <exception cref="ContentException">A folder is not there.</exception>
    public ContentWatch(ImmutableArray<ContentSource> sources, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _changes = new Debouncer(time);
        _folders = [.. sources.Select(source => new WatchedFolder(source, Notice))];
        _sweep = time.CreateTimer(_ => _changes.Touch(), state: null, Period, Period);
    }

    /// <summary>Whether the system tells of changes; otherwise the folders are looked through every two seconds.</summary>
    public bool IsTold => _folders.All(folder => folder.IsTold);

    private TimeSpan Period => IsTold ? Seldom : Often;

    /// <summary>Waits until something may have changed, and the burst of it is over.</summary>
    public async Task NextAsync(CancellationToken cancellationToken)
    {
        await _changes.WaitAsync(cancellationToken);

        // Before its caller looks, so that what changes meanwhile is told.
        var renewed = false;
        foreach (var folder in _folders)
        {
            renewed |= folder.Renew();
        }

        if (renewed)
        {
            _sweep.Change(Period, Period);
        }
    }

    /// <summary>As if something had changed: to try again what failed.</summary>
    public void Touch() => _changes.Touch();

    /// <inheritdoc/>
    public void Dispose()
    {
        _sweep.Dispose();
        foreach (var folder in _folders)
        {
            folder.Dispose();
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
}
