using Recap.Engine.Querying;
using Recap.Engine.Relating;
using Recap.Server.Requests;
using V1 = Recap.Protocol.V1;

namespace Recap.Server.Answers;

/// <summary>Puts hits and counts into the words of the contract.</summary>
internal sealed class SearchAnswers(ReasonWording words, TalkQuestion question)
{
    public V1.SearchTalksResponse ToResponse(TalkPage page) => new()
    {
        Hits = { page.Hits.Select(ToHit) },
        NextPageToken = page.NextPageToken ?? "",
        TotalSize = page.Total.Value,
        TotalSizeExact = page.Total.Exact,
        Generation = TalkAnswers.ToGeneration(page.Generation),
        Facets = { page.Facets.Select(facet => FacetAnswers.ToCounts(facet, question.Query.Filter, topic => words.NameOfTopic(topic, question.Language))) },
        CorrectedQuery = page.Understood.Corrected ?? "",
        SuggestedQuery = page.Understood.Suggested ?? "",
        Aliases = { page.Understood.Aliases.Select(alias => new V1.AppliedAlias { Typed = alias.Typed, Name = alias.Name }) },
    };

    private V1.TalkHit ToHit(TalkHit hit) => new()
    {
        Talk = TalkAnswers.ToTalk(hit.Talk, question.WithText),
        Score = hit.Score,
        TitleSegments = { hit.Title.Select(ToSegment) },
        Snippets = { hit.Snippets.Select(snippet => new V1.Snippet { Segments = { snippet.Select(ToSegment) } }) },
        Explanation = hit.Explanation is { } explanation ? ExplanationAnswers.ToExplanation(explanation, question.Language) : null,
        Tellings = { hit.Tellings },
    };

    private static V1.TextSegment ToSegment(TextSegment segment) => new() { Text = segment.Text, Highlighted = segment.Highlighted };
}
