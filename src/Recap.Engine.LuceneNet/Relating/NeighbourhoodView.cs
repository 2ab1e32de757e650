using System.Collections.Immutable;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet.Filtering;
using Recap.Engine.LuceneNet.Reading;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying;
using Recap.Engine.Relating;

namespace Recap.Engine.LuceneNet.Relating;

/// <summary>One snapshot, as relating asks for it. Releases the snapshot when disposed of.</summary>
internal sealed class NeighbourhoodView(Snapshot snapshot) : INeighbourhoodView
{
    /// <inheritdoc/>
    public Generation Generation => snapshot.Generation;

    /// <inheritdoc/>
    public Task<IndexedTalk> GetAsync(string id, CancellationToken cancellationToken) =>
        snapshot.Find(id) is { } talk ? Task.FromResult(talk) : Task.FromException<IndexedTalk>(new TalkNotFoundException(id));

    /// <inheritdoc/>
    public Task<ImmutableArray<IndexedTalk>> TalksOfPageAsync(PageKey page, CancellationToken cancellationToken)
    {
        var talks = TalksAt(page.ToString());
        return Task.FromResult(talks.IsEmpty && page.Host.Length > 0 ? TalksAt(page.Path) : talks);
    }

    /// <inheritdoc/>
    public Task<KeyCounts> CountAsync(ImmutableArray<string> keys, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, int>(keys.Length, StringComparer.Ordinal);
        var cursors = snapshot.Reader.Leaves.Select(leaf => leaf.AtomicReader.GetTerms(RelatingFields.Keys)?.GetEnumerator()).OfType<TermsEnum>().ToArray();
        foreach (var key in keys)
        {
            var term = new BytesRef(RelatingFields.TermOf(key));
            counts[key] = cursors.Sum(cursor => cursor.SeekExact(term) ? cursor.DocFreq : 0);
        }

        return Task.FromResult(new KeyCounts(snapshot.Generation.Talks, counts));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Neighbour> FindAsync(NeighbourQuery query, CancellationToken cancellationToken) =>
        new NeighbourSearch(snapshot, query).Run(cancellationToken).ToAsyncEnumerable();

    /// <inheritdoc/>
    public Task<ImmutableArray<IndexedTalk>> LoadAsync(ImmutableArray<Neighbour> neighbours, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<IndexedTalk>>([.. neighbours.Select(neighbour => snapshot.TalkAt(neighbour.Handle))]);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        snapshot.Release();
        return ValueTask.CompletedTask;
    }

    /// <summary>The talks of one post: a path alone may be that of several sites, then the first by source answers.</summary>
    private ImmutableArray<IndexedTalk> TalksAt(string page)
    {
        var at = new Term(RelatingFields.Page, TermText.Of(page));
        var documents = snapshot.Reader.Leaves.SelectMany(leaf => Documents(DocSets.WithAny(leaf.AtomicReader, at), leaf.DocBase));
        var posts = documents.Select(snapshot.TalkAt).GroupBy(talk => new PostKey(talk.Source, talk.Talk.Post));
        var first = posts.MinBy(post => $"{post.Key.Source}\n{post.Key.Path}", StringComparer.Ordinal);
        return first is null ? [] : [.. first.OrderBy(talk => talk.Talk.Line).ThenBy(talk => talk.Talk.Id, StringComparer.Ordinal)];
    }

    private static IEnumerable<int> Documents(FixedBitSet admitted, int docBase)
    {
        var documents = admitted.GetIterator();
        for (var doc = documents.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.NextDoc())
        {
            yield return docBase + doc;
        }
    }
}
