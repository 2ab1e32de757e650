using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Recap.Engine.Indexing;
using Recap.Engine.Querying;
using Recap.Engine.Relating;
using Recap.Server.Http;

namespace Recap.Server.Pages;

/// <summary>Which address shows which page.</summary>
internal static class PageMapping
{
    // As many as one looks through at a glance.
    private const int FacetSize = 8;

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPages(this IEndpointRouteBuilder app, RequestTimeoutPolicy timeout)
    {
        var pages = app.MapGroup("");
        pages.WithMetadata(new ShownAsPage()).WithRequestTimeout(timeout);
        pages.MapMethods("/", Reading, SearchAsync).WithMetadata(new TaggedByGeneration());
        pages.MapMethods("/talks/{slug}", Reading, ShowAsync).WithMetadata(new TaggedByGeneration());
        pages.MapMethods("/topics", Reading, http => TellTopicsAsync(http, TalkFacet.Year)).WithMetadata(new TaggedByGeneration());
        pages.MapMethods("/topics/events", Reading, http => TellTopicsAsync(http, TalkFacet.Event)).WithMetadata(new TaggedByGeneration());
        pages.MapMethods("/status", Reading, TellStatusAsync);
        pages.MapFallback("{**path}", http => http.RequestServices.GetRequiredService<PageFailures>().SendNotFoundAsync(http));
    }

    private static async Task SearchAsync(HttpContext http)
    {
        var (renderer, index) = ServicesOf(http);
        var page = renderer.ContextOf(http);
        var query = PageQuery.Read(page.Question, TalkQuery.DefaultPageSize) with { Facets = FacetLink.Facets, FacetSize = FacetSize };
        var found = await index.Searcher.SearchAsync(query, http.RequestAborted);
        await renderer.SendAsync<SearchPage>(http, StatusCodes.Status200OK, new() { ["Page"] = page, ["Found"] = found });
    }

    private static async Task ShowAsync(HttpContext http)
    {
        var (renderer, index) = ServicesOf(http);
        var talk = await index.Searcher.GetAsync($"talks/{http.Request.RouteValues["slug"]}", http.RequestAborted);
        var page = renderer.ContextOf(http);
        var topics = http.RequestServices.GetRequiredService<ITopicExplainer>();
        await renderer.SendAsync<TalkDetail>(http, StatusCodes.Status200OK, new()
        {
            ["Page"] = page,
            ["Found"] = talk,
            ["Related"] = await SuggestAsync(http, talk),
            ["Explanations"] = topics.Explain(talk.Talk, TalkFilter.None.MinAffinity),
        });
    }

    private static async Task TellTopicsAsync(HttpContext http, TalkFacet by)
    {
        var (renderer, index) = ServicesOf(http);
        var page = renderer.ContextOf(http);
        var matrix = await TopicMatrix.ReadAsync(index.Searcher, by, http.RequestAborted);
        await renderer.SendAsync<TopicsPage>(http, StatusCodes.Status200OK, new() { ["Page"] = page, ["Matrix"] = matrix, ["By"] = by });
    }

    private static async Task<RelatedGroup?> SuggestAsync(HttpContext http, IndexedTalk talk)
    {
        var related = http.RequestServices.GetRequiredService<IRelatedTalks>();
        var query = new RelatedQuery { About = new RelatedSubject.OfTalk(talk.Talk.Id), SamePost = true };
        return (await related.SuggestAsync(query, http.RequestAborted)).Groups.FirstOrDefault();
    }

    private static async Task TellStatusAsync(HttpContext http)
    {
        var (renderer, index) = ServicesOf(http);
        var counted = await index.Searcher.SearchAsync(
            new TalkQuery { PageSize = 1, IncludeNotes = false, Facets = [TalkFacet.Source], FacetSize = TalkQuery.MaxFacetSize }, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-cache";
        await renderer.SendAsync<StatusPage>(http, StatusCodes.Status200OK, new()
        {
            ["Page"] = renderer.ContextOf(http),
            ["Current"] = counted.Generation,
            ["Sources"] = counted.Facets[0].Values,
        });
    }

    private static (PageRenderer Renderer, ITalkIndex Index) ServicesOf(HttpContext http) =>
        (http.RequestServices.GetRequiredService<PageRenderer>(), http.RequestServices.GetRequiredService<ITalkIndex>());
}

/// <summary>Marks an endpoint whose failures people read.</summary>
internal sealed class ShownAsPage;
