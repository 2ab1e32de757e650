using System.Collections.Immutable;
using Recap.Engine.Indexing;
using Recap.Talks;
using Recap.Topics;
using Recap.Topics.Explaining;

namespace Recap.Server.Tests;

/// <summary>The shipped taxonomy, and a model to which everything is about eBPF, and a little about energy.</summary>
internal sealed class ShelfTopics : ITopicExplainer
{
    public static ShelfTopics Instance { get; } = new();

    public Taxonomy Taxonomy { get; } = TopicData.LoadTaxonomy(Path.Combine(AppContext.BaseDirectory, "topics"));

    public ImmutableArray<TopicExplanation> Explain(Talk talk, float least) => Explain(talk.Title, talk.Text, least);

    public ImmutableArray<TopicExplanation> Explain(string title, string text, float least)
    {
        TopicExplanation[] all =
        [
            Explanation("ebpf", 0.91f, new(TopicReasonKind.Technology, "eBPF", 2.5f), new(TopicReasonKind.Words, "sondes", 1), new(TopicReasonKind.Words, $"{title} | {text}", -0.5f)),
            Explanation("greenops", 0.08f, new TopicReason(TopicReasonKind.Term, "watts", 0.4f)),
        ];
        return [.. all.Where(explanation => explanation.Affinity >= least)];
    }

    private static TopicExplanation Explanation(string topic, float affinity, params ImmutableArray<TopicReason> reasons) =>
        new() { Topic = topic, Affinity = affinity, Base = -3, Reasons = reasons };
}
