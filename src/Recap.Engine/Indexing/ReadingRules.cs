using Recap.Talks;

namespace Recap.Engine.Indexing;

/// <summary>What decides, besides a post's bytes and its site's settings, what is indexed of it.</summary>
public sealed record ReadingRules
{
    /// <summary>The technologies to find.</summary>
    public required Glossary Glossary { get; init; }

    /// <summary>Says what talks are about.</summary>
    public ITopicScorer Topics { get; init; } = NoTopics.Instance;

    /// <summary>Says what talks mean, as vectors; null where nobody brought a model.</summary>
    public ISentenceEmbedder? Sentences { get; init; }

    /// <summary>Tells today: posts of later days are left out until then.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Changes whenever a post could be read otherwise, the reader's own code included.</summary>
    public string Fingerprint =>
        $"{typeof(PostReader).Module.ModuleVersionId:N}-{Glossary.Fingerprint}-{Topics.Fingerprint}";
}
