using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Recap.Engine.Querying;

namespace Recap.Server.Tests.Feeds;

public sealed class FeedTests
{
    private static readonly XNamespace OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_search_is_a_json_feed()
    {
        await using var server = await RunningServer.StartAsync(with: options => options with { PublicUrl = new Uri("https://talks.example") });

        using var answer = await server.Http.GetAsync("/feed.json?q=kepler&kind=keynote", Token);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/feed+json");
        var feed = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token)).RootElement;
        feed.GetProperty("version").GetString().ShouldBe("https://jsonfeed.org/version/1.1");
        feed.GetProperty("title").GetString().ShouldBe("Recap · kepler, Keynote");
        feed.GetProperty("home_page_url").GetString().ShouldBe("https://talks.example/?q=kepler&kind=keynote");
        feed.GetProperty("feed_url").GetString().ShouldBe("https://talks.example/feed.json?q=kepler&kind=keynote");
        var item = feed.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        item.GetProperty("id").GetString().ShouldBe("https://talks.example/talks/2024-03-19-paris~kepler");
        item.GetProperty("url").GetString().ShouldBe("https://blog.example/2024/03/19/#kepler");
        item.GetProperty("date_published").GetString().ShouldBe("2024-03-19T00:00:00Z");
        item.GetProperty("authors")[1].GetProperty("name").GetString().ShouldBe("Bastien Morel");
        item.GetProperty("tags")[1].GetString().ShouldBe("eBPF");
    }

    [Fact]
    public async Task A_search_is_an_rss_feed_newest_first()
    {
        await using var server = await RunningServer.StartAsync();

        using var answer = await server.Http.GetAsync("/feed.xml?q=kepler", Token);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/rss+xml");
        var item = XDocument.Parse(await answer.Content.ReadAsStringAsync(Token)).Descendants("item").ShouldHaveSingleItem();
        item.Element("title")!.Value.ShouldBe("Mesurer l’énergie avec Kepler");
        item.Element("pubDate")!.Value.ShouldBe("Tue, 19 Mar 2024 00:00:00 GMT");
        item.Elements(DublinCore + "creator").Select(creator => creator.Value).ShouldBe(["Awa Ndiaye", "Bastien Morel"]);
        server.Index.LastQuery!.Sort.ShouldBe(TalkSort.Newest);
    }

    [Fact]
    public async Task A_hostile_post_stays_text_in_feeds()
    {
        var hostile = Shelf.Kepler with { Title = "</title><script>\u0000\u202E", Text = "<img src=x onerror=alert(1)>", Url = "javascript:alert(1)" };
        await using var server = await RunningServer.StartAsync(new ShelfIndex(hostile));

        var rss = XDocument.Parse(await server.Http.GetStringAsync("/feed.xml", Token)).Descendants("item").Single();

        rss.Element("title")!.Value.ShouldBe("</title><script>");
        rss.Element("description")!.Value.ShouldBe("&lt;img src=x onerror=alert(1)&gt;");
        rss.Element("link")!.Value.ShouldStartWith(server.Addresses.Http.ToString());
    }

    [Fact]
    public async Task A_browser_learns_how_to_search_here()
    {
        await using var server = await RunningServer.StartAsync(with: options => options with { SiteName = "Le carnet des conférences" });

        using var answer = await server.Http.GetAsync("/opensearch.xml", Token);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/opensearchdescription+xml");
        var description = XDocument.Parse(await answer.Content.ReadAsStringAsync(Token)).Root!;
        description.Element(OpenSearch + "ShortName")!.Value.Length.ShouldBeLessThanOrEqualTo(16);
        description.Elements(OpenSearch + "Url").Select(url => url.Attribute("template")!.Value)
            .ShouldContain($"{server.Addresses.Http}?q={{searchTerms}}");
    }

    [Fact]
    public async Task A_feed_of_a_senseless_search_is_invalid()
    {
        await using var server = await RunningServer.StartAsync();

        using var answer = await server.Http.GetAsync("/feed.json?from=demain", Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
