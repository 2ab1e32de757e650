using System.Collections.Immutable;
using Recap.Talks;

namespace Recap.Engine.Indexing;

/// <summary>Says what a talk is about, while it is indexed.</summary>
public interface ITopicScorer
{
    /// <summary>Changes whenever a talk could be scored otherwise; posts scored with another are read again.</summary>
    string Fingerprint { get; }

    /// <summary>Affinity by topic id, each a calibrated probability 0..1; topics below the storing floor are left out. Safe for any number of threads.</summary>
    ImmutableSortedDictionary<string, float> Score(Talk talk);

    /// <summary>Names under which people know a topic, in any language; none where only its id is known.</summary>
    ImmutableArray<string> NamesOf(string topic) => [];
}

/// <summary>Knows no topics.</summary>
public sealed class NoTopics : ITopicScorer
{
    /// <summary>The one there is.</summary>
    public static NoTopics Instance { get; } = new();

    private NoTopics()
    {
    }

    /// <inheritdoc />
    public string Fingerprint => "";

    /// <inheritdoc />
    public ImmutableSortedDictionary<string, float> Score(Talk talk) => ImmutableSortedDictionary<string, float>.Empty;
}
