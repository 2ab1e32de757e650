using Recap.Engine.Querying.Suggesting;
using Recap.Engine.Relating;
using V1 = Recap.Protocol.V1;

namespace Recap.Server.Answers;

/// <summary>Puts completions into the words of the contract.</summary>
internal static class SuggestionAnswers
{
    public static V1.SuggestQueriesResponse ToResponse(QuerySuggestions suggestions, ReasonWording words, string language) => new()
    {
        Suggestions = { suggestions.Completions.Select(completion => ToSuggestion(completion, words, language)) },
        CorrectedQuery = suggestions.DidYouMean ?? "",
        Generation = TalkAnswers.ToGeneration(suggestions.Generation),
    };

    public static V1.QuerySuggestionKind ToKind(CompletionKind kind) => kind switch
    {
        CompletionKind.Technology => V1.QuerySuggestionKind.Technology,
        CompletionKind.Topic => V1.QuerySuggestionKind.Topic,
        CompletionKind.Speaker => V1.QuerySuggestionKind.Speaker,
        CompletionKind.Event => V1.QuerySuggestionKind.Event,
        CompletionKind.Title => V1.QuerySuggestionKind.Title,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The contract has no such kind of suggestion."),
    };

    private static V1.QuerySuggestion ToSuggestion(QueryCompletion completion, ReasonWording words, string language)
    {
        var isTopic = completion.Kind == CompletionKind.Topic;
        return new V1.QuerySuggestion
        {
            Query = isTopic ? $"topic:{completion.Text}" : completion.Text,
            Label = isTopic ? words.NameOfTopic(completion.Text, language) : completion.Text,
            Kind = ToKind(completion.Kind),
            TalkCount = completion.Talks,
        };
    }
}
