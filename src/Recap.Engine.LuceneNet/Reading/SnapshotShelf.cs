using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet.Planning;
using Recap.Engine.LuceneNet.Writing;
using IndexDirectory = Lucene.Net.Store.Directory;

namespace Recap.Engine.LuceneNet.Reading;

/// <summary>
/// The generation that readers see and, for a while, those before it, so that page tokens stay good.
/// The current one is swapped as one reference; a query takes no lock.
/// </summary>
internal sealed class SnapshotShelf : IDisposable
{
    private readonly LuceneIndexOptions _options;
    private readonly Lock _gate = new();
    private readonly List<(Snapshot Snapshot, long Superseded)> _kept = [];
    private readonly ConditionalWeakTable<object, Lazy<SegmentWords>> _words = [];
    private readonly string _fingerprint;
    private volatile Snapshot _current;
    private long _checked;

    public SnapshotShelf(IndexDirectory directory, LuceneIndexOptions options, string fingerprint)
    {
        Directory = directory;
        _options = options;
        _fingerprint = fingerprint;
        _current = DirectoryReader.IndexExists(directory) ? Wrap(DirectoryReader.Open(directory)) : Empty();
        _checked = options.TimeProvider.GetTimestamp();
    }

    public IndexDirectory Directory { get; }

    public Snapshot Current => _current;

    /// <summary>Called with every generation that readers see from now on; must not wait.</summary>
    public Action<Snapshot>? Published { get; set; }

    /// <summary>Holds the newest generation, as far as it is known; the caller releases it.</summary>
    public Snapshot Hold()
    {
        RefreshIfDue();
        while (true)
        {
            var current = _current;
            if (current.TryHold())
            {
                return current;
            }

            ObjectDisposedException.ThrowIf(ReferenceEquals(current, _current), this);
        }
    }

    /// <summary>Holds a generation by number; null where it is no longer there.</summary>
    public Snapshot? Hold(long generation)
    {
        RefreshIfDue();
        lock (_gate)
        {
            DropOld();
            var wanted = _current.Generation.Number == generation
                ? _current
                : _kept.Find(kept => kept.Snapshot.Generation.Number == generation).Snapshot;
            return wanted?.TryHold() == true ? wanted : null;
        }
    }

    /// <summary>Publishes the newest commit, and holds it for the caller, who releases it.</summary>
    /// <exception cref="IndexUnusableException">The folder was taken away, or what is there cannot be read.</exception>
    public Snapshot Refresh()
    {
        lock (_gate)
        {
            _checked = _options.TimeProvider.GetTimestamp();
            if (NewerOrNone() is { } newer)
            {
                Replace(newer);
            }

            DropOld();
            ObjectDisposedException.ThrowIf(!_current.TryHold(), this);
            return _current;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _kept.ForEach(kept => kept.Snapshot.Release());
            _kept.Clear();
            _current.Release();
            Directory.Dispose();
        }
    }

    /// <summary>Another process may have committed: looked for now and then, by whichever query comes first.</summary>
    private void RefreshIfDue()
    {
        var last = Interlocked.Read(ref _checked);
        var now = _options.TimeProvider.GetTimestamp();
        var due = _options.TimeProvider.GetElapsedTime(last, now) >= _options.RefreshInterval;
        if (due && Interlocked.CompareExchange(ref _checked, now, last) == last)
        {
            LookForNewer();
        }
    }

    // What is being read stays readable whatever becomes of its folder: no query fails for that, and the next reindex says it.
    private void LookForNewer()
    {
        try
        {
            Refresh().Release();
        }
        catch (IndexUnusableException)
        {
        }
    }

    private Snapshot? NewerOrNone()
    {
        try
        {
            return Newer();
        }
        catch (Exception e) when (e is not ObjectDisposedException && IndexFolder.TellsOfDamage(e))
        {
            throw new IndexUnusableException($"The index in '{_options.Path}' was taken away or damaged meanwhile: {e.Message} Start anew: that opens what is there now.", e);
        }
    }

    private Snapshot? Newer()
    {
        if (_current.Reader is not DirectoryReader reader)
        {
            return DirectoryReader.IndexExists(Directory) ? Wrap(DirectoryReader.Open(Directory)) : null;
        }

        if (reader.IsCurrent())
        {
            return null;
        }

        return IsOfAnotherPast(reader) ? Wrap(DirectoryReader.Open(Directory)) : DirectoryReader.OpenIfChanged(reader) is { } newer ? Wrap(newer) : null;
    }

    // Lucene reopens a segment by its name. Who goes back to before a deletion has it without the deletion again, and in an index
    // that was put aside and built anew, what has its name is another one.
    private bool IsOfAnotherPast(DirectoryReader reader)
    {
        var infos = new SegmentInfos();
        infos.Read(Directory);
        var now = infos.Segments.ToDictionary(segment => segment.Info.Name, StringComparer.Ordinal);
        return reader.Leaves.Select(leaf => leaf.AtomicReader).OfType<SegmentReader>().Any(read =>
            now.TryGetValue(read.SegmentName, out var same) && ((read.HasDeletions && !same.HasDeletions) || MadeAt(read.SegmentInfo) != MadeAt(same)));
    }

    private static string? MadeAt(SegmentCommitInfo segment) => segment.Info.Diagnostics?.TryGetValue("timestamp", out var at) == true ? at : null;

    private void Replace(Snapshot newer)
    {
        var before = _current;
        _current = newer;
        if (before.Generation.Number == newer.Generation.Number)
        {
            // The same talks, merged: page tokens are as good for one as for the other.
            before.Release();
        }
        else
        {
            _kept.Add((before, _checked));
        }

        Published?.Invoke(newer);
    }

    private void DropOld()
    {
        var now = _options.TimeProvider.GetTimestamp();
        while (_kept.Count > 0 && (_kept.Count > _options.KeptGenerations
            || _options.TimeProvider.GetElapsedTime(_kept[0].Superseded, now) > _options.PagingGrace))
        {
            _kept[0].Snapshot.Release();
            _kept.RemoveAt(0);
        }
    }

    private Snapshot Wrap(DirectoryReader reader)
    {
        try
        {
            return new Snapshot(CommitData.Read(reader.IndexCommit.UserData), reader, _words);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    private Snapshot Empty() => new(CommitData.Nothing(_fingerprint), new MultiReader(), _words);
}
