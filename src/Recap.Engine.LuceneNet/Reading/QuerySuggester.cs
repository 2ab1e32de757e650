using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Lucene.Net.Search;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Suggesting;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.LuceneNet.Reading;

/// <summary>Suggests from the names and words of the newest generation.</summary>
internal sealed class QuerySuggester(SnapshotShelf shelf, QueryReader reader, ITalkSearcher searcher) : IQuerySuggester
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
                DidYouMean = await CorrectAsync(snapshot, typed, cancellationToken),
                Generation = snapshot.Generation,
            };
        }
        finally
        {
            snapshot.Release();
        }
    }

    private CompletionCatalogue CatalogueOf(Snapshot snapshot) =>
        _catalogues.GetValue(snapshot, held => new Lazy<CompletionCatalogue>(() => CompletionCatalogue.Of(TalksOf(held)))).Value;

    private static IEnumerable<Indexing.IndexedTalk> TalksOf(Snapshot snapshot)
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

    /// <summary>A correction that finds nothing helps nobody.</summary>
    private async Task<string?> CorrectAsync(Snapshot snapshot, string typed, CancellationToken cancellationToken)
    {
        var corrected = SpellingCorrection.Of(reader.Read(typed, snapshot.Vocabulary), snapshot.Vocabulary, reader.Names);
        if (corrected is null)
        {
            return null;
        }

        var page = await searcher.SearchAsync(new TalkQuery { Text = corrected, PageSize = 1 }, cancellationToken);
        return page.Total.Value > 0 ? Spelled(corrected, page.Hits) : null;
    }

    /// <summary>Writes the corrected words with the accents they have in the best talk.</summary>
    private static string Spelled(string corrected, ImmutableArray<TalkHit> hits)
    {
        var shown = hits.SelectMany(hit => hit.Title.Concat(hit.Snippets.SelectMany(snippet => snippet)))
            .Where(segment => segment.Highlighted).Select(segment => segment.Text.ToLowerInvariant())
            .DistinctBy(Recap.Engine.Analysis.FoldedText.KeyOf).ToDictionary(Recap.Engine.Analysis.FoldedText.KeyOf);
        return string.Join(' ', corrected.Split(' ').Select(word => shown.GetValueOrDefault(word, word)));
    }
}
