using Lucene.Net.Analysis;
using Lucene.Net.Search;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet.Highlighting;
using Recap.Engine.LuceneNet.Matching;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying;

namespace Recap.Engine.LuceneNet.Reading;

/// <summary>Answers from one snapshot a call.</summary>
internal sealed class TalkSearcher(SnapshotShelf shelf, Analyzer analyzer) : ITalkSearcher
{
    /// <inheritdoc/>
    public async Task<TalkPage> SearchAsync(TalkQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.PageSize, 1, nameof(query));
        cancellationToken.ThrowIfCancellationRequested();
        var token = TokenOf(query);
        var snapshot = token is { } page
            ? shelf.Hold(page.Generation) ?? throw new PageTokenExpiredException(page.Generation)
            : shelf.Hold();
        try
        {
            return await Task.FromResult(Search(snapshot, query, token?.Offset ?? 0));
        }
        finally
        {
            snapshot.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<IndexedTalk> GetAsync(string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        cancellationToken.ThrowIfCancellationRequested();
        var snapshot = shelf.Hold();
        try
        {
            return await Task.FromResult(snapshot.Find(id) ?? throw new TalkNotFoundException(id));
        }
        finally
        {
            snapshot.Release();
        }
    }

    private static PageToken? TokenOf(TalkQuery query)
    {
        if (string.IsNullOrEmpty(query.PageToken))
        {
            return null;
        }

        var token = PageToken.Parse(query.PageToken);
        return token.Question == PageToken.QuestionOf(query)
            ? token
            : throw new InvalidPageTokenException("The page token is of another query. Only page_size may change between pages.");
    }

    private TalkPage Search(Snapshot snapshot, TalkQuery query, int offset)
    {
        var compiled = new QueryCompiler(analyzer).Compile(query.Text);
        var size = Math.Min(query.PageSize, TalkQuery.MaxPageSize);
        var wanted = (int)Math.Clamp((long)offset + size, 1, Math.Max(1, snapshot.Reader.MaxDoc));
        var collector = TopFieldCollector.Create(SortOrders.Of(query, compiled.HasText), wanted, true, true, false, false);
        snapshot.Searcher.Search(compiled.Query, FilterCompiler.Compile(query.Filter, query.IncludeNotes), collector);
        var highlighter = new Highlighter(analyzer, compiled.Marks);
        var next = offset + size;
        return new TalkPage
        {
            Hits =
            [
                .. collector.GetTopDocs(Math.Min(offset, wanted), size).ScoreDocs
                    .Select(hit => ToHit(snapshot.Searcher, hit, highlighter, compiled.HasText)),
            ],
            Total = new TotalHits(collector.TotalHits, Exact: true),
            Generation = snapshot.Generation,
            NextPageToken = next < collector.TotalHits
                ? new PageToken(PageToken.QuestionOf(query), snapshot.Generation.Number, next).ToString()
                : null,
        };
    }

    private static TalkHit ToHit(IndexSearcher searcher, ScoreDoc hit, Highlighter highlighter, bool scored)
    {
        var talk = TalkDocuments.ToTalk(searcher.Doc(hit.Doc));
        return new TalkHit
        {
            Talk = talk,
            Score = scored ? hit.Score : 0,
            Title = highlighter.Whole(FieldNames.Title, talk.Talk.Title),
            Snippets = highlighter.Passages(FieldNames.Text, talk.Talk.Text),
        };
    }
}
