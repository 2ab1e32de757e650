using Recap.Topics.Features;
using Recap.Topics.Training;

namespace Recap.Topics.Explaining;

/// <summary>What the model says of one text: what people would say of it and how a programme would file it, by whose voice it has.</summary>
internal sealed class Verdict
{
    private readonly TopicModel _model;
    private readonly float[] _people;
    private readonly float[] _filed = [];
    private readonly bool _isTitleAlone;

    // The chance that people speak; what a programme says counts the rest.
    private readonly float _share = 1f;

    public Verdict(TopicModel model, TextReading reading)
    {
        _model = model;
        _people = model.Weights.Score(reading.Features, reading.Values);
        if (model.Filing is { } filing)
        {
            _share = filing.Voice.OfPeople(reading.Words);
            _filed = filing.Score(reading, model.Space.Length);
            _isTitleAlone = reading.IsTitleAlone;
        }
    }

    /// <summary>The calibrated probability of a topic, 0..1.</summary>
    public float AffinityOf(int topic) => Calibration.Probability(Between(_model.Calibration.LogOdds(_people[topic]), topic < _filed.Length ? _filed[topic] : 0f));

    /// <summary>Log-odds of a topic for a text of that voice that says nothing.</summary>
    public float BaseOf(int topic) => Between(
        _model.Calibration.LogOdds(_model.Weights.Biases[topic]),
        _model.Filing is { } filing ? filing.Weights.Biases[topic] + (_isTitleAlone ? Filing.TitleAlone * filing.Weights.Of(_model.Space.Length, topic) : 0f) : 0f);

    /// <summary>Log-odds that a unit of a feature adds to a topic.</summary>
    public float WeightOf(int feature, int topic) => Between(_model.Calibration.Slope * _model.Weights.Of(feature, topic), _model.Filing?.Weights.Of(feature, topic) ?? 0f);

    private float Between(float people, float filed) => _share * people + (1 - _share) * filed;
}
