using Recap.Engine.Querying;

namespace Recap.Engine.LuceneNet.Reading;

/// <summary>
/// Reads in the background what first queries of a generation would wait for: words to find near ones among, days and values to
/// count, names to complete to. At 100,000 talks that takes some seconds; queries that come meanwhile wait for their share only.
/// </summary>
internal sealed class Warmth : IAsyncDisposable
{
    /// <summary>Nobody's word, so that it is looked for by its neighbours.</summary>
    private const string Misspelt = "kuberntees";

    private readonly ITalkSearcher _searcher;
    private readonly QuerySuggester _suggester;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();

    /// <param name="shelf">Generations come from here.</param>
    /// <param name="searcher">Is asked once a generation.</param>
    /// <param name="suggester">Makes the names ready.</param>
    public Warmth(SnapshotShelf shelf, ITalkSearcher searcher, QuerySuggester suggester)
    {
        (_searcher, _suggester) = (searcher, suggester);
        shelf.Published = Warm;
        Warm(shelf.Current);
    }

    /// <summary>Ends when the newest generation is read.</summary>
    public Task Done { get; private set; } = Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Done;
        _stop.Dispose();
    }

    private void Warm(Snapshot snapshot)
    {
        lock (_gate)
        {
            // One generation after the other: the machine has queries to answer.
            Done = Done.ContinueWith(_ => ReadAsync(snapshot), TaskScheduler.Default).Unwrap();
        }
    }

    private async Task ReadAsync(Snapshot snapshot)
    {
        if (_stop.IsCancellationRequested || !snapshot.TryHold())
        {
            return;
        }

        try
        {
            await _searcher.SearchAsync(new TalkQuery { Text = Misspelt, Facets = [.. Enum.GetValues<TalkFacet>()] }, _stop.Token);
            Read(snapshot);
            await _suggester.ReadyAsync(snapshot, _stop.Token);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // Whoever asks is told.
        }
        finally
        {
            snapshot.Release();
        }
    }

    private void Read(Snapshot snapshot)
    {
        for (var segment = 0; segment < snapshot.Reader.Leaves.Count && !_stop.IsCancellationRequested; segment++)
        {
            snapshot.WordsOf(segment);
            foreach (var facet in Enum.GetValues<TalkFacet>())
            {
                snapshot.ColumnOf(facet).SetsOf(segment);
            }
        }
    }
}
