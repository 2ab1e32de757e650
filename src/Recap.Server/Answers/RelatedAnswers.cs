using Recap.Engine.Relating;
using Recap.Server.Requests;
using V1 = Recap.Protocol.V1;

namespace Recap.Server.Answers;

/// <summary>Puts related talks into the words of the contract.</summary>
internal sealed class RelatedAnswers(ReasonWording words, RelatedQuestion question)
{
    public V1.SuggestRelatedTalksResponse ToResponse(RelatedAnswer answer) => new()
    {
        Groups = { answer.Groups.Select(ToGroup) },
        Generation = TalkAnswers.ToGeneration(answer.Generation),
    };

    private V1.RelatedGroup ToGroup(RelatedGroup group) => new()
    {
        About = group.About is { } talk ? TalkAnswers.ToTalk(talk, question.WithText) : null,
        Suggestions = { group.Suggestions.Select(ToSuggestion) },
        EmptyReason = ToEmptyReason(group.EmptyReason),
    };

    private V1.RelatedTalk ToSuggestion(RelatedTalk related) => new()
    {
        Talk = TalkAnswers.ToTalk(related.Talk, question.WithText),
        Score = related.Score,
        SameTalk = related.SameTalk,
        Tellings = { related.Tellings },
        Reasons = { related.Reasons.Select(ToReason) },
    };

    private V1.RelatedReason ToReason(RelatedReason reason) => new()
    {
        Kind = ToKind(reason.Kind),
        Labels = { words.Labels(reason, question.Language) },
        TopicIds = { reason.Kind == RelatedReasonKind.Topic ? reason.Labels : [] },
        Affinities = { reason.Affinities },
        Share = reason.Share,
        Words = words.Say(reason, question.Language),
    };

    private static V1.RelatedReasonKind ToKind(RelatedReasonKind kind) => kind switch
    {
        RelatedReasonKind.SameTalk => V1.RelatedReasonKind.SameTalk,
        RelatedReasonKind.Technology => V1.RelatedReasonKind.Technology,
        RelatedReasonKind.Topic => V1.RelatedReasonKind.Topic,
        RelatedReasonKind.Speaker => V1.RelatedReasonKind.Speaker,
        RelatedReasonKind.Wording => V1.RelatedReasonKind.Wording,
        RelatedReasonKind.Idea => V1.RelatedReasonKind.Idea,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The contract has no such kind of reason."),
    };

    private static V1.EmptyReason ToEmptyReason(EmptyReason? reason) => reason switch
    {
        null => V1.EmptyReason.Unspecified,
        EmptyReason.NoCloseTalk => V1.EmptyReason.NoCloseTalk,
        EmptyReason.NothingToGoBy => V1.EmptyReason.NothingToGoBy,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "The contract has no such reason."),
    };
}
