using System.Runtime.InteropServices;
using Recap.Topics.Features;

namespace Recap.Topics.Explaining;

/// <summary>Splits the scores of a text among its words and terms; what is the same for every topic is worked out once.</summary>
internal sealed class Explainer
{
    private readonly TopicModel _model;
    private readonly TextReading _reading;
    private readonly Verdict _verdict;
    private readonly Dictionary<int, float> _values;

    // Each name once, and what of which feature falls to it.
    private readonly List<(TopicReasonKind Kind, string Text)> _names = [];
    private readonly List<Part> _parts = [];

    public Explainer(TopicModel model, TextReading reading)
    {
        (_model, _reading) = (model, reading);
        _verdict = new Verdict(model, reading);
        _values = reading.Features.Zip(reading.Values).ToDictionary(pair => pair.First, pair => pair.Second);
        AddWords();
        AddTerms();
    }

    /// <summary>The calibrated probability of a topic, 0..1.</summary>
    public float AffinityOf(int topic) => _verdict.AffinityOf(topic);

    public TopicExplanation Explain(int topic)
    {
        var weights = new double[_names.Count];
        foreach (var part in _parts)
        {
            weights[part.Name] += part.Value * _verdict.WeightOf(part.Feature, topic);
        }

        var reasons = _names.Zip(weights).Where(pair => pair.Second != 0)
            .Select(pair => new TopicReason(pair.First.Kind, pair.First.Text, (float)pair.Second)).ToArray();
        Array.Sort(reasons, StrongestFirst);
        return new TopicExplanation
        {
            Topic = _model.Topics[topic],
            Affinity = AffinityOf(topic),
            Base = _verdict.BaseOf(topic),
            Reasons = ImmutableCollectionsMarshal.AsImmutableArray(reasons),
        };
    }

    private static int StrongestFirst(TopicReason one, TopicReason other)
    {
        var order = Math.Abs(other.Weight).CompareTo(Math.Abs(one.Weight));
        return order != 0 ? order : string.CompareOrdinal(one.Text, other.Text);
    }

    // A feature that stands at several places is shared among them by what each counts.
    private void AddWords()
    {
        var totals = new Dictionary<int, float>(_values.Count);
        foreach (var place in _reading.Places)
        {
            totals[place.Feature] = totals.GetValueOrDefault(place.Feature) + place.Weight;
        }

        var names = new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var (first, last, name) = (-1, -1, -1);
        foreach (var place in _reading.Places)
        {
            // The features of a word stand in a row.
            if ((place.First, place.Last) != (first, last))
            {
                (first, last) = (place.First, place.Last);
                var key = _reading.Words.Run(first, last);
                if (!names.TryGetValue(key, out name))
                {
                    names[key] = name = AddName(TopicReasonKind.Words, _reading.Words.Written(first, last));
                }
            }

            AddPart(name, place.Feature, place.Weight / totals[place.Feature]);
        }
    }

    private void AddTerms()
    {
        var topics = _model.Topics.Length;
        var first = _model.Space.Index.Count;
        var named = Named();
        foreach (var hit in _reading.Terms)
        {
            var entry = _model.Space.Terms.Entries[hit.Entry];
            var name = AddName(entry.IsTechnology ? TopicReasonKind.Technology : TopicReasonKind.Term, entry.Name);
            foreach (var of in entry.Topics)
            {
                var share = _model.Space.NamedBy(hit) / named[of];
                AddPart(name, first + of, share);
                AddPart(name, first + topics + of, share);
            }
        }
    }

    // How much terms name each topic, all together.
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

    private int AddName(TopicReasonKind kind, string text)
    {
        _names.Add((kind, text));
        return _names.Count - 1;
    }

    private void AddPart(int name, int feature, double share) => _parts.Add(new Part(name, feature, share * _values.GetValueOrDefault(feature)));

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Part(int Name, int Feature, double Value);
}
