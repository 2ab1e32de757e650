using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Recap.Server.Feeds;

/// <summary>Writes a feed as JSON Feed 1.1.</summary>
internal static class JsonFeed
{
    public const string ContentType = "application/feed+json; charset=utf-8";

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Write(TalkFeed feed) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = feed.Title,
            ["description"] = feed.Description,
            ["language"] = feed.Language,
            ["home_page_url"] = feed.Page,
            ["feed_url"] = feed.Address,
            ["items"] = new JsonArray([.. feed.Items.Select(Item)]),
        },
        Options);

    private static JsonObject Item(FeedItem item)
    {
        var written = new JsonObject
        {
            ["id"] = item.Id,
            ["url"] = item.Address,
            ["title"] = item.Title,
            ["content_text"] = item.Text,
            ["language"] = item.Language,
        };
        if (item.Date is { } date)
        {
            written["date_published"] = $"{date:O}T00:00:00Z";
        }

        if (!item.Speakers.IsEmpty)
        {
            written["authors"] = new JsonArray([.. item.Speakers.Select(name => new JsonObject { ["name"] = name })]);
        }

        if (!item.Tags.IsEmpty)
        {
            written["tags"] = new JsonArray([.. item.Tags.Select(tag => JsonValue.Create(tag))]);
        }

        return written;
    }
}
