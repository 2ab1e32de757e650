using Grpc.Net.Client.Web;
using Recap.Engine.Querying;
using Recap.Protocol.V1;
using TalkKind = Recap.Talks.TalkKind;

namespace Recap.Server.Tests.Answers;

public sealed class TalkSearchTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_search_answers_with_hits_their_highlights_and_the_generation()
    {
        await using var server = await RunningServer.StartAsync();

        var answer = await server.Grpc.SearchTalksAsync(new SearchTalksRequest { Query = "kepler" }, cancellationToken: Token);

        var hit = answer.Hits.ShouldHaveSingleItem();
        hit.Talk.Name.ShouldBe(Shelf.Kepler.Id);
        hit.TitleSegments.ShouldBe(
        [
            new Recap.Protocol.V1.TextSegment { Text = "Mesurer l’énergie avec " },
            new Recap.Protocol.V1.TextSegment { Text = "Kepler", Highlighted = true },
        ]);
        hit.Snippets.ShouldHaveSingleItem().Segments.ShouldHaveSingleItem().Text.ShouldBe(Shelf.Kepler.Text);
        (answer.TotalSize, answer.TotalSizeExact, answer.NextPageToken).ShouldBe((1, true, ""));
        (answer.Generation.Number, answer.Generation.Fingerprint).ShouldBe((3, "c0ffee"));
        answer.Generation.BuildTime.ToDateTimeOffset().ShouldBe(DateTimeOffset.UnixEpoch.AddDays(3));
    }

    [Fact]
    public async Task A_talk_says_all_that_the_post_told_of_it()
    {
        await using var server = await RunningServer.StartAsync();

        var talk = await server.Grpc.GetTalkAsync(new GetTalkRequest { Name = Shelf.Kepler.Id }, cancellationToken: Token);

        talk.ShouldBe(new Talk
        {
            Name = Shelf.Kepler.Id,
            Title = "Mesurer l’énergie avec Kepler",
            Speakers =
            {
                new Speaker { DisplayName = "Awa Ndiaye", Organization = "Nuage Vert" },
                new Speaker { DisplayName = "Bastien Morel" },
            },
            Kind = Recap.Protocol.V1.TalkKind.Keynote,
            Event = new Event { DisplayName = "Native Harbor 2024", Series = "Native Harbor", Year = 2024, City = "Brest", Day = 1 },
            Date = "2024-03-19",
            LanguageCode = "fr",
            Technologies = { "Kepler", "eBPF" },
            Links = { new Link { Kind = LinkKind.Video, Uri = "https://video.example/kepler", Label = "La vidéo" } },
            Uri = "https://blog.example/2024/03/19/#kepler",
            Text = "Kepler compte les watts.\nIl s’appuie sur eBPF.",
            Origin = new Origin { Source = "carnet", Post = "posts/2024-03-19-paris.md", Line = 12 },
            Topics =
            {
                new TopicAffinity { TopicId = "ebpf", Affinity = 0.91f },
                new TopicAffinity { TopicId = "greenops", Affinity = 0.55f },
                new TopicAffinity { TopicId = "security", Affinity = 0.12f },
            },
        });
    }

    [Fact]
    public async Task What_a_post_does_not_say_is_absent_or_empty()
    {
        await using var server = await RunningServer.StartAsync();

        var talk = await server.Grpc.GetTalkAsync(new GetTalkRequest { Name = Shelf.Sondes.Id }, cancellationToken: Token);

        talk.Event.ShouldBeNull();
        (talk.Date, talk.Uri).ShouldBe(("", ""));
    }

    [Theory]
    [InlineData(TalkView.Unspecified, false, true)]
    [InlineData(TalkView.Basic, false, false)]
    [InlineData(TalkView.Full, true, true)]
    public async Task The_text_of_a_talk_comes_as_the_view_asks(TalkView view, bool inSearch, bool inGet)
    {
        await using var server = await RunningServer.StartAsync();

        var search = await server.Grpc.SearchTalksAsync(new SearchTalksRequest { Query = "kepler", View = view }, cancellationToken: Token);
        var get = await server.Grpc.GetTalkAsync(new GetTalkRequest { Name = Shelf.Kepler.Id, View = view }, cancellationToken: Token);

        (search.Hits[0].Talk.Text != "").ShouldBe(inSearch);
        (get.Text != "").ShouldBe(inGet);
    }

    [Fact]
    public async Task Pages_follow_one_another_until_the_token_is_empty()
    {
        await using var server = await RunningServer.StartAsync();
        var names = new List<string>();
        var request = new ListTalksRequest { PageSize = 1 };

        do
        {
            var page = await server.Grpc.ListTalksAsync(request, cancellationToken: Token);
            names.AddRange(page.Talks.Select(talk => talk.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        names.ShouldBe([Shelf.Kepler.Id, Shelf.Sondes.Id]);
    }

    [Fact]
    public async Task The_engine_is_asked_what_the_request_says()
    {
        await using var server = await RunningServer.StartAsync();

        await server.Grpc.SearchTalksAsync(
            new SearchTalksRequest
            {
                Query = "l’énergie",
                Filter = new Recap.Protocol.V1.TalkFilter
                {
                    Events = { "Native Harbor" },
                    YearFrom = 2023,
                    YearTo = 2024,
                    Speakers = { "Awa Ndiaye" },
                    Kinds = { Recap.Protocol.V1.TalkKind.Keynote, Recap.Protocol.V1.TalkKind.BirdsOfAFeather },
                    Sources = { "carnet" },
                },
                Order = TalkOrder.Newest,
                PageSize = 7,
                ExcludeNotes = true,
            },
            cancellationToken: Token);

        var query = server.Index.LastQuery.ShouldNotBeNull();
        (query.Text, query.Sort, query.PageSize, query.PageToken, query.IncludeNotes).ShouldBe(("l’énergie", TalkSort.Newest, 7, null, false));
        query.Filter.Events.ShouldBe(["Native Harbor"]);
        (query.Filter.YearFrom, query.Filter.YearTo).ShouldBe((2023, 2024));
        query.Filter.Speakers.ShouldBe(["Awa Ndiaye"]);
        query.Filter.Kinds.ShouldBe([TalkKind.Keynote, TalkKind.BirdsOfAFeather]);
        query.Filter.Sources.ShouldBe(["carnet"]);
    }

    [Fact]
    public async Task Counts_come_as_asked_in_the_words_that_a_filter_takes()
    {
        await using var server = await RunningServer.StartAsync();

        var answer = await server.Grpc.SearchTalksAsync(
            new SearchTalksRequest
            {
                Filter = new Recap.Protocol.V1.TalkFilter { Kinds = { Recap.Protocol.V1.TalkKind.Keynote }, YearFrom = 2024, YearTo = 2024 },
                Facets = { FacetField.Kind, FacetField.Year },
            },
            cancellationToken: Token);

        answer.Facets.Select(facet => facet.Field).ShouldBe([FacetField.Kind, FacetField.Year]);
        answer.Facets[0].Values.ShouldContain(new Recap.Protocol.V1.FacetValue { Value = "TALK_KIND_KEYNOTE", Label = "Keynote", Count = 1, Selected = true });
        answer.Facets[0].Values.ShouldContain(new Recap.Protocol.V1.FacetValue { Value = "TALK_KIND_NOTES", Label = "Notes", Count = 1 });
        answer.Facets[1].Values.ShouldBe([new Recap.Protocol.V1.FacetValue { Value = "2024", Label = "2024", Count = 1, Selected = true }]);
        server.Index.LastQuery!.FacetSize.ShouldBe(TalkQuery.DefaultFacetSize);
    }

    [Theory]
    [InlineData(GrpcWebMode.GrpcWeb)]
    [InlineData(GrpcWebMode.GrpcWebText)]
    public async Task Pages_may_ask_through_grpc_web(GrpcWebMode mode)
    {
        await using var server = await RunningServer.StartAsync();

        var answer = await server.GrpcWeb(mode).SearchTalksAsync(new SearchTalksRequest { Query = "eBPF" }, cancellationToken: Token);

        answer.Hits.ShouldHaveSingleItem().Talk.Name.ShouldBe(Shelf.Sondes.Id);
    }
}
