using System.Collections.Immutable;
using Recap.Topics.Features;
using Recap.Topics.Training;

namespace Recap.Topics;

/// <summary>
/// Trains the topic model: one logistic regression a topic over shared features, and one calibration for all topics,
/// fitted on passages that the regressions had not seen. The same data gives the same model.
/// </summary>
public static class TopicTrainer
{
    private const int Folds = 5;

    // A feature of one text alone tells nothing that transfers.
    private const int LeastTexts = 2;

    // People often score a talk by its title alone, so each passage is trained on without its text too.
    private const float TitleAloneWeight = 0.5f;

    // Topics taken from conference tracks are incomplete and at times wrong. More weight ranks later talks nearer to their
    // tracks, and finds fewer of the topics that people see in a talk.
    private const float TrackLabelWeight = 0.5f;

    /// <summary>Trains on everything; some seconds a thousand examples.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static TopicModel Train(TopicData data, CancellationToken cancellationToken)
    {
        var terms = TermMatcher.Of(data);
        var texts = Texts(data);
        var index = BuildIndex(texts, terms, data.Taxonomy.Topics.Length);
        var space = new FeatureSpace(index, terms, data.Taxonomy.Topics.Length);
        var samples = texts.Select(text => ToSample(text, space, data.Taxonomy)).ToImmutableArray();
        var training = new LinearTraining(space.Length, data.Taxonomy.Topics.Length, cancellationToken);
        var calibration = Calibrate(training, samples);
        return new TopicModel([.. data.Taxonomy.Topics.Select(topic => topic.Id)], data.Fingerprint, space, training.Fit(samples), calibration);
    }

    private static ImmutableArray<TrainingText> Texts(TopicData data)
    {
        var texts = ImmutableArray.CreateBuilder<TrainingText>();
        for (var i = 0; i < data.Examples.Length; i++)
        {
            var example = data.Examples[i];
            var weight = example.LabelledByHand ? 1f : TrackLabelWeight;
            var technologies = data.Glossary.FindIn($"{example.Title}\n{example.Text}");
            texts.Add(new TrainingText(example, example.Text, technologies, weight, i % Folds));
            if (example.LabelledByHand && example.Title.Length > 0)
            {
                texts.Add(new TrainingText(example, "", data.Glossary.FindIn(example.Title), TitleAloneWeight, i % Folds));
            }
        }

        return texts.ToImmutable();
    }

    private static FeatureIndex BuildIndex(ImmutableArray<TrainingText> texts, TermMatcher terms, int topics)
    {
        var growing = new FeatureIndex(grows: true);
        var seen = new List<int>();
        foreach (var text in texts)
        {
            var places = FeatureReader.Read(Words.WordList.Of(text.Example.Title, text.Text), growing);
            seen.AddRange(Enumerable.Repeat(0, growing.Count - seen.Count));
            foreach (var feature in places.Select(place => place.Feature).Distinct())
            {
                seen[feature]++;
            }
        }

        return growing.Pruned(seen, texts.Length, LeastTexts);
    }

    private static Sample ToSample(TrainingText text, FeatureSpace space, Taxonomy taxonomy)
    {
        var reading = space.Read(text.Example.Title, text.Text, text.Technologies);
        return new Sample
        {
            Features = reading.Features,
            Values = reading.Values,
            Topics = [.. text.Example.Topics.Select(taxonomy.PositionOf)],
            Weight = text.Weight,
            Fold = text.Fold,
            LabelledByHand = text.Example.LabelledByHand,
        };
    }

    private static Calibration Calibrate(LinearTraining training, ImmutableArray<Sample> samples)
    {
        var unseen = new List<(Sample Sample, float[] Scores)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = training.Fit(samples.RemoveAll(sample => sample.Fold == fold));
            unseen.AddRange(samples.Where(sample => sample.Fold == fold && sample.LabelledByHand).Select(sample => (sample, weights.Score(sample.Features, sample.Values))));
        }

        return training.FitCalibration(unseen);
    }

    private sealed record TrainingText(TopicExample Example, string Text, ImmutableArray<string> Technologies, float Weight, int Fold);
}
