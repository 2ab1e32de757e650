using System.Collections.Immutable;
using Recap.Engine.Indexing;
using Recap.Talks;
using Recap.Topics;
using Recap.Topics.Explaining;

namespace Recap.Cli.Indexes;

/// <summary>Scores talks with the model of a store, and says why. Who asks for no score neither reads nor trains it.</summary>
/// <param name="folder">Absolute path of the topic data.</param>
/// <param name="glossary">The technologies.</param>
/// <param name="store">Keeps the model of that data.</param>
/// <param name="remark">Hears of a model that could not be read or kept.</param>
/// <param name="cancellationToken">Stops a training.</param>
internal sealed class StoredTopics(string folder, Glossary glossary, TopicModelStore store, Action<Diagnostic> remark, CancellationToken cancellationToken)
    : ITopicScorer, ITopicExplainer
{
    // Below it a topic says nothing worth storing, and most talks are that far from most topics.
    private const float Floor = 0.05f;

    private readonly Lazy<Taxonomy> _taxonomy = new(() => TopicData.LoadTaxonomy(folder));

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

    public Taxonomy Taxonomy => _taxonomy.Value;

    public ImmutableArray<string> NamesOf(string topic) => Taxonomy.Find(topic)?.Name is { } name ? [name.French, name.English] : [];

    /// <summary>Reads the model now, or trains it, rather than when it is first needed.</summary>
    public void Prepare() => _ = _model.Value;

    public ImmutableSortedDictionary<string, float> Score(Talk talk) =>
        _model.Value.Score(talk.Title, talk.Text, talk.Technologies).Where(affinity => affinity.Affinity >= Floor)
            .ToImmutableSortedDictionary(affinity => affinity.Topic, affinity => affinity.Affinity, StringComparer.Ordinal);

    public ImmutableArray<TopicExplanation> Explain(Talk talk, float least) => _model.Value.Explain(talk.Title, talk.Text, talk.Technologies, least);

    public ImmutableArray<TopicExplanation> Explain(string title, string text, float least) =>
        _model.Value.Explain(title, text, glossary.FindIn($"{title}\n{text}"), least);
}
