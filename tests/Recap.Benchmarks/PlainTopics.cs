using Microsoft.ML;
using Recap.Topics;

namespace Recap.Benchmarks;

/// <summary>The baseline: ML.NET's own text features and a softmax over the main topics of the same passages, asked through its prediction engine.</summary>
internal sealed class PlainTopics : IDisposable
{
    private const int Seed = 1;
    private const int Iterations = 10;

    private readonly PredictionEngine<Passage, Scored> _engine;

    public PlainTopics(TopicData data)
    {
        var ml = new MLContext(Seed);
        var passages = data.Examples.Where(example => example.LabelledByHand && !example.Topics.IsEmpty)
            .Select(example => new Passage { Text = $"{example.Title}\n{example.Text}", Topic = example.Topics[0] });
        var pipeline = ml.Transforms.Conversion.MapValueToKey(nameof(Passage.Topic))
            .Append(ml.Transforms.Text.FeaturizeText("Features", nameof(Passage.Text)))
            .Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(nameof(Passage.Topic), maximumNumberOfIterations: Iterations));
        var model = pipeline.Fit(ml.Data.LoadFromEnumerable(passages));
        _engine = ml.Model.CreatePredictionEngine<Passage, Scored>(model);
    }

    /// <summary>A probability for each topic that is the main one of a passage.</summary>
    public float[] Score(string title, string text) => _engine.Predict(new Passage { Text = $"{title}\n{text}", Topic = "" }).Score;

    public void Dispose() => _engine.Dispose();

    internal sealed class Passage
    {
        public required string Text { get; init; }

        public required string Topic { get; init; }
    }

    internal sealed class Scored
    {
        public float[] Score { get; set; } = [];
    }
}
