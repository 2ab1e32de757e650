using System.Runtime.CompilerServices;
using Recap.Engine.Indexing;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Suggesting;

namespace Recap.Engine.LuceneNet.Reading;

/// <summary>
/// Suggests from the names and words of the newest generation. Where generations are made ready, names of the one before are
/// told until those of the newest are gathered: who types does not wait for a reindex.
/// </summary>
internal sealed class QuerySuggester(SnapshotShelf shelf, ITalkSearcher searcher, ITopicScorer topics) : IQuerySuggester
{
    // One catalogue a generation, made when it is first asked for while the others wait; it goes when the generation goes.
    private readonly ConditionalWeakTable<Snapshot, Lazy<Task<CompletionCatalogue>>> _catalogues = [];

    // A generation shares most of its segments with the one before.
    private readonly ConditionalWeakTable<object, SegmentNames> _segments = [];

    private volatile Gathered? _ready;

    /// <inheritdoc/>
    public async Task<QuerySuggestions> SuggestAsync(string typed, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        cancellationToken.ThrowIfCancellationRequested();
        var snapshot = shelf.Hold();
        try
        {
            var gathered = CatalogueOf(snapshot).IsCompletedSuccessfully ? null : _ready;
            gathered ??= await GatherAsync(snapshot, cancellationToken);
            return new QuerySuggestions
            {
                Completions = gathered.Names.Complete(typed, most),
                DidYouMean = await MeantAsync(typed, cancellationToken),
                Generation = gathered.Generation,
            };
        }
        finally
        {
            snapshot.Release();
        }
    }

    /// <summary>Gathers the names of a generation that the caller holds, unless they are gathered.</summary>
    public async Task ReadyAsync(Snapshot held, CancellationToken cancellationToken) => _ready = await GatherAsync(held, cancellationToken);

    private Task<CompletionCatalogue> CatalogueOf(Snapshot held) =>
        _catalogues.GetValue(held, of => new Lazy<Task<CompletionCatalogue>>(() => CollectAsync(of))).Value;

    private async Task<Gathered> GatherAsync(Snapshot held, CancellationToken cancellationToken)
    {
        var catalogue = CatalogueOf(held);
        try
        {
            return new Gathered(held.Generation, await catalogue.WaitAsync(cancellationToken));
        }
        catch (Exception) when (catalogue.IsFaulted)
        {
            // The next one tries again.
            _catalogues.Remove(held);
            throw;
        }
    }

    // Whoever asks first may leave before it is done: it holds the generation for itself.
    private async Task<CompletionCatalogue> CollectAsync(Snapshot snapshot)
    {
        ObjectDisposedException.ThrowIf(!snapshot.TryHold(), snapshot);
        try
        {
            return await Task.Run(() => CompletionCatalogue.Of(Enumerable.Range(0, snapshot.Reader.Leaves.Count).SelectMany(segment => NamesOf(snapshot, segment)), topics));
        }
        finally
        {
            snapshot.Release();
        }
    }

    private IEnumerable<CompletionName> NamesOf(Snapshot snapshot, int segment)
    {
        var reader = snapshot.Reader.Leaves[segment].AtomicReader;
        return _segments.GetValue(reader.CoreCacheKey, _ => new SegmentNames(reader.MaxDoc)).Of(snapshot, segment);
    }

    private async Task<string?> MeantAsync(string typed, CancellationToken cancellationToken)
    {
        var page = await searcher.SearchAsync(new TalkQuery { Text = typed }, cancellationToken);
        return page.Understood.Corrected ?? page.Understood.Suggested;
    }

    private sealed record Gathered(Generation Generation, CompletionCatalogue Names);
}
