using Grpc.Core;
using Recap.Engine.Indexing;
using Recap.Protocol.V1;
using Recap.Server.Requests;

namespace Recap.Server.Answers;

/// <summary>The public, read-only service: each call is read, asked of the engine and put into the contract's words.</summary>
internal sealed class TalkSearchApi(ITalkIndex index, RelatedSuggestions related) : TalkSearchService.TalkSearchServiceBase
{
    public override async Task<SearchTalksResponse> SearchTalks(SearchTalksRequest request, ServerCallContext context)
    {
        var (query, withText) = TalkQuestions.Read(request);
        return TalkAnswers.ToSearchResponse(await index.Searcher.SearchAsync(query, context.CancellationToken), query.Filter, withText);
    }

    public override async Task<Talk> GetTalk(GetTalkRequest request, ServerCallContext context)
    {
        var (id, withText) = TalkQuestions.Read(request);
        return TalkAnswers.ToTalk(await index.Searcher.GetAsync(id, context.CancellationToken), withText);
    }

    public override async Task<ListTalksResponse> ListTalks(ListTalksRequest request, ServerCallContext context)
    {
        var (query, withText) = TalkQuestions.Read(request);
        return TalkAnswers.ToListResponse(await index.Searcher.SearchAsync(query, context.CancellationToken), withText);
    }

    public override async Task<SuggestRelatedTalksResponse> SuggestRelatedTalks(SuggestRelatedTalksRequest request, ServerCallContext context)
    {
        var question = RelatedQuestions.Read(request);
        return new RelatedAnswers(related.Words, question).ToResponse(await related.Talks.SuggestAsync(question.Query, context.CancellationToken));
    }
}
