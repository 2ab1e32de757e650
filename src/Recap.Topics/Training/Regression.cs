using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Recap.Topics.Training;

/// <summary>Logistic regressions of ML.NET, each on one thread so that the result is the same on every machine.</summary>
/// <param name="l2">How much large weights cost.</param>
/// <param name="tolerance">Relative gain of a step below which the fit stops.</param>
/// <param name="steps">Most steps.</param>
internal sealed class Regression(float l2, float tolerance = 1e-4f, int steps = 50)
{
    private const int Seed = 1;

    // Log-odds of what no row has: about one in three thousand.
    private const float NoRows = -8f;

    /// <summary>One regression.</summary>
    /// <param name="rows">What it learns from.</param>
    /// <param name="length">Length of the vectors.</param>
    public (float[] Weights, float Bias) Fit(Row[] rows, int length)
    {
        if (!Array.Exists(rows, row => row.Label))
        {
            return (new float[length], NoRows);
        }

        var ml = new MLContext(Seed);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, length);
        var trainer = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            NumberOfThreads = 1,
            L1Regularization = 0f,
            L2Regularization = l2,
            MaximumNumberOfIterations = steps,
            OptimizationTolerance = tolerance,
            ExampleWeightColumnName = nameof(Row.Weight),
        });
        var model = trainer.Fit(ml.Data.LoadFromEnumerable(rows, schema)).Model.SubModel;
        return ([.. model.Weights], model.Bias);
    }

    /// <summary>One regression a topic.</summary>
    /// <param name="rowsOf">The rows of a topic.</param>
    /// <param name="topics">Number of topics.</param>
    /// <param name="length">Length of the vectors.</param>
    /// <param name="cancellationToken">Checked before every regression.</param>
    public LinearWeights FitEach(Func<int, Row[]> rowsOf, int topics, int length, CancellationToken cancellationToken)
    {
        var weights = new float[length * topics];
        var biases = new float[topics];
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, topics, options, topic =>
        {
            var (ofTopic, bias) = Fit(rowsOf(topic), length);
            biases[topic] = bias;
            for (var feature = 0; feature < length; feature++)
            {
                weights[feature * topics + topic] = ofTopic[feature];
            }
        });
        return new LinearWeights(weights, biases);
    }

    /// <summary>A text as a regression sees it.</summary>
    internal sealed class Row
    {
        public bool Label { get; init; }

        public float Weight { get; init; }

        public VBuffer<float> Features { get; init; }
    }
}
