using System.Collections.Concurrent;
using System.Runtime.Intrinsics;
using Lucene.Net.Util;
using Recap.Engine.Querying;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>
/// The formula of <see cref="RankingOptions"/>, in one place for scoring and for explaining. What it makes of lengths and days
/// alone is worked out once for all talks of a generation: it is asked for at every posting.
/// </summary>
/// <param name="options">The weights.</param>
/// <param name="lengths">Of the generation.</param>
/// <param name="days">Of the generation.</param>
/// <param name="notes">Entries of kind notes, by segment.</param>
internal sealed class Formula(RankingOptions options, FieldLengths lengths, TalkDays days, IReadOnlyList<FixedBitSet> notes)
{
    private const int DaysOfMonth = 30;
    private const int MostMonths = 1200;

    private readonly ConcurrentDictionary<(TalkField Field, int Segment), float[]> _lengths = [];
    private readonly ConcurrentDictionary<int, float[]> _standings = [];

    public RankingOptions Options => options;

    /// <summary>What has been read of the generation lately.</summary>
    public KeptScores Kept { get; } = new();

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

    /// <summary>What the answered share of the query leaves.</summary>
    public float Coverage(float answered, float asked) =>
        asked <= 0 || answered >= asked ? 1 : options.CoveragePower == 1 ? answered / asked : MathF.Pow(answered / asked, options.CoveragePower);

    /// <inheritdoc cref="Coverage(float, float)"/>
    public Vector256<float> Coverage(Vector256<float> answered, float asked)
    {
        if (asked <= 0)
        {
            return Vector256.Create(1f);
        }

        var all = Vector256.Create(asked);
        var share = answered / all;
        if (options.CoveragePower != 1)
        {
            for (var lane = 0; lane < Vector256<float>.Count; lane++)
            {
                share = share.WithElement(lane, MathF.Pow(share[lane], options.CoveragePower));
            }
        }

        return Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(answered, all), Vector256.Create(1f), share);
    }

    /// <summary>
    /// What scores are multiplied with whatever is asked, by document of a segment and on to the end of its last window: recency,
    /// and what entries of kind notes keep.
    /// </summary>
    public float[] StandingsOf(int segment) => _standings.GetOrAdd(segment, of =>
    {
        var windows = (days.CountOf(of) + ScoreWindow.Size - 1) / ScoreWindow.Size;
        var standings = new float[windows * ScoreWindow.Size];
        for (var doc = 0; doc < days.CountOf(of); doc++)
        {
            standings[doc] = NotesOf(doc, of) * RecencyOf(doc, of);
        }

        return standings;
    });

    /// <summary>What a document keeps of its score for its kind.</summary>
    public float NotesOf(int doc, int segment) => notes[segment].Get(doc) ? options.Notes : 1;

    /// <summary>What the age of a talk makes of its score, beside the newest one of the index; 1 where undated.</summary>
    public float RecencyOf(int doc, int segment) => days.AgeOf(doc, segment) is { } age ? Recency(age) : 1;

    private float Recency(int age) =>
        1 + (options.Recency * MathF.Pow(0.5f, Math.Clamp(age / DaysOfMonth, 0, MostMonths) * DaysOfMonth / 365.25f / options.RecencyHalfLife));
}
