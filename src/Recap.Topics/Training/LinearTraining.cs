using System.Collections.Immutable;
using Microsoft.ML.Data;

namespace Recap.Topics.Training;

/// <summary>Fits the regressions that tell topics as people label them, and their calibration.</summary>
/// <param name="length">Length of the vectors.</param>
/// <param name="topics">Number of topics.</param>
/// <param name="cancellationToken">Checked before every regression.</param>
internal sealed class LinearTraining(int length, int topics, CancellationToken cancellationToken)
{
    // Tuned on half of 145 real talks; 0.1 ranks alike but is less well calibrated on long texts.
    private static readonly Regression People = new(l2: 0.5f);
    private static readonly Regression Platt = new(l2: 0f);

    /// <summary>One regression a topic.</summary>
    public LinearWeights Fit(ImmutableArray<Sample> samples)
    {
        var vectors = samples.Select(sample => new VBuffer<float>(length, sample.Reading.Features.Length, sample.Reading.Values, sample.Reading.Features)).ToArray();
        return People.FitEach(topic => RowsOf(topic, samples, vectors), topics, length, cancellationToken);
    }

    /// <summary>One slope and one offset for all topics, from scores of samples that were held out.</summary>
    public Calibration FitCalibration(IEnumerable<(Sample Sample, float[] Scores)> unseen)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var rows = unseen.SelectMany(pair => pair.Scores.Select((score, topic) => new Regression.Row
        {
            Label = pair.Sample.Topics.Contains(topic),
            Weight = pair.Sample.Weight,
            Features = new VBuffer<float>(1, [score]),
        })).ToArray();
        var (slope, offset) = Platt.Fit(rows, 1);
        return new Calibration(slope[0], offset);
    }

    // Where no track stands for a topic, its talks are filed under others (those on eBPF under networking): tracks are no
    // evidence against it then.
    private static Regression.Row[] RowsOf(int topic, ImmutableArray<Sample> samples, VBuffer<float>[] vectors)
    {
        var filed = samples.Any(sample => !sample.LabelledByHand && sample.Topics.Contains(topic));
        return
        [
            .. samples.Zip(vectors).Where(pair => filed || pair.First.LabelledByHand)
                .Select(pair => new Regression.Row { Label = pair.First.Topics.Contains(topic), Weight = pair.First.Weight, Features = pair.Second }),
        ];
    }
}
