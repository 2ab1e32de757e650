using Recap.Topics.Features;
using Recap.Topics.Training;

namespace Recap.Topics.Explaining;

/// <summary>Splits the score of one topic among the words and terms of a text.</summary>
internal sealed class Explainer(TopicModel model, int topic)
{
    private readonly Dictionary<(TopicReasonKind Kind, string Text), double> _weights = [];

    public TopicExplanation Explain(TextReading reading)
    {
        var values = reading.Features.Zip(reading.Values).ToDictionary(pair => pair.First, pair => pair.Second);
        AddWords(reading, values);
        AddTerms(reading, values);
        var score = model.Weights.Score(reading.Features, reading.Values)[topic];
        return new TopicExplanation
        {
            Topic = model.Topics[topic],
            Affinity = Calibration.Probability(model.Calibration.LogOdds(score)),
            Base = model.Calibration.LogOdds(model.Weights.Biases[topic]),
            Reasons =
            [
                .. _weights.Where(pair => pair.Value != 0)
                    .OrderByDescending(pair => Math.Abs(pair.Value)).ThenBy(pair => pair.Key.Text, StringComparer.Ordinal)
                    .Select(pair => new TopicReason(pair.Key.Kind, pair.Key.Text, (float)pair.Value)),
            ],
        };
    }

    // A feature that stands at several places is shared among them by what each counts.
    private void AddWords(TextReading reading, Dictionary<int, float> values)
    {
        var totals = new Dictionary<int, float>();
        foreach (var place in reading.Places)
        {
            totals[place.Feature] = totals.GetValueOrDefault(place.Feature) + place.Weight;
        }

        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var place in reading.Places)
        {
            var key = reading.Words.Run(place.First, place.Last).ToString();
            written.TryAdd(key, reading.Words.Written(place.First, place.Last));
            Add(TopicReasonKind.Words, written[key], Added(place.Feature, values) * place.Weight / totals[place.Feature]);
        }
    }

    private void AddTerms(TextReading reading, Dictionary<int, float> values)
    {
        var topics = model.Topics.Length;
        var named = new double[topics];
        foreach (var hit in reading.Terms)
        {
            foreach (var of in model.Space.Terms.Entries[hit.Entry].Topics)
            {
                named[of] += model.Space.NamedBy(hit);
            }
        }

        foreach (var hit in reading.Terms)
        {
            var entry = model.Space.Terms.Entries[hit.Entry];
            var first = model.Space.Index.Count;
            var weight = entry.Topics.Sum(of => (Added(first + of, values) + Added(first + topics + of, values)) * model.Space.NamedBy(hit) / named[of]);
            Add(entry.IsTechnology ? TopicReasonKind.Technology : TopicReasonKind.Term, entry.Name, weight);
        }
    }

    private double Added(int feature, Dictionary<int, float> values) =>
        model.Calibration.Slope * (double)model.Weights.Of(feature, topic) * values.GetValueOrDefault(feature);

    private void Add(TopicReasonKind kind, string text, double weight) =>
        _weights[(kind, text)] = _weights.GetValueOrDefault((kind, text)) + weight;
}
