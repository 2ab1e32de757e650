using Recap.Engine.Querying;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>What the documents of one segment gain beyond the words of a query: by topics they share with it, and by meaning alike.</summary>
/// <param name="topics">How much of what the query is about they are about.</param>
/// <param name="nearness">How near their vectors lie to the query's, by document, each 0..1; null where it has none.</param>
/// <param name="options">What both are worth.</param>
internal sealed class Aboutness(TopicAgreement topics, float[]? nearness, RankingOptions options)
{
    /// <summary>A talk that holds no word of the query answers from here on.</summary>
    private const float LeastAlone = 0.5f;

    /// <summary>What a document gains by topics and by meaning. 0 or more.</summary>
    public float Of(int doc) => ByTopics(doc) + ByMeaning(doc);

    /// <summary>What the topics it shares with the query bring a document.</summary>
    public float ByTopics(int doc) => options.Topics * topics.Of(doc);

    /// <summary>What meaning alike brings a document.</summary>
    public float ByMeaning(int doc) => nearness is null ? 0 : options.Meaning * nearness[doc];

    /// <summary>Documents that answer without a word of the query, in order; deleted ones may be among them.</summary>
    /// <param name="topicsSuffice">Whether its topics alone may be the answer.</param>
    public IEnumerable<int> Enough(bool topicsSuffice)
    {
        var byTopics = topicsSuffice ? topics.Enough(LeastAlone) : [];
        return nearness is null
            ? byTopics
            : byTopics.Union(Enumerable.Range(0, nearness.Length).Where(doc => nearness[doc] >= LeastAlone)).Order();
    }
}
