using System.Net;
using Recap.Engine.Querying;
using Recap.Talks;

namespace Recap.Server.Tests.Pages;

public sealed class SearchPageTests
{
    [Fact]
    public async Task The_way_in_shows_the_newest_talks_without_notes()
    {
        await using var server = await RunningServer.StartAsync();

        var page = await Html.GetAsync(server, "/");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Answer.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        page.Text.ShouldContain("Les derniers talks");
        page.Text.ShouldContain("Mesurer l’énergie avec Kepler");
        page.Text.ShouldNotContain("Notes de Paris");
        (server.Index.LastQuery!.Sort, server.Index.LastQuery.IncludeNotes).ShouldBe((TalkSort.Newest, false));
    }

    [Fact]
    public async Task A_search_marks_what_it_found_and_links_to_talk_and_post()
    {
        await using var server = await RunningServer.StartAsync();

        var page = await Html.GetAsync(server, "/?q=kepler");

        page.Source.ShouldContain("<mark>Kepler</mark>");
        page.Text.ShouldContain("1 talk");
        page.Links.ShouldContain("/talks/2024-03-19-paris~kepler");
        page.Links.ShouldContain("https://blog.example/2024/03/19/#kepler");
        page.Links.ShouldContain("/?speaker=Awa%20Ndiaye");
        page.Links.ShouldContain("/?event=Native%20Harbor%202024");
        page.Text.ShouldContain("19 mars 2024");
        server.Index.LastQuery!.Sort.ShouldBe(TalkSort.Relevance);
        server.Index.LastQuery!.IncludeNotes.ShouldBeTrue();
    }

    [Fact]
    public async Task Every_filter_of_the_address_reaches_the_engine_and_can_be_taken_away()
    {
        await using var server = await RunningServer.StartAsync();

        var page = await Html.GetAsync(server, "/?q=e&event=Native+Harbor&event=Marée&speaker=Awa&kind=keynote&kind=bof&source=carnet&tech=eBPF&org=Nuage&topic=ebpf&from=2023&to=2024&order=title");

        page.Status.ShouldBe(HttpStatusCode.OK);
        var query = server.Index.LastQuery!;
        query.Filter.Events.ShouldBe(["Native Harbor", "Marée"]);
        query.Filter.Speakers.ShouldBe(["Awa"]);
        query.Filter.Kinds.ShouldBe([TalkKind.Keynote, TalkKind.BirdsOfAFeather]);
        query.Filter.Technologies.ShouldBe(["eBPF"]);
        query.Filter.Topics.ShouldBe(["ebpf"]);
        query.Filter.Organizations.ShouldBe(["Nuage"]);
        (query.Filter.YearFrom, query.Filter.YearTo, query.Sort).ShouldBe((2023, 2024, TalkSort.Title));
        page.Links.ShouldContain("/?q=e&event=Native%20Harbor&event=Mar%C3%A9e&speaker=Awa&org=Nuage&tech=eBPF&topic=ebpf&kind=bof&source=carnet&from=2023&to=2024&order=title");
        page.Links.ShouldContain("/?q=e&order=title");
    }

    [Fact]
    public async Task What_was_made_of_the_words_is_said()
    {
        await using var server = await RunningServer.StartAsync();

        var page = await Html.GetAsync(server, "/?q=kepler&kind=keynote");

        page.Text.ShouldContain("Recherché comme képler");
        page.Links.ShouldContain("/?q=k%C3%A9pler&kind=keynote");
        page.Text.ShouldContain("Vouliez-vous dire keepler");
        page.Text.ShouldContain("Cherché aussi\u00A0: Kepler");
    }

    [Theory]
    [InlineData("/?topic=ebpf&order=affinity", TalkSort.Affinity, true)]
    [InlineData("/?topic=ebpf", TalkSort.Newest, true)]
    [InlineData("/?q=e&order=affinity", TalkSort.Relevance, false)]
    public async Task Talks_of_a_topic_can_be_ordered_by_how_near_they_are(string address, TalkSort sort, bool offered)
    {
        await using var server = await RunningServer.StartAsync();

        var page = await Html.GetAsync(server, address);

        page.Status.ShouldBe(HttpStatusCode.OK);
        server.Index.LastQuery!.Sort.ShouldBe(sort);
        page.Text.Contains("proximité du sujet", StringComparison.Ordinal).ShouldBe(offered);
    }

    [Theory]
    [InlineData("/?topic=greenops", "<h1><bdi>Sobriété, GreenOps, écoconception</bdi></h1>")]
    [InlineData("/?speaker=Awa+Ndiaye", "<h1><bdi>Awa Ndiaye</bdi></h1>")]
    [InlineData("/?topic=no-such", "<h1><bdi>no-such</bdi></h1>")]
    [InlineData("/?q=e&topic=greenops", "<h1><bdi>Résultats</bdi></h1>")]
    public async Task A_page_of_one_thing_goes_by_its_name(string address, string heading)
    {
        await using var server = await RunningServer.StartAsync();

        var page = await Html.GetAsync(server, address);

        page.Source.ShouldContain(heading);
        var description = ShelfTopics.Instance.Taxonomy.Find("greenops")!.Description.French;
        page.Text.Contains(description, StringComparison.Ordinal).ShouldBe(address == "/?topic=greenops");
    }

    [Fact]
    public async Task The_form_works_without_script_and_the_script_improves_on_it()
    {
        await using var server = await RunningServer.StartAsync();

        var page = await Html.GetAsync(server, "/?q=kepler");

        page.Source.ShouldMatch("<recap-search [^>]*>\\s*<form id=\"search\" role=\"search\" action=\"/\" method=\"get\">");
        page.Source.ShouldMatch("<script type=\"module\" src=\"/widget/recap\\.[0-9a-f]{12}\\.js\"></script>");
    }

