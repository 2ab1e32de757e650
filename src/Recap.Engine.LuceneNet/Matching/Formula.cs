using Recap.Engine.Querying;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>The formula of <see cref="RankingOptions"/>, in one place for scoring and for explaining.</summary>
internal sealed class Formula(RankingOptions options, FieldLengths lengths)
{
    public RankingOptions Options => options;

    /// <summary>What occurrences in one field add to a word's tf.</summary>
    public float Frequency(TalkField field, int occurrences, int length)
    {
        var (weight, penalty) = options.Of(field);
        return weight * occurrences / (1 - penalty + (penalty * length / lengths.MeanOf(field)));
    }

    /// <summary>Words in a field of the documents of a segment.</summary>
    public ushort[] LengthsOf(TalkField field, int segment) => lengths.Of(field, segment);

    /// <summary>What a tf is worth, from 0 to k1 + 1.</summary>
    public float Saturate(float frequency) => frequency * (options.Saturation + 1) / (frequency + options.Saturation);

    /// <summary>What the answered share of the query leaves.</summary>
    public float Coverage(float answered, float asked) =>
        asked <= 0 ? 1 : MathF.Pow(Math.Clamp(answered / asked, 0, 1), options.CoveragePower);

    /// <summary>What the age of a talk makes of its score, beside the newest one of the index.</summary>
    /// <param name="day">Its day, or null.</param>
    /// <param name="newest">The day of the newest talk.</param>
    public float Recency(long? day, long newest) => day is null
        ? 1
        : 1 + (options.Recency * MathF.Pow(0.5f, Math.Max(0, newest - day.Value) / 365.25f / options.RecencyHalfLife));
}
