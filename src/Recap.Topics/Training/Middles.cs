namespace Recap.Topics.Training;

/// <summary>
/// The middle of the texts of each topic, beside the middle of all. Nearness to it sees many weak words together, each of
/// which a regression would not trust; and being a product like the regressions, it splits into reasons as they do.
/// </summary>
/// <param name="words">Number of features that words have; terms stay out.</param>
/// <param name="topics">Number of topics.</param>
internal sealed class Middles(int words, int topics)
{
    // A text's product with a middle is some hundredths, and regularisation would keep the regression from making much of that.
    private const float Scale = 40f;

    // A topic with less weight than one text is as far from everything as if it had one.
    private const float LeastWeight = 1f;

    private readonly LinearWeights _sums = new(new float[words * topics], new float[topics]);
    private readonly float[] _weights = new float[topics];

    /// <summary>Takes a text into the middles of its topics.</summary>
    public void Add(Sample sample, float weight)
    {
        var (features, values) = WordsOf(sample);
        foreach (var topic in sample.Topics)
        {
            _weights[topic] += weight;
            for (var i = 0; i < features.Length; i++)
            {
                _sums.ByFeature[features[i] * topics + topic] += weight * values[i];
            }
        }
    }

    /// <summary>How near a text is to each topic.</summary>
    /// <param name="sample">The text.</param>
    /// <param name="taken">The weight it was taken in with, to be left out again; 0 where it was not.</param>
    public float[] Nearness(Sample sample, float taken)
    {
        var (features, values) = WordsOf(sample);
        var products = _sums.Score(features, values);
        var all = products.Sum() / _weights.Sum();
        var own = taken * values.Sum(value => value * value);
        return [.. products.Select((product, topic) => sample.Topics.Contains(topic)
            ? Between(product - own, _weights[topic] - taken, all)
            : Between(product, _weights[topic], all))];
    }

    /// <summary>What a unit of a feature adds to the nearness of a text to each topic.</summary>
    public float[] Of(int feature)
    {
        if (feature >= words)
        {
            return new float[topics];
        }

        var sums = _sums.ByFeature.AsSpan(feature * topics, topics).ToArray();
        var all = sums.Sum() / _weights.Sum();
        return [.. sums.Select((sum, topic) => Between(sum, _weights[topic], all))];
    }

    private static float Between(float product, float weight, float all) => Scale * (product / Math.Max(weight, LeastWeight) - all);

    private (int[] Features, float[] Values) WordsOf(Sample sample)
    {
        var reading = sample.Reading;
        var count = Array.FindIndex(reading.Features, feature => feature >= words) is >= 0 and var first ? first : reading.Features.Length;
        return (reading.Features[..count], reading.Values[..count]);
    }
}
