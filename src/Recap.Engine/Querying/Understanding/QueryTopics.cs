using Recap.Engine.Analysis;
using Recap.Engine.Indexing;
using Recap.Talks;

namespace Recap.Engine.Querying.Understanding;

/// <summary>What queries are about, by the same model that scores talks: it knows ideas by words that no table lists.</summary>
public sealed class QueryTopics(ITopicScorer scorer)
{
    /// <summary>A few words tell less than a talk does: what the model is less sure of is noise.</summary>
    private const float LeastAffinity = 0.3f;

    /// <summary>The topics of a query; none for names, titles and unknown words.</summary>
    /// <param name="asked">Its words.</param>
    /// <param name="names">Names that are known.</param>
    public AskedTopics Of(AskedWords asked, NameTable names)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(names);
        if (asked.Text.Length == 0)
        {
            return AskedTopics.None;
        }

        var named = names.TopicOfConcept(FoldedText.Of(asked.Text));
        var scored = scorer.Score(new Talk { Id = "", Post = "", Line = 1, Title = asked.Text, Text = "" });
        var found = (named is null ? scored : scored.SetItem(named, 1)).Where(topic => topic.Value >= LeastAffinity).ToList();
        var sum = Math.Max(1, found.Sum(topic => topic.Value));
        return new AskedTopics
        {
            Topics = [.. found.Select(topic => new AskedTopic(topic.Key, topic.Value / sum))],
            Suffice = asked.Describe || (named is not null && !names.IsField(named)),
        };
    }
}
