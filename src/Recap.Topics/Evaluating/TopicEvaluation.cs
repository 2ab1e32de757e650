using System.Collections.Immutable;

namespace Recap.Topics.Evaluating;

/// <summary>How well a model's affinities agree with labels. All figures but counts are 0..1.</summary>
public sealed record TopicEvaluation
{
    /// <summary>Labelled texts measured; those without a label are left out.</summary>
    public required int Texts { get; init; }

    /// <summary>Mean over texts of the average precision of the ranked topics.</summary>
    public required double MeanAveragePrecision { get; init; }

    /// <summary>Share of texts whose first topic is one of their labels.</summary>
    public required double PrecisionAtOne { get; init; }

    /// <summary>Share of texts whose first topic is their main label.</summary>
    public required double MainFirst { get; init; }

    /// <summary>Share of texts whose main label is among the first three topics.</summary>
    public required double MainInThree { get; init; }

    /// <summary>Mean over texts of the share of their labels found among the first three topics.</summary>
    public required double RecallAtThree { get; init; }

    /// <summary>F1 over all text-topic pairs, a topic being said at an affinity of 0.5.</summary>
    public required double MicroF1 { get; init; }

    /// <summary>Mean F1 of the topics with at least three labelled texts.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>Expected calibration error over all text-topic pairs, ten bins of equal width.</summary>
    public required double CalibrationError { get; init; }

    /// <summary>Figures by language, in the order of their codes.</summary>
    public required ImmutableArray<LanguageFigures> Languages { get; init; }

    /// <summary>Figures by topic, in the order of the taxonomy; topics neither labelled nor said are left out.</summary>
    public required ImmutableArray<TopicFigures> Topics { get; init; }

    /// <summary>The ten bins of affinity, lowest first.</summary>
    public required ImmutableArray<ReliabilityBin> Reliability { get; init; }
}

/// <summary>How well the topics of the texts of one language are ranked.</summary>
/// <param name="Language">Code of the language.</param>
/// <param name="Texts">How many.</param>
/// <param name="MeanAveragePrecision">As for all texts.</param>
/// <param name="PrecisionAtOne">As for all texts.</param>
public sealed record LanguageFigures(string Language, int Texts, double MeanAveragePrecision, double PrecisionAtOne);

/// <summary>How well one topic is said at an affinity of 0.5.</summary>
/// <param name="Topic">Id of the topic.</param>
/// <param name="Labelled">Texts that have the label.</param>
/// <param name="Said">Texts said to be about it.</param>
/// <param name="Right">Texts of both sorts.</param>
public sealed record TopicFigures(string Topic, int Labelled, int Said, int Right)
{
    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Labelled + Said == 0 ? 0 : 2.0 * Right / (Labelled + Said);
}

/// <summary>The text-topic pairs whose affinity is in one tenth of 0..1.</summary>
/// <param name="Pairs">How many.</param>
/// <param name="MeanAffinity">Their mean affinity; 0 where there are none.</param>
/// <param name="ShareRight">Share of them that are labelled; 0 where there are none.</param>
public sealed record ReliabilityBin(int Pairs, double MeanAffinity, double ShareRight);
