using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Recap.Server.Answers;
using Recap.Talks;

namespace Recap.Server.Pages;

/// <summary>What a talk page tells machines, in the words of schema.org.</summary>
internal static class StructuredData
{
    /// <summary>The recap as a work about the session as an event. What the post does not say is left out.</summary>
    public static JsonObject Of(Talk talk, string address) => WithoutGaps(new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "CreativeWork",
        ["name"] = talk.Title,
        ["url"] = address,
        ["inLanguage"] = talk.Language,
        ["datePublished"] = talk.Date?.ToString("O"),
        ["keywords"] = talk.Technologies.IsEmpty ? null : string.Join(", ", talk.Technologies),
        ["abstract"] = talk.Text.Length == 0 ? null : PlainText.Begin(talk.Text, length: 300),
        ["about"] = talk.Kind == TalkKind.Notes ? null : Session(talk),
    });

    /// <summary>The data as the one script element that runs nothing.</summary>
    // The default encoder writes <, > and & as \u escapes: no post can end the element or begin a comment in it.
    public static MarkupString AsScript(JsonObject data) =>
        new($"""<script type="application/ld+json">{data.ToJsonString(JsonSerializerOptions.Default)}</script>""");

    private static JsonObject Session(Talk talk) => WithoutGaps(new JsonObject
    {
        ["@type"] = "Event",
        ["name"] = talk.Title,
        ["startDate"] = talk.Date?.ToString("O"),
        ["performer"] = talk.Speakers.IsEmpty ? null : new JsonArray([.. talk.Speakers.Select(Person)]),
        ["location"] = Place(talk.Event),
        ["superEvent"] = talk.Event is { } conference
            ? WithoutGaps(new JsonObject { ["@type"] = "Event", ["name"] = conference.Name, ["location"] = Place(conference) })
            : null,
        ["recordedIn"] = Recordings(talk.Links),
    });

    private static JsonObject Person(Speaker speaker) => WithoutGaps(new JsonObject
    {
        ["@type"] = "Person",
        ["name"] = speaker.Name,
        ["affiliation"] = speaker.Organization is { } organization
            ? new JsonObject { ["@type"] = "Organization", ["name"] = organization }
            : null,
    });

    private static JsonObject? Place(ConferenceEvent? conference) =>
        conference?.City is { } city ? new JsonObject { ["@type"] = "Place", ["name"] = city } : null;

    private static JsonArray? Recordings(ImmutableArray<TalkLink> links)
    {
        JsonNode[] videos = [.. links.Where(link => link.Kind == LinkKind.Video && WebAddress.IsSafe(link.Url))
            .Select(link => new JsonObject { ["@type"] = "VideoObject", ["url"] = link.Url })];
        return videos.Length == 0 ? null : new JsonArray(videos);
    }

    private static JsonObject WithoutGaps(JsonObject data)
    {
        foreach (var gap in data.Where(pair => pair.Value is null).Select(pair => pair.Key).ToArray())
        {
            data.Remove(gap);
        }

        return data;
    }
}
