using Google.Protobuf;
using Recap.Engine.Relating;
using Recap.Server.Requests;
using V1 = Recap.Protocol.V1;

namespace Recap.Server.Answers;

/// <summary>Related talks as <c>GET /v1/talks:related</c> answers, for pages that are made beforehand.</summary>
public static class RelatedDocument
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true));

    /// <summary>Writes answers as one JSON object: <c>{"groups": [...], "generation": {...}}</c>. Talks carry no text.</summary>
    /// <param name="answers">One for each talk asked about, all of one generation.</param>
    /// <param name="words">Names topics.</param>
    /// <param name="language">Language of the reasons, BCP 47.</param>
    public static string Write(IEnumerable<RelatedAnswer> answers, ReasonWording words, string language)
    {
        var question = new RelatedQuestion(new RelatedQuery { About = new RelatedSubject.OfText("") }, WithText: false, language);
        var document = new V1.SuggestRelatedTalksResponse();
        foreach (var answer in answers.Select(new RelatedAnswers(words, question).ToResponse))
        {
            document.Groups.Add(answer.Groups);
            document.Generation = answer.Generation;
        }

        return Formatter.Format(document);
    }
}
