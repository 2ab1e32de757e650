using Recap.Topics.Features;
using Recap.Topics.Training;

namespace Recap.Topics.Explaining;

/// <summary>Splits the scores of a text among its words and terms; what is the same for every topic is worked out once.</summary>
internal sealed class Explainer
{
    private readonly TopicModel _model;
    private readonly TextReading _reading;
    private readonly float[] _scores;
    private readonly Dictionary<int, float> _values;

    // What the places of a feature count together.
    private readonly Dictionary<int, float> _totals = [];

    // The words of each place as they are compared, and as they were first written.
    private readonly string[] _keys;
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);

    // How much terms name each topic, all together.
    private readonly double[] _named;

    public Explainer(TopicModel model, TextReading reading)
    {
        (_model, _reading) = (model, reading);
        _scores = model.Weights.Score(reading.Features, reading.Values);
        _values = reading.Features.Zip(reading.Values).ToDictionary(pair => pair.First, pair => pair.Second);
        _keys = new string[reading.Places.Count];
        for (var i = 0; i < _keys.Length; i++)
        {
            var place = reading.Places[i];
            _totals[place.Feature] = _totals.GetValueOrDefault(place.Feature) + place.Weight;
            _keys[i] = reading.Words.Run(place.First, place.Last).ToString();
            if (!_written.ContainsKey(_keys[i]))
            {
                _written.Add(_keys[i], reading.Words.Written(place.First, place.Last));
            }
        }

        _named = Named();
    }

    /// <summary>The calibrated probability of a topic, 0..1.</summary>
    public float AffinityOf(int topic) => Calibration.Probability(_model.Calibration.LogOdds(_scores[topic]));

    public TopicExplanation Explain(int topic)
    {
        var weights = new Dictionary<(TopicReasonKind Kind, string Text), double>();
        AddWords(topic, weights);
        AddTerms(topic, weights);
        return new TopicExplanation
        {
            Topic = _model.Topics[topic],
            Affinity = AffinityOf(topic),
            Base = _model.Calibration.LogOdds(_model.Weights.Biases[topic]),
            Reasons =
            [
                .. weights.Where(pair => pair.Value != 0)
                    .OrderByDescending(pair => Math.Abs(pair.Value)).ThenBy(pair => pair.Key.Text, StringComparer.Ordinal)
                    .Select(pair => new TopicReason(pair.Key.Kind, pair.Key.Text, (float)pair.Value)),
            ],
        };
    }

    // A feature that stands at several places is shared among them by what each counts.
    private void AddWords(int topic, Dictionary<(TopicReasonKind Kind, string Text), double> weights)
    {
        for (var i = 0; i < _keys.Length; i++)
        {
            var place = _reading.Places[i];
            Add(weights, TopicReasonKind.Words, _written[_keys[i]], Added(place.Feature, topic) * place.Weight / _totals[place.Feature]);
        }
    }

    private void AddTerms(int topic, Dictionary<(TopicReasonKind Kind, string Text), double> weights)
    {
        var first = _model.Space.Index.Count;
        foreach (var hit in _reading.Terms)
        {
            var entry = _model.Space.Terms.Entries[hit.Entry];
            var weight = entry.Topics.Sum(of => (Added(first + of, topic) + Added(first + _named.Length + of, topic)) * _model.Space.NamedBy(hit) / _named[of]);
            Add(weights, entry.IsTechnology ? TopicReasonKind.Technology : TopicReasonKind.Term, entry.Name, weight);
        }
    }

    private double[] Named()
    {
        var named = new double[_model.Topics.Length];
        foreach (var hit in _reading.Terms)
        {
            foreach (var of in _model.Space.Terms.Entries[hit.Entry].Topics)
            {
                named[of] += _model.Space.NamedBy(hit);
            }
        }

        return named;
    }

    private double Added(int feature, int topic) =>
        _model.Calibration.Slope * (double)_model.Weights.Of(feature, topic) * _values.GetValueOrDefault(feature);

    private static void Add(Dictionary<(TopicReasonKind Kind, string Text), double> weights, TopicReasonKind kind, string text, double weight) =>
        weights[(kind, text)] = weights.GetValueOrDefault((kind, text)) + weight;
}
