using Recap.Topics.Training;
using Recap.Topics.Words;

namespace Recap.Topics.Features;

/// <summary>
/// Hears in the small words of a text, which say nothing about a topic, who speaks: people who tell a talk, or a programme
/// that announces it. A title alone has few; that it is one tells as much.
/// </summary>
/// <param name="Words">The small words.</param>
/// <param name="Weights">One regression over them, towards people.</param>
internal sealed record Voice(FeatureIndex Words, LinearWeights Weights)
{
    /// <summary>The chance that people speak, 0..1.</summary>
    public float OfPeople(WordList words)
    {
        var (features, values) = Read(words, Words);
        return Calibration.Probability(Weights.Score(features, values)[0]);
    }

    /// <summary>Length of the vectors.</summary>
    public static int LengthOf(FeatureIndex words) => words.Count + 1;

    /// <summary>The small words of a text as a vector of length 1, then whether it is a title alone.</summary>
    public static (int[] Features, float[] Values) Read(WordList words, FeatureIndex index)
    {
        var vector = new SparseVectorBuilder();
        foreach (var word in SmallWords(words, index).CountBy(word => word).OrderBy(word => word.Key))
        {
            vector.Add(word.Key, MathF.Log(1 + word.Value));
        }

        vector.Normalize();
        vector.Add(index.Count, words.IsTitleAlone ? 1f : 0f);
        return (vector.Features, vector.Values);
    }

    /// <summary>The numbers of the small words of a text, in their order, as often as they stand there.</summary>
    public static IEnumerable<int> SmallWords(WordList words, FeatureIndex index)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].IsStop && index.Find(FeatureKind.Word, words.Stem(at)) is >= 0 and var feature)
            {
                yield return feature;
            }
        }
    }
}
