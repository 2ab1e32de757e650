using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Recap.Engine.Indexing;
using Recap.Engine.Querying;
using Recap.Talks;
using V1 = Recap.Protocol.V1;

namespace Recap.Server.Answers;

/// <summary>Puts talks into the words of the contract.</summary>
internal static class TalkAnswers
{
    public static V1.ListTalksResponse ToListResponse(TalkPage page, bool withText) => new()
    {
        Talks = { page.Hits.Select(hit => ToTalk(hit.Talk, withText)) },
        NextPageToken = page.NextPageToken ?? "",
        TotalSize = page.Total.Value,
        TotalSizeExact = page.Total.Exact,
        Generation = ToGeneration(page.Generation),
    };

    public static V1.Talk ToTalk(IndexedTalk indexed, bool withText)
    {
        var talk = indexed.Talk;
        return new V1.Talk
        {
            Name = talk.Id,
            Title = talk.Title,
            Speakers = { talk.Speakers.Select(speaker => new V1.Speaker { DisplayName = speaker.Name, Organization = speaker.Organization ?? "" }) },
            Kind = ToKind(talk.Kind),
            Event = talk.Event is { } conference ? ToEvent(conference) : null,
            Date = talk.Date?.ToString("O", CultureInfo.InvariantCulture) ?? "",
            LanguageCode = talk.Language,
            Technologies = { talk.Technologies },
            Links = { talk.Links.Where(link => WebAddress.IsSafe(link.Url)).Select(ToLink) },
            Uri = WebAddress.IsSafe(talk.Url) ? talk.Url : "",
            Text = withText ? talk.Text : "",
            Origin = new V1.Origin { Source = indexed.Source, Post = talk.Post, Line = talk.Line },
            Topics = { indexed.ByAffinity().Select(topic => new V1.TopicAffinity { TopicId = topic.Key, Affinity = topic.Value }) },
        };
    }

    public static V1.IndexGeneration ToGeneration(Generation generation) => new()
    {
        Number = generation.Number,
        BuildTime = Timestamp.FromDateTimeOffset(generation.BuiltAt),
        Fingerprint = generation.Fingerprint,
    };

    private static V1.Event ToEvent(ConferenceEvent conference)
    {
        var answer = new V1.Event { DisplayName = conference.Name, Series = conference.Series, City = conference.City ?? "" };
        if (conference.Year is { } year)
        {
            answer.Year = year;
        }

        if (conference.Day is { } day)
        {
            answer.Day = day;
        }

        return answer;
    }

    private static V1.Link ToLink(TalkLink link) => new() { Kind = ToLinkKind(link.Kind), Uri = link.Url, Label = link.Label };

    public static V1.TalkKind ToKind(TalkKind kind) => kind switch
    {
        TalkKind.Talk => V1.TalkKind.Talk,
        TalkKind.Keynote => V1.TalkKind.Keynote,
        TalkKind.Panel => V1.TalkKind.Panel,
        TalkKind.Workshop => V1.TalkKind.Workshop,
        TalkKind.Lightning => V1.TalkKind.Lightning,
        TalkKind.BirdsOfAFeather => V1.TalkKind.BirdsOfAFeather,
        TalkKind.Notes => V1.TalkKind.Notes,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The contract has no such kind."),
    };

    private static V1.LinkKind ToLinkKind(LinkKind kind) => kind switch
    {
        LinkKind.Other => V1.LinkKind.Unspecified,
        LinkKind.Schedule => V1.LinkKind.Schedule,
        LinkKind.Video => V1.LinkKind.Video,
        LinkKind.Slides => V1.LinkKind.Slides,
        LinkKind.Code => V1.LinkKind.Code,
        LinkKind.Project => V1.LinkKind.Project,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The contract has no such kind of link."),
    };
}
