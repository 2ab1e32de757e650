using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Recap.Engine.Indexing;
using Recap.Server.Http;
using Recap.Server.Pages;

namespace Recap.Server.Feeds;

/// <summary>Every search is also a feed: the same parameters, newest first unless they say otherwise.</summary>
internal static class FeedMapping
{
    private const int ItemsPerFeed = 30;

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapFeeds(this IEndpointRouteBuilder app, RequestTimeoutPolicy timeout)
    {
        var feeds = app.MapGroup("");
        feeds.WithMetadata(new TaggedByGeneration()).WithRequestTimeout(timeout).RequireCors();
        feeds.MapMethods("/feed.xml", Reading, http => SendAsync(http, RssFeed.Write, RssFeed.ContentType));
        feeds.MapMethods("/feed.json", Reading, http => SendAsync(http, JsonFeed.Write, JsonFeed.ContentType));
        feeds.MapMethods("/opensearch.xml", Reading, http =>
            WriteAsync(http, OpenSearchDescription.Write(ContextOf(http)), OpenSearchDescription.ContentType));
    }

    private static async Task SendAsync(HttpContext http, Func<TalkFeed, byte[]> write, string contentType)
    {
        var page = ContextOf(http);
        var newestFirst = page.Question.Order.Length == 0 ? page.Question with { Order = "newest" } : page.Question;
        var index = http.RequestServices.GetRequiredService<ITalkIndex>();
        var found = await index.Searcher.SearchAsync(PageQuery.Read(newestFirst, ItemsPerFeed), http.RequestAborted);
        await WriteAsync(http, write(TalkFeed.Of(page, found)), contentType);
    }

    private static PageContext ContextOf(HttpContext http) => http.RequestServices.GetRequiredService<PageRenderer>().ContextOf(http);

    private static Task WriteAsync(HttpContext http, byte[] content, string contentType)
    {
        http.Response.ContentType = contentType;
        http.Response.Headers.Vary = "Accept-Language";
        return http.Response.Body.WriteAsync(content, http.RequestAborted).AsTask();
    }
}
