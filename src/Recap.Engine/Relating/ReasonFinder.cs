using System.Collections.Immutable;

namespace Recap.Engine.Relating;

/// <summary>Says why a talk is suggested: the features that carried the score, strongest first, with what is shared.</summary>
internal sealed class ReasonFinder(RelatedModel model, Comparison comparison)
{
    /// <summary>Labels that a reader takes in.</summary>
    private const int MostLabels = 4;

    /// <summary>Evidence below this share is not worth a word, unless there is no other.</summary>
    private const double LeastShare = 0.02;

    private static readonly RelatedReasonKind[] KindOf =
    [
        RelatedReasonKind.Wording, RelatedReasonKind.Wording, RelatedReasonKind.Wording, RelatedReasonKind.Technology,
        RelatedReasonKind.Topic, RelatedReasonKind.Speaker, RelatedReasonKind.EventSeries,
    ];

    public ImmutableArray<RelatedReason> Of(ScoredTalk talk, string? series)
    {
        var shares = Shares(talk.Features);
        var reasons = shares
            .Select(share => Reason(share.Key, share.Value, talk.Neighbour.Profile, series))
            .Where(reason => !reason.Labels.IsEmpty)
            .OrderByDescending(reason => reason.Share)
            .ThenBy(reason => reason.Kind)
            .ToList();
        var telling = reasons.Where((reason, i) => i == 0 || reason.Share >= LeastShare);
        return talk.SameTalk
            ? [new RelatedReason { Kind = RelatedReasonKind.SameTalk, Share = 1 }, .. telling]
            : [.. telling];
    }

    private Dictionary<RelatedReasonKind, double> Shares(RelatedFeatures features)
    {
        var shares = new Dictionary<RelatedReasonKind, double>();
        var values = features.Values;
        for (var i = 0; i < values.Length; i++)
        {
            shares[KindOf[i]] = shares.GetValueOrDefault(KindOf[i]) + (model.WeightOf(i) * values[i]);
        }

        var all = shares.Values.Sum();
        return all > 0 ? shares.ToDictionary(share => share.Key, share => share.Value / all) : shares;
    }

    private RelatedReason Reason(RelatedReasonKind kind, double share, TalkProfile other, string? series)
    {
        var topics = kind == RelatedReasonKind.Topic ? comparison.SharedTopics(other).Take(MostLabels).ToArray() : [];
        ImmutableArray<string> labels = share <= 0 ? [] : kind switch
        {
            RelatedReasonKind.Technology => [.. comparison.SharedTechnologies(other).Take(MostLabels).Select(name => name.Name)],
            RelatedReasonKind.Topic => [.. topics.Select(topic => topic.Id)],
            RelatedReasonKind.Speaker => [.. comparison.SharedSpeakers(other)],
            RelatedReasonKind.Wording => [.. comparison.SharedWords(other).Take(MostLabels).Select(word => word.Surface)],
            RelatedReasonKind.EventSeries => series is null ? [] : [series],
            _ => [],
        };
        return new RelatedReason { Kind = kind, Labels = labels, Affinities = [.. topics.Select(topic => topic.Affinity)], Share = share };
    }
}
