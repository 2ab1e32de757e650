using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Recap.Topics.Training;

/// <summary>Fits logistic regressions with ML.NET, each on one thread so that the result is the same on every machine.</summary>
/// <param name="length">Length of the vectors.</param>
/// <param name="topics">Number of topics.</param>
/// <param name="cancellationToken">Checked before every regression.</param>
internal sealed class LinearTraining(int length, int topics, CancellationToken cancellationToken)
{
    private const int Seed = 1;

    // Tuned on half of 145 real talks; 0.1 ranks alike but is less well calibrated on long texts.
    private const float L2 = 0.5f;

    // Log-odds of a topic that no example has: about one in three thousand.
    private const float NoExamples = -8f;

    private readonly int _length = length;

    /// <summary>One regression a topic.</summary>
    public LinearWeights Fit(ImmutableArray<Sample> samples)
    {
        var weights = new float[_length * topics];
        var biases = new float[topics];
        var vectors = samples.Select(sample => new VBuffer<float>(_length, sample.Features.Length, sample.Values, sample.Features)).ToArray();
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, topics, options, topic =>
        {
            var rows = RowsOf(topic, samples, vectors);
            var (ofTopic, bias) = rows.Any(row => row.Label) ? FitOne(rows, _length, L2) : ([], NoExamples);
            biases[topic] = bias;
            for (var feature = 0; feature < ofTopic.Length; feature++)
            {
                weights[feature * topics + topic] = ofTopic[feature];
            }
        });
        return new LinearWeights(weights, biases);
    }

    /// <summary>One slope and one offset for all topics, from scores of samples that were held out.</summary>
    public Calibration FitCalibration(List<(Sample Sample, float[] Scores)> unseen)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var rows = unseen.SelectMany(pair => pair.Scores.Select((score, topic) => new Row
        {
            Label = pair.Sample.Topics.Contains(topic),
            Weight = pair.Sample.Weight,
            Features = new VBuffer<float>(1, [score]),
        })).ToArray();
        var (slope, offset) = FitOne(rows, 1, 0f);
        return new Calibration(slope[0], offset);
    }

    // Where no track stands for a topic, its talks are filed under others (those on eBPF under networking): tracks are no
    // evidence against it then.
    private static Row[] RowsOf(int topic, ImmutableArray<Sample> samples, VBuffer<float>[] vectors)
    {
        var filed = samples.Any(sample => !sample.LabelledByHand && sample.Topics.Contains(topic));
        return
        [
            .. samples.Zip(vectors).Where(pair => filed || pair.First.LabelledByHand)
                .Select(pair => new Row { Label = pair.First.Topics.Contains(topic), Weight = pair.First.Weight, Features = pair.Second }),
        ];
    }

    private static (float[] Weights, float Bias) FitOne(Row[] rows, int length, float l2)
    {
        var ml = new MLContext(Seed);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, length);
        var trainer = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            NumberOfThreads = 1,
            L1Regularization = 0f,
            L2Regularization = l2,
            MaximumNumberOfIterations = 50,
            OptimizationTolerance = 1e-4f,
            ExampleWeightColumnName = nameof(Row.Weight),
        });
        var model = trainer.Fit(ml.Data.LoadFromEnumerable(rows, schema)).Model.SubModel;
        return ([.. model.Weights], model.Bias);
    }

    private sealed class Row
    {
        public bool Label { get; init; }

        public float Weight { get; init; }

        public VBuffer<float> Features { get; init; }
    }
}
