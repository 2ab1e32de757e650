using System.Collections.Concurrent;
using Recap.Engine.LuceneNet.Reading;
using Recap.Engine.Querying;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>
/// The formula of <see cref="RankingOptions"/>, in one place for scoring and for explaining. What it makes of lengths and days
/// alone is worked out once for all talks of a generation: it is asked for at every posting.
/// </summary>
/// <param name="options">The weights.</param>
/// <param name="lengths">Of the generation.</param>
/// <param name="days">Of the generation.</param>
/// <param name="forms">What has been read of forms lately, this generation's and others'.</param>
internal sealed class Formula(RankingOptions options, FieldLengths lengths, TalkDays days, RecentlyUsed<FormKey, FormScores> forms)
{
    private const int DaysOfMonth = 30;
    private const int MostMonths = 1200;

    private readonly ConcurrentDictionary<(TalkField Field, int Segment), float[]> _lengths = [];
    private readonly ConcurrentDictionary<int, float[]> _recencies = [];

    public RankingOptions Options => options;

    public RecentlyUsed<FormKey, FormScores> Forms => forms;

    /// <summary>What occurrences in one field add to a word's tf.</summary>
    public float Frequency(TalkField field, float occurrences, float length) => options.Of(field).Weight * occurrences / length;

    /// <summary>
    /// What lengths of a field make of its weight, by document of a segment: 1 for the mean length, more for longer ones; empty
    /// where no document has the field.
    /// </summary>
    public float[] LengthsOf(TalkField field, int segment) => _lengths.GetOrAdd((field, segment), key =>
    {
        var (penalty, mean) = (options.Of(key.Field).LengthPenalty, lengths.MeanOf(key.Field));
        return Array.ConvertAll(lengths.Of(key.Field, key.Segment), length => 1 - penalty + (penalty * length / mean));
    });

    /// <summary>What a tf is worth, from 0 to k1 + 1.</summary>
    public float Saturate(float frequency) => frequency * (options.Saturation + 1) / (frequency + options.Saturation);

    /// <summary>The score but for closeness, which is looked at for the best only.</summary>
    /// <param name="words">What words brought.</param>
    /// <param name="aboutness">What the talk gains beyond words: <see cref="Aboutness.Of"/>.</param>
    /// <param name="factors">What they are multiplied with.</param>
    public static float Score(float words, float aboutness, Factors factors) => (words * factors.OfWords) + (aboutness * factors.OfTopics);

    /// <summary>What the answered share of the query leaves.</summary>
    public float Coverage(float answered, float asked) =>
        asked <= 0 || answered >= asked ? 1 : options.CoveragePower == 1 ? answered / asked : MathF.Pow(answered / asked, options.CoveragePower);

    /// <summary>What the age of talks makes of their scores, beside the newest one of the index, by document of a segment; 1 where undated.</summary>
    public float[] RecenciesOf(int segment) => _recencies.GetOrAdd(segment, of =>
        [.. Enumerable.Range(0, days.CountOf(of)).Select(doc => days.AgeOf(doc, of) is { } age ? Recency(age) : 1)]);

    private float Recency(int age) =>
        1 + (options.Recency * MathF.Pow(0.5f, Math.Clamp(age / DaysOfMonth, 0, MostMonths) * DaysOfMonth / 365.25f / options.RecencyHalfLife));
}
