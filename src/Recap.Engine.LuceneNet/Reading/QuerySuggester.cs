using System.Runtime.CompilerServices;
using Lucene.Net.Search;
using Recap.Engine.Indexing;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Suggesting;

namespace Recap.Engine.LuceneNet.Reading;

/// <summary>Suggests from the names and words of the newest generation.</summary>
internal sealed class QuerySuggester(SnapshotShelf shelf, ITalkSearcher searcher, ITopicScorer topics) : IQuerySuggester
{
    // One catalogue a generation, made when it is first asked for; it goes when the generation goes.
    private readonly ConditionalWeakTable<Snapshot, Lazy<CompletionCatalogue>> _catalogues = [];

    /// <inheritdoc/>
    public async Task<QuerySuggestions> SuggestAsync(string typed, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        cancellationToken.ThrowIfCancellationRequested();
        var snapshot = shelf.Hold();
        try
        {
            return new QuerySuggestions
            {
                Completions = CatalogueOf(snapshot).Complete(typed, most),
                DidYouMean = await MeantAsync(typed, cancellationToken),
                Generation = snapshot.Generation,
            };
        }
        finally
        {
            snapshot.Release();
        }
    }

    private CompletionCatalogue CatalogueOf(Snapshot snapshot) =>
        _catalogues.GetValue(snapshot, held => new Lazy<CompletionCatalogue>(() => CompletionCatalogue.Of(TalksOf(held), topics))).Value;

    private static IEnumerable<IndexedTalk> TalksOf(Snapshot snapshot)
    {
        var leaves = snapshot.Reader.Leaves;
        for (var segment = 0; segment < leaves.Count; segment++)
        {
            var talks = snapshot.Talks(segment).GetIterator();
            for (var doc = talks.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = talks.NextDoc())
            {
                yield return snapshot.TalkAt(leaves[segment].DocBase + doc);
            }
        }
    }

    private async Task<string?> MeantAsync(string typed, CancellationToken cancellationToken)
    {
        var page = await searcher.SearchAsync(new TalkQuery { Text = typed }, cancellationToken);
        return page.Understood.Corrected ?? page.Understood.Suggested;
    }
}
