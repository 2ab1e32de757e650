using System.Collections.Immutable;

namespace Recap.Engine.Relating;

/// <summary>Says why a talk is suggested: the features that carried the score, strongest first, with what is shared.</summary>
internal sealed class ReasonFinder(RelatedModel model, Comparison comparison)
{
    /// <summary>Labels that a reader takes in.</summary>
    private const int MostLabels = 4;

    /// <summary>Evidence below this share is not worth a word, unless there is no other.</summary>
    private const double LeastShare = 0.02;

    public ImmutableArray<RelatedReason> Of(ScoredTalk talk)
    {
        var reasons = Found(talk)
            .Where(reason => !reason.Labels.IsEmpty && reason.Share > 0)
            .OrderByDescending(reason => reason.Share)
            .ThenBy(reason => reason.Kind)
            .Where((reason, i) => i == 0 || reason.Share >= LeastShare);
        return talk.SameTalk
            ? [new RelatedReason { Kind = RelatedReasonKind.SameTalk, Share = 1 }, .. reasons]
            : [.. reasons];
    }

    private List<RelatedReason> Found(ScoredTalk talk)
    {
        var (wording, topic, idea, speaker) = Shares(talk.Features);
        var other = talk.Neighbour.Profile;
        var words = new SharedWording(comparison, other);
        var technology = wording * words.TechnologyShare;
        var topics = comparison.SharedTopics(other).Take(MostLabels).ToArray();
        var reasons = new List<RelatedReason>
        {
            Reason(RelatedReasonKind.Technology, technology, words.Technologies),
            Reason(RelatedReasonKind.Topic, topic, topics.Select(shared => shared.Id)) with { Affinities = [.. topics.Select(shared => shared.Affinity)] },
            Reason(RelatedReasonKind.Idea, idea, comparison.WordsOfIdeas(other)),
            Reason(RelatedReasonKind.Speaker, speaker, comparison.SharedSpeakers(other)),
        };
        // Words that tell a reader little are named only where there is nothing else to name.
        var labels = reasons.TrueForAll(reason => reason.Labels.IsEmpty) ? words.Telling.DefaultIfEmpty(words.First) : words.Telling;
        reasons.Add(Reason(RelatedReasonKind.Wording, wording - technology, labels));
        return reasons;
    }

    private (double Wording, double Topic, double Idea, double Speaker) Shares(RelatedFeatures features)
    {
        var parts = features.Values.Select((value, i) => model.WeightOf(i) * value).ToArray();
        var all = Math.Max(parts.Sum(), double.Epsilon);
        return (parts[0] / all, parts[1] / all, parts[2] / all, parts[3] / all);
    }

    private static RelatedReason Reason(RelatedReasonKind kind, double share, IEnumerable<string> labels) =>
        new() { Kind = kind, Labels = [.. labels.Take(MostLabels)], Share = share };
}
