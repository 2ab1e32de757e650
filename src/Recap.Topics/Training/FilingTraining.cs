using System.Collections.Immutable;
using Microsoft.ML.Data;
using Recap.Topics.Features;

namespace Recap.Topics.Training;

/// <summary>Learns how programmes file talks: what people would call them, corrected by words and by the years' own tracks.</summary>
/// <param name="length">Length of the vectors of texts.</param>
/// <param name="topics">Number of topics.</param>
/// <param name="cancellationToken">Checked before every regression.</param>
internal sealed class FilingTraining(int length, int topics, CancellationToken cancellationToken)
{
    private const float L2 = 0.5f;

    // Tracks come and go: a programme counts e times less than one six years later.
    private const float LatestWeight = 2f;
    private const float Years = 6f;

    // A topic that no track stood for so far seldom gets one.
    private const float NeverFiled = 1.5f;

    private const float VoiceL2 = 1f;
    private const int LeastTextsOfVoice = 5;

    /// <param name="samples">All texts.</param>
    /// <param name="unseen">What people's regressions say of each text when it was held out.</param>
    /// <param name="people">People's regressions, which the answer contains already.</param>
    public Filing Fit(ImmutableArray<Sample> samples, float[][] unseen, LinearWeights people)
    {
        var filed = samples.Zip(unseen).Where(pair => !pair.First.LabelledByHand).ToArray();
        var latest = filed.Max(pair => pair.First.Year) ?? 0;
        var corrections = Regression.FitEach(
            topic => [.. filed.Select(pair => RowOf(pair.First, pair.Second[topic], topic, latest))],
            topics,
            length + 2,
            L2,
            cancellationToken);
        var never = Enumerable.Range(0, topics).Where(topic => !filed.Any(pair => pair.First.Topics.Contains(topic))).ToHashSet();
        return new Filing(Sum(people, corrections, never), FitVoice(samples));
    }

    // The features of the text, whether it is a title alone, and what people would say.
    private Regression.Row RowOf(Sample sample, float people, int topic, int latest)
    {
        var reading = sample.Reading;
        return new Regression.Row
        {
            Label = sample.Topics.Contains(topic),
            Weight = LatestWeight * MathF.Exp(((sample.Year ?? latest) - latest) / Years),
            Features = new VBuffer<float>(
                length + 2,
                reading.Features.Length + 2,
                [.. reading.Values, reading.IsTitleAlone ? Filing.TitleAlone : 0f, people],
                [.. reading.Features, length, length + 1]),
        };
    }

    // One set of weights for both steps, so that a score is one product and every word has its reason.
    private LinearWeights Sum(LinearWeights people, LinearWeights corrections, HashSet<int> never)
    {
        var weights = new float[(length + 1) * topics];
        var biases = new float[topics];
        for (var topic = 0; topic < topics; topic++)
        {
            var share = never.Contains(topic) ? 1f : corrections.Of(length + 1, topic);
            biases[topic] = share * people.Biases[topic] + (never.Contains(topic) ? -NeverFiled : corrections.Biases[topic]);
            for (var feature = 0; feature <= length; feature++)
            {
                weights[feature * topics + topic] = corrections.Of(feature, topic) + (feature < length ? share * people.Of(feature, topic) : 0f);
            }
        }

        return new LinearWeights(weights, biases);
    }

    // Passages without their text are our making, and nobody's voice.
    private Voice FitVoice(ImmutableArray<Sample> samples)
    {
        var speaking = samples.Where(sample => !sample.LabelledByHand || !sample.Reading.IsTitleAlone).ToArray();
        var words = FeatureIndex.Of(speaking, (sample, index) => Voice.SmallWords(sample.Reading.Words, index), LeastTextsOfVoice);
        var rows = speaking.Select(sample =>
        {
            var (features, values) = Voice.Read(sample.Reading.Words, words);
            return new Regression.Row { Label = sample.LabelledByHand, Weight = 1f, Features = new VBuffer<float>(Voice.LengthOf(words), features.Length, values, features) };
        }).ToArray();
        cancellationToken.ThrowIfCancellationRequested();
        var (weights, bias) = Regression.Fit(rows, Voice.LengthOf(words), VoiceL2);
        return new Voice(words, new LinearWeights(weights, [bias]));
    }
}
