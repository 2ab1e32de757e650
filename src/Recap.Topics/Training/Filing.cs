using Recap.Topics.Features;

namespace Recap.Topics.Training;

/// <summary>How programmes of conferences file talks: under one track each, by custom and by what the others of that year are.</summary>
/// <param name="Weights">Weights of the features, then those of a text that is a title alone.</param>
/// <param name="Voice">Tells texts that programmes file from those that people label.</param>
internal sealed record Filing(LinearWeights Weights, Voice Voice)
{
    /// <summary>Value of the feature after all others where a text is a title alone.</summary>
    public const float TitleAlone = 0.5f;

    /// <summary>Log-odds of each topic.</summary>
    /// <param name="reading">The text.</param>
    /// <param name="titleAlone">Number of the feature after all others.</param>
    public float[] Score(TextReading reading, int titleAlone)
    {
        var scores = Weights.Score(reading.Features, reading.Values);
        if (reading.IsTitleAlone)
        {
            for (var topic = 0; topic < scores.Length; topic++)
            {
                scores[topic] += TitleAlone * Weights.Of(titleAlone, topic);
            }
        }

        return scores;
    }
}
