using V1 = Recap.Protocol.V1;

namespace Recap.Server.Requests;

/// <summary>A valid question for help with a query.</summary>
/// <param name="Typed">The query as far as it is typed.</param>
/// <param name="Limit">Suggestions wanted.</param>
/// <param name="Language">Language of the names.</param>
internal sealed record SuggestionQuestion(string Typed, int Limit, string Language);

/// <summary>Validates requests for help with a query.</summary>
internal static class SuggestionQuestions
{
    private const int UsualLimit = 5;
    private const int MaxLimit = 20;

    /// <exception cref="InvalidRequestException">A field is faulty.</exception>
    public static SuggestionQuestion Read(V1.SuggestQueriesRequest request)
    {
        var faults = new FieldFaults();
        faults.AddIf(request.Limit < 0, "limit", $"must not be negative; {MaxLimit} is the largest.");
        var language = LanguageReading.Read(request.LanguageCode, faults);
        faults.ThrowIfAny();
        return new SuggestionQuestion(
            TypedText.Cut(request.Prefix, TalkQuestions.MaxQueryLength), request.Limit == 0 ? UsualLimit : Math.Min(request.Limit, MaxLimit), language);
    }
}
