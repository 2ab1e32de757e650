using Recap.Engine.Querying;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>The formula of <see cref="RankingOptions"/>, in one place for scoring and for explaining.</summary>
internal sealed class Formula(RankingOptions options, FieldLengths lengths)
{
    private const int DaysOfMonth = 30;
    private const int MostMonths = 1200;

    /// <summary>By age in months: the power is asked for at every talk that answers.</summary>
    private readonly float[] _recency = Recencies(options);

    public RankingOptions Options => options;

    /// <summary>What occurrences in one field add to a word's tf.</summary>
    public float Frequency(TalkField field, float occurrences, int length)
    {
        var (weight, penalty) = options.Of(field);
        return weight * occurrences / (1 - penalty + (penalty * length / lengths.MeanOf(field)));
    }

    /// <summary>Words in a field of the documents of a segment.</summary>
    public ushort[] LengthsOf(TalkField field, int segment) => lengths.Of(field, segment);

    /// <summary>What a tf is worth, from 0 to k1 + 1.</summary>
    public float Saturate(float frequency) => frequency * (options.Saturation + 1) / (frequency + options.Saturation);

    /// <summary>The score but for closeness, which is looked at for the best only.</summary>
    /// <param name="words">What words brought.</param>
    /// <param name="agreement">How much of what is asked about the talk is about, 0..1.</param>
    /// <param name="factors">What they are multiplied with.</param>
    public float Score(float words, float agreement, Factors factors) =>
        (words * factors.OfWords) + (options.Topics * agreement * factors.OfTopics);

    /// <summary>What the answered share of the query leaves.</summary>
    public float Coverage(float answered, float asked) =>
        asked <= 0 || answered >= asked ? 1 : options.CoveragePower == 1 ? answered / asked : MathF.Pow(answered / asked, options.CoveragePower);

    /// <summary>What the age of a talk makes of its score, beside the newest one of the index.</summary>
    /// <param name="age">Days since the newest talk; null where it is not dated.</param>
    public float Recency(int? age) => age is { } days ? _recency[Math.Clamp(days / DaysOfMonth, 0, MostMonths)] : 1;

    private static float[] Recencies(RankingOptions options) =>
    [
        .. Enumerable.Range(0, MostMonths + 1)
            .Select(months => 1 + (options.Recency * MathF.Pow(0.5f, months * DaysOfMonth / 365.25f / options.RecencyHalfLife))),
    ];
}
