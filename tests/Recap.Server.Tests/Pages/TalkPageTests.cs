using System.Net;
using System.Text.Json;
using Recap.Talks;

namespace Recap.Server.Tests.Pages;

public sealed class TalkPageTests
{
    private const string Address = "/talks/2024-03-19-paris~kepler";

    [Fact]
    public async Task A_talk_has_a_page_with_all_that_was_told()
    {
        await using var server = await RunningServer.StartAsync();

        var page = await Html.GetAsync(server, Address);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Source.ShouldContain("<title>Mesurer l’énergie avec Kepler · Recap</title>");
        foreach (var told in (string[])["Keynote", "Awa Ndiaye", "Nuage Vert", "Native Harbor 2024", "Brest", "Kepler compte les watts.", "La vidéo", "Raconté dans carnet"])
        {
            page.Text.ShouldContain(told);
        }

        page.Links.ShouldContain("/?tech=eBPF");
        page.Links.ShouldContain("https://video.example/kepler");
        page.Source.ShouldContain("<p><bdi>Il s’appuie sur eBPF.</bdi></p>");
    }

    [Fact]
    public async Task A_talk_says_what_it_is_about_and_how_surely()
    {
        await using var server = await RunningServer.StartAsync();

        var page = await Html.GetAsync(server, Address);

        page.Source.ShouldContain("<meter min=\"0\" max=\"1\" value=\"0.91\"");
        page.Text.ShouldContain("91\u00A0%");
        page.Links.ShouldContain("/?topic=ebpf");
        page.Links.ShouldContain("/?topic=greenops");
        page.Links.ShouldNotContain("/?topic=security");
        page.Text.ShouldContain("Porté par\u00A0: eBPF, sondes ");
    }

    [Fact]
    public async Task A_talk_leads_to_the_next_and_says_why()
    {
        await using var server = await RunningServer.StartAsync();

        var page = await Html.GetAsync(server, Address);

        page.Text.ShouldContain("À lire ensuite");
        page.Links.ShouldContain("/talks/2023-10-15-maree~sondes-ebpf");
        page.Text.ShouldContain("Même technologie : eBPF");
    }

    [Fact]
    public async Task A_talk_without_a_close_one_says_so()
    {
        await using var server = await RunningServer.StartAsync(new ShelfIndex(Shelf.Kepler));

        (await Html.GetAsync(server, Address)).Text.ShouldContain("Aucun autre talk n’est assez proche");
    }

    [Fact]
    public async Task Previews_and_machines_are_told_what_it_is()
    {
        await using var server = await RunningServer.StartAsync(with: options => options with { PublicUrl = new Uri("https://talks.example/") });

        var page = await Html.GetAsync(server, Address);

        page.Source.ShouldContain("""<link rel="canonical" href="https://blog.example/2024/03/19/#kepler" """.TrimEnd());
        page.Source.ShouldContain("""<meta property="og:url" content="https://talks.example/talks/2024-03-19-paris~kepler" """.TrimEnd());
        page.Source.ShouldContain("""<meta property="og:title" content="Mesurer l’énergie avec Kepler" """.TrimEnd());
        var data = StructuredDataOf(page);
        data.GetProperty("@type").GetString().ShouldBe("CreativeWork");
        data.GetProperty("keywords").GetString().ShouldBe("Kepler, eBPF");
        var session = data.GetProperty("about");
        session.GetProperty("startDate").GetString().ShouldBe("2024-03-19");
        session.GetProperty("performer")[0].GetProperty("affiliation").GetProperty("name").GetString().ShouldBe("Nuage Vert");
        session.GetProperty("superEvent").GetProperty("location").GetProperty("name").GetString().ShouldBe("Brest");
        session.GetProperty("recordedIn")[0].GetProperty("url").GetString().ShouldBe("https://video.example/kepler");
    }

    [Fact]
    public async Task What_a_post_does_not_say_is_not_made_up()
    {
        await using var server = await RunningServer.StartAsync();

        var page = await Html.GetAsync(server, $"/{Shelf.Sondes.Id}");

        var data = StructuredDataOf(page);
        data.TryGetProperty("datePublished", out _).ShouldBeFalse();
        data.GetProperty("about").TryGetProperty("superEvent", out _).ShouldBeFalse();
        page.Source.ShouldContain($"<link rel=\"canonical\" href=\"{server.Addresses.Http}talks/2023-10-15-maree~sondes-ebpf\"");
    }

    [Theory]
    [InlineData("/talks/no~where")]
    [InlineData("/nothing/here")]
    [InlineData("/talks/a/b")]
    public async Task What_is_not_there_has_a_page_that_leads_back(string address)
    {
        await using var server = await RunningServer.StartAsync();

        var page = await Html.GetAsync(server, address);

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Text.ShouldContain("Page introuvable");
        page.Links.ShouldContain("/");
    }

    [Fact]
    public async Task The_status_says_what_the_index_holds()
    {
        await using var server = await RunningServer.StartAsync();

        var page = await Html.GetAsync(server, "/status?lang=en");

        page.Text.ShouldContain("Generation 3");
        page.Text.ShouldContain("4 January 1970, 00:00 UTC");
        page.Text.ShouldContain("c0ffee");
    }

    [Fact]
    public async Task A_hostile_post_stays_text()
    {
        const string attack = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&\u202Eevil";
        var hostile = new Talk
        {
            Id = "talks/p~attack",
            Post = "p.md",
            Line = 1,
            Title = attack,
            Text = attack,
            Speakers = [new Speaker(attack, attack)],
            Event = new ConferenceEvent { Series = attack, City = attack },
            Technologies = [attack],
            Language = "\"><script>",
            Url = "javascript:alert(1)",
            Links = [new TalkLink(LinkKind.Video, "javascript:alert(1)", attack), new TalkLink(LinkKind.Slides, "data:text/html,x", attack)],
        };
        await using var server = await RunningServer.StartAsync(new ShelfIndex(hostile));

        foreach (var address in (string[])["/talks/p~attack", "/", "/?q=script", $"/?q={Uri.EscapeDataString(attack)}&speaker={Uri.EscapeDataString(attack)}"])
        {
            var page = await Html.GetAsync(server, address);

            page.Status.ShouldBe(HttpStatusCode.OK, address);
            page.Source.ShouldNotContain("<img", Case.Insensitive);
            page.Source.ShouldNotContain("<script>", Case.Insensitive);
            page.Source.ShouldNotContain("javascript:", Case.Insensitive);
            page.Source.ShouldNotContain("data:text", Case.Insensitive);
            page.Source.Split("<title>")[1].Split("</title>")[0].ShouldNotContain("202E", Case.Insensitive);
        }
    }

    private static JsonElement StructuredDataOf(Html page)
    {
        var script = page.Source.Split("<script type=\"application/ld+json\">")[1].Split("</script>")[0];
        return JsonDocument.Parse(script).RootElement;
    }
}
