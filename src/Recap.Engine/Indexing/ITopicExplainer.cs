using System.Collections.Immutable;
using Recap.Talks;
using Recap.Topics;
using Recap.Topics.Explaining;

namespace Recap.Engine.Indexing;

/// <summary>Says what a text is about, and which of its words say so.</summary>
public interface ITopicExplainer
{
    /// <summary>The topics there are.</summary>
    Taxonomy Taxonomy { get; }

    /// <summary>The topics of a talk, by the model that talks are scored with now. Safe for any number of threads.</summary>
    /// <param name="talk">The talk; of a text that is no talk, title, text and technologies are enough.</param>
    /// <param name="least">Least affinity told, 0..1.</param>
    /// <returns>Highest affinity first; ties in the order of the taxonomy.</returns>
    ImmutableArray<TopicExplanation> Explain(Talk talk, float least);

    /// <summary>The same for a text, in which technologies are looked for first.</summary>
    /// <param name="title">Title; may be empty.</param>
    /// <param name="text">Text; may be empty.</param>
    /// <param name="least">Least affinity told, 0..1.</param>
    ImmutableArray<TopicExplanation> Explain(string title, string text, float least);
}
