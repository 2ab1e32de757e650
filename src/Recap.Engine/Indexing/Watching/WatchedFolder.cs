namespace Recap.Engine.Indexing.Watching;

/// <summary>
/// What the system tells of one folder. It follows the folder that was there and not its path: where that was deleted and made
/// anew, it is asked for the new one.
/// </summary>
internal sealed class WatchedFolder : IDisposable
{
    private readonly ContentSource _source;
    private readonly Action<string?> _changed;
    private FileSystemWatcher? _watcher;
    private DateTime _made;
    private volatile bool _lost;

    /// <param name="source">The folder.</param>
    /// <param name="changed">Told of paths below it; of null where nobody knows what changed.</param>
    /// <exception cref="ContentException">The folder is not there.</exception>
    public WatchedFolder(ContentSource source, Action<string?> changed)
    {
        (_source, _changed) = (source, changed);
        if (!Directory.Exists(source.Root))
        {
            throw new ContentException($"There is no folder '{source.Root}'.");
        }

        Watch();
    }

    /// <summary>Whether the system tells of changes.</summary>
    public bool IsTold => _watcher is not null;

    /// <summary>Watches the folder that is there now, where it is another one or events were lost.</summary>
    /// <returns>Whether it had to.</returns>
    public bool Renew()
    {
        if (!Directory.Exists(_source.Root) || (!_lost && Directory.GetCreationTimeUtc(_source.Root) == _made))
        {
            return false;
        }

        _watcher?.Dispose();
        Watch();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _watcher?.Dispose();

    private void Watch()
    {
        _lost = false;
        _made = Directory.GetCreationTimeUtc(_source.Root);
        try
        {
            _watcher = Begin();
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            // The system gives out so many watches, and has no more; or the folder is gone again.
            _watcher = null;
        }
    }

    private FileSystemWatcher Begin()
    {
        var watcher = new FileSystemWatcher(_source.Root)
        {
            IncludeSubdirectories = _source.OnlyPost?.Contains('/') is not false,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Created += Changed;
        watcher.Changed += Changed;
        watcher.Deleted += Changed;
        watcher.Renamed += Renamed;
        watcher.Error += Lost;
        try
        {
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch
        {
            watcher.Dispose();
            throw;
        }
    }

    private void Changed(object sender, FileSystemEventArgs change) => _changed(change.Name);

    private void Renamed(object sender, RenamedEventArgs change)
    {
        _changed(change.OldName);
        _changed(change.Name);
    }

    // Events were lost, or the folder itself is gone: a look will tell.
    private void Lost(object sender, ErrorEventArgs error)
    {
        _lost = true;
        _changed(null);
    }
}
