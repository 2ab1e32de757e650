using System.Collections.Immutable;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet.Ordering;
using Recap.Engine.LuceneNet.Planning;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Highlighting;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.LuceneNet.Reading;

/// <summary>Answers from one snapshot a call.</summary>
internal sealed class TalkSearcher(SnapshotShelf shelf, QueryReader reader, QueryInterests interests, RankingOptions ranking) : ITalkSearcher
{
    private readonly GenerationMemories _memories = new(ranking);

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
            return await Task.FromResult(Search(snapshot, query, token?.Offset ?? 0, cancellationToken));
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

    private TalkPage Search(Snapshot snapshot, TalkQuery query, int offset, CancellationToken cancellationToken)
    {
        // Entries of kind notes hold words too, and may be all there is.
        var talks = snapshot.Reader.NumDocs - snapshot.Generation.Posts;
        var vocabulary = new Vocabulary(snapshot);
        var read = reader.Read(query.Text, vocabulary);
        var asked = AskedWords.Of(read, vocabulary, reader.Names);
        var plan = new QueryPlanner(vocabulary, talks, ranking).Plan(read) with
        {
            Topics = interests.Topics.Of(asked, reader.Names),
            Meaning = interests.MeaningIn(snapshot, asked),
        };
        var (formula, shown) = _memories.Of(snapshot);
        var search = new SnapshotSearch(snapshot, query, plan, formula);
        var size = Math.Min(query.PageSize, TalkQuery.MaxPageSize);
        var next = (int)Math.Min((long)offset + size, int.MaxValue - SessionCollapse.Depth);
        var answer = query.CollapseTellings
            ? new TellingsCollapse(snapshot).Apply(search.Run(next + SessionCollapse.Depth, cancellationToken))
            : search.Run(next, cancellationToken);
        var highlighter = new Highlighter(plan.Marks);
        var explained = query.Explain && plan.HasText ? new HitScoring(snapshot, search, plan, formula) : null;
        var hits = answer.Hits.Skip(offset).Take(size).Select(hit => ToHit(shown.Of(snapshot, hit.Doc), hit, highlighter, explained)).ToImmutableArray();
        return new TalkPage
        {
            Hits = hits,
            Understood = UnderstoodQuery.Of(read, vocabulary, reader.Names, hits),
            Total = new TotalHits(answer.Total, Exact: true),
            Facets = answer.Facets,
            Generation = snapshot.Generation,
            NextPageToken = next < answer.Total
                ? new PageToken(PageToken.QuestionOf(query), snapshot.Generation.Number, next).ToString()
                : null,
        };
    }

    private static TalkHit ToHit(ShownTalk shown, RankedHit hit, Highlighter highlighter, HitScoring? explained) => new()
    {
        Talk = shown.Talk,
        Score = hit.Score,
        Title = highlighter.Whole(shown.Title),
        Snippets = highlighter.Passages(shown.Text),
        Explanation = explained?.Explain(hit),
        Tellings = hit.Tellings,
    };
}
