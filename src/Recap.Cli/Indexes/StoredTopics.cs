using System.Collections.Immutable;
using Recap.Engine.Indexing;
using Recap.Talks;
using Recap.Topics;

namespace Recap.Cli.Indexes;

/// <summary>Scores talks with the model of a store. Who scores nothing neither reads nor trains it.</summary>
internal sealed class StoredTopics(TopicModelStore store, Action<Diagnostic> remark, CancellationToken cancellationToken) : ITopicScorer
{
    // Below it a topic says nothing worth storing, and most talks are that far from most topics.
    private const float Floor = 0.05f;

    private readonly Lazy<TopicModel> _model = new(() =>
    {
        var opened = store.Open(cancellationToken);
        foreach (var diagnostic in opened.Diagnostics.Where(diagnostic => diagnostic.Severity >= Severity.Warning))
        {
            remark(diagnostic);
        }

        return opened.Model;
    });

    public string Fingerprint => store.Fingerprint;

    public ImmutableSortedDictionary<string, float> Score(Talk talk) =>
        _model.Value.Score(talk.Title, talk.Text, talk.Technologies)
            .Where(affinity => affinity.Affinity >= Floor)
            .ToImmutableSortedDictionary(affinity => affinity.Topic, affinity => affinity.Affinity, StringComparer.Ordinal);
}
