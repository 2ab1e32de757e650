using Grpc.Core;
using Recap.Engine.Indexing;
using Recap.Engine.Relating;
using Recap.Protocol.V1;
using Recap.Server.Errors;
using Recap.Server.Requests;
using TalkFilter = Recap.Engine.Querying.TalkFilter;

namespace Recap.Server.Answers;

/// <summary>The public, read-only service: each call is read, asked of the engine and put into the contract's words.</summary>
[BindServiceMethod(typeof(SearchBinding), nameof(SearchBinding.BindService))]
internal sealed class TalkSearchApi(ITalkIndex index, IRelatedTalks related, ITopicExplainer topics, ReasonWording words)
    : TalkSearchService.TalkSearchServiceBase
{
    private readonly TopicAnswers _topics = new(topics.Taxonomy);

    public override async Task<SearchTalksResponse> SearchTalks(SearchTalksRequest request, ServerCallContext context)
    {
        var question = TalkQuestions.Read(request);
        return new SearchAnswers(words, question).ToResponse(await index.Searcher.SearchAsync(question.Query, context.CancellationToken));
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
        return new RelatedAnswers(words, question).ToResponse(await SuggestAsync(question.Query, context.CancellationToken));
    }

    public override async Task<SuggestQueriesResponse> SuggestQueries(SuggestQueriesRequest request, ServerCallContext context)
    {
        var (typed, limit, language) = SuggestionQuestions.Read(request);
        return SuggestionAnswers.ToResponse(await index.Suggester.SuggestAsync(typed, limit, context.CancellationToken), words, language);
    }

    public override async Task<ListTopicsResponse> ListTopics(ListTopicsRequest request, ServerCallContext context)
    {
        var question = TopicQuestions.Read(request);
        return _topics.ToList(question, await index.Searcher.SearchAsync(TopicAnswers.Counting(question.Filter), context.CancellationToken));
    }

    public override async Task<Topic> GetTopic(GetTopicRequest request, ServerCallContext context)
    {
        var (id, language) = TopicQuestions.Read(request);
        var topic = topics.Taxonomy.Find(id) ?? throw new TopicNotFoundException(id);
        return _topics.ToTopic(topic, await index.Searcher.SearchAsync(TopicAnswers.Counting(TalkFilter.None), context.CancellationToken), language);
    }

    public override async Task<ScoreTopicsResponse> ScoreTopics(ScoreTopicsRequest request, ServerCallContext context)
    {
        var question = TopicQuestions.Read(request);
        var explanations = question.Talk is { } name
            ? topics.Explain((await index.Searcher.GetAsync(name, context.CancellationToken)).Talk, question.MinAffinity)
            : topics.Explain(question.Title, question.Text, question.MinAffinity);
        return _topics.ToScores(explanations, question);
    }

    // Pages ask before they are indexed, too.
    private async Task<RelatedAnswer> SuggestAsync(RelatedQuery query, CancellationToken cancellationToken)
    {
        try
        {
            return await related.SuggestAsync(query, cancellationToken);
        }
        catch (PageNotFoundException)
        {
            return new RelatedAnswer { Groups = [], Generation = index.Current };
        }
    }
}
