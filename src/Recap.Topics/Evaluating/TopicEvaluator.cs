using System.Collections.Immutable;
using Recap.Talks;

namespace Recap.Topics.Evaluating;

/// <summary>Measures a model on labelled texts that it was not trained on.</summary>
public static class TopicEvaluator
{
    private const int Bins = 10;
    private const double Said = 0.5;
    private const int LeastForMacro = 3;

    /// <summary>Scores the texts and measures the affinities.</summary>
    /// <param name="model">The model.</param>
    /// <param name="glossary">Finds the technologies of the texts.</param>
    /// <param name="examples">The texts, main topic first; those without topics are left out.</param>
    /// <param name="cancellationToken">Checked before every text.</param>
    /// <exception cref="ArgumentException">No text has a topic.</exception>
    public static TopicEvaluation Evaluate(TopicModel model, Glossary glossary, IEnumerable<TopicExample> examples, CancellationToken cancellationToken) =>
        Evaluate(examples.Where(example => !example.Topics.IsEmpty).Select(example =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var technologies = glossary.FindIn($"{example.Title}\n{example.Text}");
            return new ScoredText(example.Topics, model.Score(example.Title, example.Text, technologies)) { Language = example.Language };
        }));

    /// <summary>Measures affinities that were scored elsewhere.</summary>
    /// <exception cref="ArgumentException">There is no text.</exception>
    public static TopicEvaluation Evaluate(IEnumerable<ScoredText> texts)
    {
        var scored = texts.ToImmutableArray();
        if (scored.IsEmpty)
        {
            throw new ArgumentException("There is no text with a topic to measure on.", nameof(texts));
        }

        var ranked = scored.Select(text => new RankedText(text)).ToImmutableArray();
        var topics = FiguresByTopic(scored);
        var reliability = Reliability(scored);
        var pairs = reliability.Sum(bin => bin.Pairs);
        return new TopicEvaluation
        {
            Texts = scored.Length,
            MeanAveragePrecision = ranked.Average(text => text.AveragePrecision),
            PrecisionAtOne = ranked.Average(text => text.FirstIsLabel ? 1.0 : 0),
            MainFirst = ranked.Average(text => text.MainRank == 0 ? 1.0 : 0),
            MainInThree = ranked.Average(text => text.MainRank is >= 0 and < 3 ? 1.0 : 0),
            RecallAtThree = ranked.Average(text => text.RecallAtThree),
            MicroF1 = new TopicFigures("", topics.Sum(topic => topic.Labelled), topics.Sum(topic => topic.Said), topics.Sum(topic => topic.Right)).F1,
            MacroF1 = topics.Where(topic => topic.Labelled >= LeastForMacro).Select(topic => topic.F1).DefaultIfEmpty().Average(),
            CalibrationError = reliability.Sum(bin => Math.Abs(bin.MeanAffinity - bin.ShareRight) * bin.Pairs / pairs),
            Languages =
            [
                .. ranked.GroupBy(text => text.Language).OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => new LanguageFigures(group.Key, group.Count(), group.Average(text => text.AveragePrecision), group.Average(text => text.FirstIsLabel ? 1.0 : 0))),
            ],
            Topics = topics,
            Reliability = reliability,
        };
    }

    private static ImmutableArray<TopicFigures> FiguresByTopic(ImmutableArray<ScoredText> texts) =>
    [
        .. texts[0].Affinities.Select((affinity, i) => new TopicFigures(
            affinity.Topic,
            texts.Count(text => text.Topics.Contains(affinity.Topic)),
            texts.Count(text => text.Affinities[i].Affinity >= Said),
            texts.Count(text => text.Affinities[i].Affinity >= Said && text.Topics.Contains(affinity.Topic))))
            .Where(figures => figures.Labelled + figures.Said > 0),
    ];

    private static ImmutableArray<ReliabilityBin> Reliability(ImmutableArray<ScoredText> texts)
    {
        var pairs = texts.SelectMany(text => text.Affinities.Select(affinity => (affinity.Affinity, Right: text.Topics.Contains(affinity.Topic))));
        var bins = pairs.ToLookup(pair => Math.Min(Bins - 1, (int)(pair.Affinity * Bins)));
        return
        [
            .. Enumerable.Range(0, Bins).Select(bin => new ReliabilityBin(
                bins[bin].Count(),
                bins[bin].Select(pair => (double)pair.Affinity).DefaultIfEmpty().Average(),
                bins[bin].Select(pair => pair.Right ? 1.0 : 0).DefaultIfEmpty().Average())),
        ];
    }

    private sealed class RankedText
    {
        public RankedText(ScoredText text)
        {
            // Sorting is stable, so ties stand in the order of the taxonomy.
            var ranked = text.Affinities.OrderByDescending(affinity => affinity.Affinity).Select(affinity => affinity.Topic).ToImmutableArray();
            var ranks = text.Topics.Select(topic => ranked.IndexOf(topic)).Where(rank => rank >= 0).Order().ToImmutableArray();
            AveragePrecision = ranks.Select((rank, i) => (i + 1.0) / (rank + 1)).Sum() / text.Topics.Length;
            FirstIsLabel = ranks.Contains(0);
            MainRank = ranked.IndexOf(text.Topics[0]);
            RecallAtThree = ranks.Count(rank => rank < 3) / (double)text.Topics.Length;
            Language = text.Language;
        }

        public string Language { get; }

        public double AveragePrecision { get; }

        public bool FirstIsLabel { get; }

        public int MainRank { get; }

        public double RecallAtThree { get; }
    }
}

/// <summary>A labelled text with its affinities.</summary>
/// <param name="Topics">Ids of its topics, main first; not empty.</param>
/// <param name="Affinities">Its affinities, the same topics in the same order for every text.</param>
public sealed record ScoredText(ImmutableArray<string> Topics, ImmutableArray<TopicAffinity> Affinities)
{
    /// <summary>Its language; empty where that is not known.</summary>
    public string Language { get; init; } = "";
}
