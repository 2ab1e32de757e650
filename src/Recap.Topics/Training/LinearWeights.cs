using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Recap.Topics.Training;

/// <summary>The trained regressions.</summary>
/// <param name="ByFeature">Weights, feature by feature and within it topic by topic.</param>
/// <param name="Biases">Bias of each topic.</param>
internal sealed record LinearWeights(float[] ByFeature, float[] Biases)
{
    /// <summary>Log-odds of each topic before calibration.</summary>
    public float[] Score(int[] features, float[] values)
    {
        var scores = Biases.AsSpan().ToArray();
        for (var i = 0; i < features.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(ByFeature.AsSpan(features[i] * Biases.Length, Biases.Length), values[i], scores, scores);
        }

        return scores;
    }

    public float Of(int feature, int topic) => ByFeature[feature * Biases.Length + topic];
}

/// <summary>Turns log-odds of the regressions into log-odds that hold on texts they have not seen (Platt).</summary>
/// <param name="Slope">Factor.</param>
/// <param name="Offset">What is added.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Calibration(float Slope, float Offset)
{
    public float LogOdds(float score) => Slope * score + Offset;

    public static float Probability(float logOdds) => 1f / (1f + MathF.Exp(-logOdds));
}
