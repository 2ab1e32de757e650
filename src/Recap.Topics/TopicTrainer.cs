using System.Collections.Immutable;
using Recap.Topics.Features;
using Recap.Topics.Training;
using Recap.Topics.Words;

namespace Recap.Topics;

/// <summary>
/// Trains the topic model: one logistic regression a topic over shared features, and one calibration for all topics,
/// fitted on passages that the regressions had not seen; and where talks have abstracts, how programmes file those. The
/// same data gives the same model.
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
    private const float TrackLabelWeight = 0.3f;

    /// <summary>Trains on everything; some seconds a thousand examples.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static TopicModel Train(TopicData data, CancellationToken cancellationToken)
    {
        var terms = TermMatcher.Of(data);
        var texts = Texts(data);
        var index = FeatureIndex.Of(texts, FeaturesOf, LeastTexts);
        var space = new FeatureSpace(index, terms, data.Taxonomy.Topics.Length);
        var samples = texts.Select(text => ToSample(text, space, data.Taxonomy)).ToImmutableArray();
        var training = new LinearTraining(space.Length, data.Taxonomy.Topics.Length, cancellationToken);
        var unseen = Unseen(training, samples);
        var weights = training.Fit(samples);
        return new TopicModel(
            [.. data.Taxonomy.Topics.Select(topic => topic.Id)],
            data.Fingerprint,
            space,
            weights,
            training.FitCalibration(samples.Zip(unseen).Where(pair => pair.First.LabelledByHand)))
        {
            // Titles alone do not let hear how programmes speak.
            Filing = samples.Any(sample => !sample.LabelledByHand && !sample.Reading.IsTitleAlone)
                ? new FilingTraining(space, data.Taxonomy.Topics.Length, cancellationToken).Fit(samples, unseen, weights)
                : null,
        };
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

    private static IEnumerable<int> FeaturesOf(TrainingText text, FeatureIndex index) =>
        FeatureReader.Read(WordList.Of(text.Example.Title, text.Text), index).Select(place => place.Feature);

    private static Sample ToSample(TrainingText text, FeatureSpace space, Taxonomy taxonomy) => new()
    {
        Reading = space.Read(text.Example.Title, text.Text, text.Technologies),
        Topics = [.. text.Example.Topics.Select(taxonomy.PositionOf)],
        Weight = text.Weight,
        Fold = text.Fold,
        Year = text.Example.Year,
    };

    // What regressions say of each text that did not learn from it.
    private static float[][] Unseen(LinearTraining training, ImmutableArray<Sample> samples)
    {
        var scores = new float[samples.Length][];
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = training.Fit(samples.RemoveAll(sample => sample.Fold == fold));
            for (var i = 0; i < samples.Length; i++)
            {
                if (samples[i].Fold == fold)
                {
                    scores[i] = weights.Score(samples[i].Reading.Features, samples[i].Reading.Values);
                }
            }
        }

        return scores;
    }

    private sealed record TrainingText(TopicExample Example, string Text, ImmutableArray<string> Technologies, float Weight, int Fold);
}
