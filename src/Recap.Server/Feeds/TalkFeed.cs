using System.Collections.Immutable;
using Recap.Engine.Querying;
using Recap.Server.Answers;
using Recap.Server.Pages;
using Recap.Talks;

namespace Recap.Server.Feeds;

/// <summary>A search as something to subscribe to. All text in it is plain and fit for XML.</summary>
internal sealed record TalkFeed
{
    public required string Title { get; init; }

    public required string Description { get; init; }

    public required string Language { get; init; }

    /// <summary>The page that shows the same search.</summary>
    public required string Page { get; init; }

    /// <summary>The feed itself.</summary>
    public required string Address { get; init; }

    public required ImmutableArray<FeedItem> Items { get; init; }

    public static TalkFeed Of(PageContext page, TalkPage found)
    {
        var question = page.Question with { PageToken = "" };
        var subject = question.IsBlank ? page.Texts.NewestTalks : string.Join(", ", question.Filters.Select(page.Show).Prepend(question.Text).Where(part => part.Length > 0));
        return new TalkFeed
        {
            Title = PlainText.Clean($"{page.SiteName} · {subject}"),
            Description = page.Texts.Tagline,
            Language = page.Texts.Language,
            Page = page.Base + question.Address(),
            Address = page.Base + question.Address(page.Path),
            Items = [.. found.Hits.Select(hit => FeedItem.Of(page, hit.Talk.Talk))],
        };
    }
}

/// <summary>One talk of a feed.</summary>
internal sealed record FeedItem
{
    // A feed is an invitation to read the post, not a copy of it.
    private const int MaxText = 1000;

    /// <summary>Page of the talk on this site: never changes, unlike the address of the post.</summary>
    public required string Id { get; init; }

    /// <summary>Where to read the talk.</summary>
    public required string Address { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required string Language { get; init; }

    public required DateOnly? Date { get; init; }

    public required ImmutableArray<string> Speakers { get; init; }

    public required ImmutableArray<string> Tags { get; init; }

    public static FeedItem Of(PageContext page, Talk talk) => new()
    {
        Id = page.AbsoluteAddressOf(talk.Id),
        Address = WebAddress.IsSafe(talk.Url) ? talk.Url : page.AbsoluteAddressOf(talk.Id),
        Title = PlainText.Clean(talk.Title),
        Text = PlainText.Begin(talk.Text, MaxText),
        Language = talk.Language,
        Date = talk.Date,
        Speakers = [.. talk.Speakers.Select(speaker => PlainText.Clean(speaker.Name))],
        Tags = [.. talk.Technologies.Select(PlainText.Clean)],
    };
}
