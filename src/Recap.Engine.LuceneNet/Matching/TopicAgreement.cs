using System.Collections.Immutable;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>How much of what a query is about the talks of one segment are about.</summary>
internal sealed class TopicAgreement
{
    private readonly (AskedTopic Asked, ushort[] Affinities)[] _topics;

    public TopicAgreement(ImmutableArray<AskedTopic> topics, TopicAffinities affinities, int segment) =>
        _topics = [.. topics.Select(topic => (topic, affinities.Of(topic.Topic, segment)))];

    /// <summary>Documents that agree so much or more, in order; deleted ones may be among them.</summary>
    public List<int> Enough(float least)
    {
        var enough = new List<int>();
        var docs = _topics.Length > 0 ? _topics[0].Affinities.Length : 0;
        for (var doc = 0; doc < docs; doc++)
        {
            if (Of(doc) >= least)
            {
                enough.Add(doc);
            }
        }

        return enough;
    }

    /// <summary>From 0 (nothing) to 1 (wholly).</summary>
    public float Of(int doc)
    {
        var agreement = 0f;
        foreach (var (asked, affinities) in _topics)
        {
            agreement += asked.Share * affinities[doc];
        }

        return agreement / Thousandths.Whole;
    }

    /// <summary>The topics that a document shares with the query, the one that agrees most first.</summary>
    public ImmutableArray<string> Shared(int doc) =>
    [
        .. _topics.Where(topic => topic.Affinities[doc] > 0)
            .OrderByDescending(topic => topic.Asked.Share * topic.Affinities[doc])
            .Select(topic => topic.Asked.Topic),
    ];
}
