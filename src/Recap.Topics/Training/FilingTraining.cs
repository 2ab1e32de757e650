using System.Collections.Immutable;
using Microsoft.ML.Data;
using Recap.Topics.Features;

namespace Recap.Topics.Training;

/// <summary>
/// Learns how programmes file talks: what people would call them, corrected by words, by the years' own tracks, and by how
/// near they are to what people told and programmes filed under each topic.
/// </summary>
/// <param name="space">The features of texts.</param>
/// <param name="topics">Number of topics.</param>
/// <param name="cancellationToken">Checked before every regression.</param>
internal sealed class FilingTraining(FeatureSpace space, int topics, CancellationToken cancellationToken)
{
    // What people would say and nearness are features of another size than words: with fewer steps the fit stops half-way.
    private static readonly Regression Corrections = new(l2: 0.5f, tolerance: 1e-6f, steps: 200);
    private static readonly Regression Voices = new(l2: 1f);

    // Tracks come and go: a programme counts e times less than one six years later.
    private const float LatestWeight = 2f;
    private const float Years = 6f;

    // A topic that no track stood for so far seldom gets one.
    private const float NeverFiled = 1.5f;

    private const int LeastTextsOfVoice = 5;

    // What a row has after the features of its text.
    private readonly int _titleAlone = space.Length;
    private readonly int _people = space.Length + 1;
    private readonly int _nearTold = space.Length + 2;
    private readonly int _nearFiled = space.Length + 3;

    private readonly Middles _told = new(space.Index.Count, topics);
    private readonly Middles _filed = new(space.Index.Count, topics);

    /// <param name="samples">All texts.</param>
    /// <param name="unseen">What people's regressions say of each text when it was held out.</param>
    /// <param name="people">People's regressions, which the answer contains already.</param>
    public Filing Fit(ImmutableArray<Sample> samples, float[][] unseen, LinearWeights people)
    {
        var latest = samples.Max(sample => sample.Year) ?? 0;
        foreach (var sample in samples)
        {
            (sample.LabelledByHand ? _told : _filed).Add(sample, WeightOf(sample, latest));
        }

        var filed = samples.Zip(unseen).Where(pair => !pair.First.LabelledByHand)
            .Select(pair => new Filed(pair.First, WeightOf(pair.First, latest), pair.Second, _told.Nearness(pair.First, 0f), _filed.Nearness(pair.First, WeightOf(pair.First, latest))))
            .ToArray();
        var corrections = Corrections.FitEach(topic => [.. filed.Select(talk => RowOf(talk, topic))], topics, _nearFiled + 1, cancellationToken);
        var never = Enumerable.Range(0, topics).Where(topic => !filed.Any(talk => talk.Sample.Topics.Contains(topic))).ToHashSet();
        return new Filing(Sum(people, corrections, never), FitVoice(samples));
    }

    private static float WeightOf(Sample sample, int latest) =>
        sample.Year is { } year ? LatestWeight * MathF.Exp((year - latest) / Years) : sample.Weight;

    private Regression.Row RowOf(Filed talk, int topic)
    {
        var reading = talk.Sample.Reading;
        return new Regression.Row
        {
            Label = talk.Sample.Topics.Contains(topic),
            Weight = talk.Weight,
            Features = new VBuffer<float>(
                _nearFiled + 1,
                reading.Features.Length + 4,
                [.. reading.Values, reading.IsTitleAlone ? Filing.TitleAlone : 0f, talk.People[topic], talk.NearTold[topic], talk.NearFiled[topic]],
                [.. reading.Features, _titleAlone, _people, _nearTold, _nearFiled]),
        };
    }

    // One set of weights for all steps, so that a score is one product and every word has its reason.
    private LinearWeights Sum(LinearWeights people, LinearWeights corrections, HashSet<int> never)
    {
        var weights = new float[(space.Length + 1) * topics];
        var biases = new float[topics];
        for (var topic = 0; topic < topics; topic++)
        {
            biases[topic] = ShareOf(topic) * people.Biases[topic] + (never.Contains(topic) ? -NeverFiled : corrections.Biases[topic]);
            weights[_titleAlone * topics + topic] = corrections.Of(_titleAlone, topic);
        }

        for (var feature = 0; feature < space.Length; feature++)
        {
            var (told, filed) = (_told.Of(feature), _filed.Of(feature));
            for (var topic = 0; topic < topics; topic++)
            {
                weights[feature * topics + topic] = corrections.Of(feature, topic) + ShareOf(topic) * people.Of(feature, topic)
                    + corrections.Of(_nearTold, topic) * told[topic] + corrections.Of(_nearFiled, topic) * filed[topic];
            }
        }

        return new LinearWeights(weights, biases);

        float ShareOf(int topic) => never.Contains(topic) ? 1f : corrections.Of(_people, topic);
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
        var (weights, bias) = Voices.Fit(rows, Voice.LengthOf(words));
        return new Voice(words, new LinearWeights(weights, [bias]));
    }

    /// <param name="Sample">A talk of a programme.</param>
    /// <param name="Weight">What it counts.</param>
    /// <param name="People">What people would say of it, by topic.</param>
    /// <param name="NearTold">How near it is to what people told of each topic.</param>
    /// <param name="NearFiled">How near it is to the other talks that were filed there.</param>
    private sealed record Filed(Sample Sample, float Weight, float[] People, float[] NearTold, float[] NearFiled);
}
