using System.Net;
using Recap.Talks;

namespace Recap.Server.Tests.Pages;

public sealed class TopicsPageTests
{
    [Theory]
    [InlineData("/topics", "Talks par sujet et par année", "/?topic=ebpf&from=2024&to=2024")]
    [InlineData("/topics/events", "Talks par sujet et par événement", "/?topic=ebpf&event=Native%20Harbor%202024")]
    public async Task The_chart_is_told_in_words_and_every_number_leads_to_its_talks(string address, string title, string cell)
    {
        await using var server = await RunningServer.StartAsync();

        var page = await Html.GetAsync(server, address);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Source.ShouldContain("<svg role=\"img\" aria-labelledby=\"chart-title chart-text\"");
        page.Source.ShouldContain($"<title id=\"chart-title\">{title}</title>");
        page.Text.ShouldContain("les sujets les plus fréquents\u00A0: eBPF et noyau (2), Sobriété, GreenOps, écoconception (2).");
        page.Source.ShouldContain("<circle ");
        page.Links.ShouldContain("/?topic=ebpf");
        page.Links.ShouldContain(cell);
        page.Answer.Headers.ETag.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_page_speaks_english_too()
    {
        await using var server = await RunningServer.StartAsync();

        var page = await Html.GetAsync(server, "/topics?lang=en");

        page.Text.ShouldContain("Talks by topic and year");
        page.Text.ShouldContain("eBPF & kernel");
        page.Links.ShouldContain("/topics?lang=fr");
    }

    [Fact]
    public async Task An_empty_index_has_no_chart()
    {
        await using var server = await RunningServer.StartAsync(new ShelfIndex(Array.Empty<Talk>()));

        var page = await Html.GetAsync(server, "/topics");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Source.ShouldNotContain("<svg");
        page.Text.ShouldContain("Aucun talk n’a de sujet.");
    }
}
