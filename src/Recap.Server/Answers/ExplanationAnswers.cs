using Recap.Engine.Querying;
using Recap.Engine.Querying.Understanding;
using Recap.Topics;
using V1 = Recap.Protocol.V1;

namespace Recap.Server.Answers;

/// <summary>Puts the reasons of a score into the contract's words.</summary>
internal static class ExplanationAnswers
{
    public static V1.HitExplanation ToExplanation(HitExplanation explanation, string language) => new()
    {
        Reasons = { explanation.Reasons.Select(ToReason) },
        Missing = { explanation.Missing },
        Closeness = explanation.Closeness,
        Coverage = explanation.Coverage,
        Agreement = explanation.Agreement,
        Meaning = explanation.Meaning,
        TopicIds = { explanation.Topics },
        Notes = explanation.Notes,
        Recency = explanation.Recency,
        Words = { Bilingual.IsEnglish(language) ? MatchWording.Say(explanation) : FrenchMatchWording.Say(explanation) },
    };

    private static V1.MatchReason ToReason(MatchReason reason) => new()
    {
        Word = reason.Word,
        Found = reason.Found,
        Kind = ToKind(reason.Kind),
        Through = reason.Through ?? "",
        Fields = { reason.Fields.Select(ToField) },
        Score = reason.Score,
    };

    private static V1.FieldMatch ToField(FieldMatch match) =>
        new() { Field = ToField(match.Field), Occurrences = match.Occurrences };

    private static V1.MatchKind ToKind(MatchKind kind) => kind switch
    {
        MatchKind.Exact => V1.MatchKind.Exact,
        MatchKind.Compound => V1.MatchKind.Compound,
        MatchKind.Stem => V1.MatchKind.Stem,
        MatchKind.Alias => V1.MatchKind.Alias,
        MatchKind.Translation => V1.MatchKind.Translation,
        MatchKind.Prefix => V1.MatchKind.Prefix,
        MatchKind.Fuzzy => V1.MatchKind.Fuzzy,
        MatchKind.Related => V1.MatchKind.Related,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The contract has no such kind of match."),
    };

    private static V1.TalkField ToField(TalkField field) => field switch
    {
        TalkField.Title => V1.TalkField.Title,
        TalkField.Speakers => V1.TalkField.Speakers,
        TalkField.Organizations => V1.TalkField.Organizations,
        TalkField.Technologies => V1.TalkField.Technologies,
        TalkField.Event => V1.TalkField.Event,
        TalkField.Text => V1.TalkField.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "The contract has no such field."),
    };
}
