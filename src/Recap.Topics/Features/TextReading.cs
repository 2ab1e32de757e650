using System.Collections.Immutable;
using Recap.Topics.Words;

namespace Recap.Topics.Features;

/// <summary>What a text has of the features of a model: a sparse vector, and where each part of it comes from.</summary>
internal sealed record TextReading
{
    public required WordList Words { get; init; }

    public required List<Place> Places { get; init; }

    public required List<TermHit> Terms { get; init; }

    /// <summary>Numbers of the features, rising.</summary>
    public required int[] Features { get; init; }

    /// <summary>Value of each feature.</summary>
    public required float[] Values { get; init; }

    /// <summary>Whether there is no text.</summary>
    public bool IsTitleAlone => Words.IsTitleAlone;
}

/// <summary>Turns texts into vectors: the words' weights by rarity with length 1, then for each topic how much its terms are named.</summary>
internal sealed class FeatureSpace(FeatureIndex index, TermMatcher terms, int topics)
{
    // Small, so that regularisation makes the model lean on words as well: tuned on half of 145 real talks.
    private const float NamedScale = 0.15f;
    private const float ShareScale = 0.4f;

    public FeatureIndex Index { get; } = index;

    public TermMatcher Terms { get; } = terms;

    /// <summary>Length of the vectors: the words' features, then <c>log(1 + named)</c> and the share of the most named, by topic.</summary>
    public int Length => Index.Count + 2 * topics;

    public TextReading Read(string title, string text, ImmutableArray<string> technologies)
    {
        var words = WordList.Of(title, text);
        var places = FeatureReader.Read(words, Index);
        var hits = Terms.Find(words, technologies);
        var vector = new SparseVectorBuilder();
        AddWords(places, vector);
        AddTerms(hits, vector);
        return new TextReading { Words = words, Places = places, Terms = hits, Features = vector.Features, Values = vector.Values };
    }

    /// <summary>What a hit adds to each topic of its term.</summary>
    public float NamedBy(TermHit hit) => MathF.Log(1 + hit.Weight) / Terms.Entries[hit.Entry].Topics.Length;

    private void AddWords(List<Place> places, SparseVectorBuilder vector)
    {
        var features = new int[places.Count];
        var weights = new float[places.Count];
        for (var i = 0; i < places.Count; i++)
        {
            (features[i], weights[i]) = (places[i].Feature, places[i].Weight);
        }

        Array.Sort(features, weights);
        for (var i = 0; i < features.Length;)
        {
            var feature = features[i];
            var weight = 0f;
            for (; i < features.Length && features[i] == feature; i++)
            {
                weight += weights[i];
            }

            vector.Add(feature, MathF.Log(1 + weight) * Index.Rarity[feature]);
        }

        vector.Normalize();
    }

    private void AddTerms(List<TermHit> hits, SparseVectorBuilder vector)
    {
        var named = new float[topics];
        foreach (var hit in hits)
        {
            foreach (var topic in Terms.Entries[hit.Entry].Topics)
            {
                named[topic] += NamedBy(hit);
            }
        }

        var most = named.Max();
        for (var topic = 0; topic < topics; topic++)
        {
            vector.Add(Index.Count + topic, MathF.Log(1 + named[topic]) * NamedScale);
        }

        for (var topic = 0; topic < topics; topic++)
        {
            vector.Add(Index.Count + topics + topic, named[topic] / (most + 1) * ShareScale);
        }
    }
}

internal sealed class SparseVectorBuilder
{
    private readonly List<int> _features = [];
    private readonly List<float> _values = [];

    public int[] Features => [.. _features];

    public float[] Values => [.. _values];

    /// <summary>Adds a feature; their numbers rise.</summary>
    public void Add(int feature, float value)
    {
        if (value != 0)
        {
            _features.Add(feature);
            _values.Add(value);
        }
    }

    /// <summary>Scales what was added so far to length 1.</summary>
    public void Normalize()
    {
        var length = MathF.Sqrt(_values.Sum(value => value * value));
        for (var i = 0; i < _values.Count; i++)
        {
            _values[i] /= length;
        }
    }
}