    [Fact]
    public async Task What_a_form_leaves_empty_is_no_filter()
    {
        await using var server = await RunningServer.StartAsync();

        var page = await Html.GetAsync(server, "/?q=kepler&event=&from=&to=&order=");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Links.ShouldNotContain(link => link.Contains("event=&", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Facets_are_links_that_choose_and_take_back()
    {
        await using var server = await RunningServer.StartAsync();

        var open = await Html.GetAsync(server, "/?q=e");
        var chosen = await Html.GetAsync(server, "/?q=e&kind=keynote&page=");

        open.Links.ShouldContain("/?q=e&kind=keynote");
        chosen.Source.ShouldContain("aria-current=\"true\"");
        chosen.Links.ShouldContain("/?q=e");
        chosen.Links.ShouldContain("/?q=e&kind=keynote&kind=notes");
    }

    [Fact]
    public async Task Pages_follow_one_another_by_links()
    {
        var talks = Enumerable.Range(1, 25).Select(number => Shelf.Sondes with { Id = $"talks/p~{number:00}", Title = $"Talk {number:00}" });
        await using var server = await RunningServer.StartAsync(new ShelfIndex(talks));
        var address = "/?q=talk";
        var seen = 0;

        while (address is not null)
        {
            var page = await Html.GetAsync(server, address);
            seen += page.Links.Count(link => link.StartsWith("/talks/", StringComparison.Ordinal));
            address = page.Links.FirstOrDefault(link => link.Contains("page=", StringComparison.Ordinal) && !link.Contains("lang=", StringComparison.Ordinal));
        }

        seen.ShouldBe(25);
    }

    [Fact]
    public async Task Nothing_found_says_so_and_what_to_try()
    {
        await using var server = await RunningServer.StartAsync();

        var page = await Html.GetAsync(server, "/?q=cobol");

        page.Text.ShouldContain("Aucun talk ne répond à «\u00A0cobol\u00A0».");
        page.Text.ShouldContain("Essayez moins de mots");
    }

    [Theory]
    [InlineData("/?from=demain", "from:")]
    [InlineData("/?to=99", "to:")]
    [InlineData("/?kind=sieste", "kind:")]
    [InlineData("/?order=hasard", "order:")]
    [InlineData("/?from=2024&to=2020", "filter.year_to:")]
    public async Task A_filter_that_makes_no_sense_is_refused_and_named(string address, string named)
    {
        await using var server = await RunningServer.StartAsync();

        var page = await Html.GetAsync(server, address);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text.ShouldContain("Demande incomprise");
        page.Text.ShouldContain(named);
        page.Answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("2|e|1")]
    [InlineData("nonsense")]
    public async Task A_page_that_is_gone_leads_back_to_the_first(string token)
    {
        await using var server = await RunningServer.StartAsync();

        var page = await Html.GetAsync(server, $"/?q=e&page={Uri.EscapeDataString(token)}");

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text.ShouldContain("Ces résultats ont changé");
        page.Links.ShouldContain("/?q=e");
    }

    [Fact]
    public async Task A_failure_has_a_page_with_an_id_and_nothing_more()
    {
        await using var server = await RunningServer.StartAsync();
        server.Index.Failure = new InvalidOperationException("password=hunter2");

        var page = await Html.GetAsync(server, "/?q=e");

        page.Status.ShouldBe(HttpStatusCode.InternalServerError);
        page.Source.ShouldNotContain("hunter2");
        page.Text.ShouldContain("Numéro d’erreur");
    }

    [Theory]
    [InlineData("/", "fr-FR,fr;q=0.9,en;q=0.8", "fr")]
    [InlineData("/", "en-US,en;q=0.9", "en")]
    [InlineData("/", "de,es;q=0.5", "fr")]
    [InlineData("/", "de;q=0.9,en;q=0.2,fr;q=0", "en")]
    [InlineData("/", null, "fr")]
    [InlineData("/?lang=en", "fr", "en")]
    [InlineData("/?lang=tlh", "en", "en")]
    public async Task A_page_speaks_the_language_asked_for(string address, string? accept, string language)
    {
        await using var server = await RunningServer.StartAsync();

        var page = await Html.GetAsync(server, address, accept);

        page.Source.ShouldContain($"<html lang=\"{language}\">");
        page.Answer.Content.Headers.ContentLanguage.ShouldBe([language]);
        page.Answer.Headers.Vary.ShouldContain("Accept-Language");
    }

    [Fact]
    public async Task A_language_named_by_the_address_stays_in_its_links()
    {
        await using var server = await RunningServer.StartAsync();

        var page = await Html.GetAsync(server, "/?q=kepler&lang=en");

        page.Links.ShouldContain("/talks/2024-03-19-paris~kepler?lang=en");
        page.Text.ShouldContain("19 March 2024");
    }

    [Fact]
    public async Task Pages_hold_until_the_index_changes_in_each_language()
    {
        await using var server = await RunningServer.StartAsync();
        var french = await Html.GetAsync(server, "/?q=kepler", "fr");
        var english = await Html.GetAsync(server, "/?q=kepler", "en");

        using var request = new HttpRequestMessage(HttpMethod.Get, "/?q=kepler");
        request.Headers.Add("Accept-Language", "fr");
        request.Headers.IfNoneMatch.Add(french.Answer.Headers.ETag!);
        using var again = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);

        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        english.Answer.Headers.ETag.ShouldNotBe(french.Answer.Headers.ETag);
    }
}
