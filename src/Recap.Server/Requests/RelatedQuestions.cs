using Recap.Engine.Relating;
using V1 = Recap.Protocol.V1;

namespace Recap.Server.Requests;

/// <summary>A valid question for related talks, and how its answer is to be put.</summary>
/// <param name="Query">What is asked of the engine.</param>
/// <param name="WithText">Whether talks carry their text.</param>
/// <param name="Language">Language of the reasons.</param>
internal sealed record RelatedQuestion(RelatedQuery Query, bool WithText, string Language);

/// <summary>Validates requests for related talks. Bounds and defaults are those the protos state.</summary>
internal static class RelatedQuestions
{
    private const int MaxUriLength = 2000;

    /// <exception cref="InvalidRequestException">A field is faulty.</exception>
    public static RelatedQuestion Read(V1.SuggestRelatedTalksRequest request)
    {
        var faults = new FieldFaults();
        var about = ReadAbout(request, faults);
        faults.AddIf(request.Limit < 0, "limit", $"must not be negative; {RelatedQuery.MaxLimit} is the largest.");
        var language = LanguageReading.Read(request.LanguageCode, faults);
        var filter = FilterReading.Read(request.Filter, faults);
        TalkQuestions.CheckView(request.View, faults);
        faults.ThrowIfAny();
        var query = new RelatedQuery
        {
            About = about,
            Limit = request.Limit == 0 ? RelatedQuery.DefaultLimit : Math.Min(request.Limit, RelatedQuery.MaxLimit),
            SamePost = request.SamePost,
            Filter = filter,
        };
        return new RelatedQuestion(query, request.View == V1.TalkView.Full, language);
    }

    private static RelatedSubject ReadAbout(V1.SuggestRelatedTalksRequest request, FieldFaults faults)
    {
        switch (request.AboutCase)
        {
            case V1.SuggestRelatedTalksRequest.AboutOneofCase.Talk:
                faults.AddIf(!TalkQuestions.IsTalkName(request.Talk), "talk", "must be the name of a talk, such as talks/2024-03-19-kubecon~kepler.");
                return new RelatedSubject.OfTalk(request.Talk);
            case V1.SuggestRelatedTalksRequest.AboutOneofCase.PostUri:
                faults.AddIf(string.IsNullOrWhiteSpace(request.PostUri), "post_uri", "must be the address of a post or its path.");
                faults.AddIf(request.PostUri.Length > MaxUriLength, "post_uri", $"must have at most {MaxUriLength} characters.");
                return new RelatedSubject.OfPage(request.PostUri);
            case V1.SuggestRelatedTalksRequest.AboutOneofCase.Text:
                faults.AddIf(string.IsNullOrWhiteSpace(request.Text), "text", "must not be blank.");
                return new RelatedSubject.OfText(request.Text);
            default:
                faults.Add("about", "one of talk, post_uri and text must be given.");
                return new RelatedSubject.OfText("");
        }
    }
}
