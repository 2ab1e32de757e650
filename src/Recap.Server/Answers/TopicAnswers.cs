using System.Collections.Immutable;
using Recap.Engine.Querying;
using Recap.Server.Requests;
using Recap.Topics;
using Recap.Topics.Explaining;
using V1 = Recap.Protocol.V1;

namespace Recap.Server.Answers;

/// <summary>Puts topics into the words of the contract.</summary>
internal sealed class TopicAnswers(Taxonomy taxonomy)
{
    /// <summary>The question that counts the talks about each topic.</summary>
    public static TalkQuery Counting(TalkFilter filter) => new()
    {
        Filter = filter,
        PageSize = 1,
        IncludeNotes = false,
        Facets = [TalkFacet.Topic],
        FacetSize = TalkQuery.MaxFacetSize,
    };

    /// <exception cref="PageTokenExpiredException">The page is of another generation.</exception>
    public V1.ListTopicsResponse ToList(TopicListQuestion question, TalkPage counted)
    {
        if (question.Page is { } page && page.Generation != counted.Generation.Number)
        {
            throw new PageTokenExpiredException(page.Generation);
        }

        var from = question.Page?.Offset ?? 0;
        var counts = CountsOf(counted);
        var topics = taxonomy.Topics.Skip(from).Take(question.PageSize).ToArray();
        var next = from + topics.Length;
        return new V1.ListTopicsResponse
        {
            Topics = { topics.Select(topic => ToTopic(topic, counts, question.Language)) },
            NextPageToken = next < taxonomy.Topics.Length ? new TopicPageToken(question.Identity, counted.Generation.Number, next).ToString() : "",
            TotalSize = taxonomy.Topics.Length,
            Generation = TalkAnswers.ToGeneration(counted.Generation),
        };
    }

    public V1.Topic ToTopic(Topic topic, TalkPage counted, string language) => ToTopic(topic, CountsOf(counted), language);

    public V1.ScoreTopicsResponse ToScores(ImmutableArray<TopicExplanation> explanations, TopicScoreQuestion question) => new()
    {
        Scores =
        {
            explanations.Select(explanation => new V1.TopicScore
            {
                TopicId = explanation.Topic,
                DisplayName = taxonomy.Find(explanation.Topic)?.Name.In(question.Language) ?? explanation.Topic,
                Affinity = explanation.Affinity,
                Reasons = { explanation.Reasons.Take(question.ReasonCount).Select(ToReason) },
            }),
        },
    };

    public static V1.TopicReasonKind ToKind(TopicReasonKind kind) => kind switch
    {
        TopicReasonKind.Words => V1.TopicReasonKind.Words,
        TopicReasonKind.Term => V1.TopicReasonKind.Term,
        TopicReasonKind.Technology => V1.TopicReasonKind.Technology,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The contract has no such kind of reason."),
    };

    private static Dictionary<string, int> CountsOf(TalkPage counted) =>
        counted.Facets.SelectMany(facet => facet.Values).ToDictionary(value => value.Value, value => value.Count, StringComparer.Ordinal);

    private static V1.TopicReason ToReason(TopicReason reason) => new() { Kind = ToKind(reason.Kind), Text = reason.Text, Weight = reason.Weight };

    private V1.Topic ToTopic(Topic topic, Dictionary<string, int> counts, string language) => new()
    {
        Name = TopicQuestions.NameOf(topic.Id),
        TopicId = topic.Id,
        DisplayName = topic.Name.In(language),
        Description = topic.Description.In(language),
        Group = taxonomy.Groups.FirstOrDefault(group => group.Id == topic.Group)?.Name.In(language) ?? topic.Group,
        Parents = { topic.Parents.Select(TopicQuestions.NameOf) },
        TalkCount = counts.GetValueOrDefault(topic.Id),
    };
}
