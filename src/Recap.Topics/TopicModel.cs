using System.Collections.Immutable;
using Recap.Topics.Explaining;
using Recap.Topics.Features;
using Recap.Topics.Training;

namespace Recap.Topics;

/// <summary>Scores texts by topic. Immutable: any number of threads may use one.</summary>
public sealed class TopicModel
{
    internal TopicModel(ImmutableArray<string> topics, string fingerprint, FeatureSpace space, LinearWeights weights, Calibration calibration)
    {
        Topics = topics;
        Fingerprint = fingerprint;
        Space = space;
        Weights = weights;
        Calibration = calibration;
    }

    /// <summary>Ids of the topics, in the order of the taxonomy and of every score.</summary>
    public ImmutableArray<string> Topics { get; }

    /// <summary>What the model was trained from, see <see cref="TopicData.Fingerprint"/>.</summary>
    public string Fingerprint { get; }

    internal FeatureSpace Space { get; }

    internal LinearWeights Weights { get; }

    internal Calibration Calibration { get; }

    /// <summary>How programmes file talks; null where the data has no abstracts to learn that from, and every text is read as people would.</summary>
    internal Filing? Filing { get; init; }

    /// <summary>How near a talk is to each topic.</summary>
    /// <param name="title">Title; may be empty.</param>
    /// <param name="text">Text, plain or with markup; may be empty.</param>
    /// <param name="technologies">Canonical names of technologies found in it; those of the glossary that are no common words are found here too.</param>
    /// <returns>A calibrated probability 0..1 for each of <see cref="Topics"/>, in their order. They do not add up to 1: a talk may be about several topics, or none.</returns>
    public ImmutableArray<TopicAffinity> Score(string title, string text, ImmutableArray<string> technologies) => Score(Space.Read(title, text, technologies));

    /// <summary>Which words and technologies raised and lowered the affinity of a talk to one topic.</summary>
    /// <exception cref="ArgumentException">The model has no topic of that id.</exception>
    public TopicExplanation Explain(string topic, string title, string text, ImmutableArray<string> technologies)
    {
        var position = Topics.IndexOf(topic);
        return position >= 0
            ? new Explainer(this, Space.Read(title, text, technologies)).Explain(position)
            : throw new ArgumentException($"The model has no topic \"{topic}\".", nameof(topic));
    }

    /// <summary>The same for every topic that a talk is near to, in one reading of it.</summary>
    /// <param name="title">Title; may be empty.</param>
    /// <param name="text">Text; may be empty.</param>
    /// <param name="technologies">As for <see cref="Score(string, string, ImmutableArray{string})"/>.</param>
    /// <param name="least">Least affinity explained, 0..1.</param>
    /// <returns>Highest affinity first; ties in the order of the taxonomy.</returns>
    public ImmutableArray<TopicExplanation> Explain(string title, string text, ImmutableArray<string> technologies, float least)
    {
        var explainer = new Explainer(this, Space.Read(title, text, technologies));
        var near = Enumerable.Range(0, Topics.Length).Where(topic => explainer.AffinityOf(topic) >= least);
        return [.. near.OrderByDescending(explainer.AffinityOf).Select(explainer.Explain)];
    }

    /// <summary>Writes the model so that <see cref="Load"/> reads it back bit by bit.</summary>
    public void Save(Stream stream) => TopicModelFile.Write(this, stream);

    /// <summary>Reads a model.</summary>
    /// <exception cref="TopicModelFormatException">The stream is cut short, damaged or no model of this version.</exception>
    public static TopicModel Load(Stream stream) => TopicModelFile.Read(stream);

    private ImmutableArray<TopicAffinity> Score(TextReading reading)
    {
        var verdict = new Verdict(this, reading);
        var affinities = ImmutableArray.CreateBuilder<TopicAffinity>(Topics.Length);
        for (var topic = 0; topic < Topics.Length; topic++)
        {
            affinities.Add(new TopicAffinity(Topics[topic], verdict.AffinityOf(topic)));
        }

        return affinities.MoveToImmutable();
    }
}

/// <summary>How near a talk is to a topic.</summary>
/// <param name="Topic">Id of the topic.</param>
/// <param name="Affinity">Calibrated probability 0..1 that the talk is about it.</param>
public readonly record struct TopicAffinity(string Topic, float Affinity);

/// <summary>A file is no model that can be read.</summary>
public sealed class TopicModelFormatException(string message, Exception? inner = null) : Exception(message, inner);
