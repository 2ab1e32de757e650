using Recap.Engine.Querying;
using Recap.Talks;

namespace Recap.Engine.Tests.Conformance;

public abstract partial class TalkIndexConformance
{
    public static TheoryData<string, TalkFilter, string> WiderFilters => new()
    {
        { "organisation without accents", new TalkFilter { Organizations = ["societe generale"] }, "A" },
        { "technology without case", new TalkFilter { Technologies = ["ebpf", "KEDA"] }, "A B C" },
        { "language", new TalkFilter { Languages = ["en"] }, "C" },
        { "topic at its default affinity", new TalkFilter { Topics = ["ebpf"] }, "A" },
        { "topic at a lower affinity", new TalkFilter { Topics = ["ebpf"], MinAffinity = 0.3f }, "A B" },
        { "topic at exactly its affinity", new TalkFilter { Topics = ["ebpf"], MinAffinity = 0.93f }, "A" },
        { "any of several topics", new TalkFilter { Topics = ["ebpf", "autoscaling"] }, "A C" },
        { "unknown topic", new TalkFilter { Topics = ["no-such"] }, "" },
        { "ids", new TalkFilter { Ids = ["talks/a", "talks/c", "talks/none"] }, "A C" },
    };

    [Theory]
    [MemberData(nameof(WiderFilters))]
    public async Task A_filter_admits_what_it_names_of_organisations_technologies_languages_topics_and_ids(
        string rule, TalkFilter filter, string expected)
    {
        await PutFacetSampleAsync();

        (await TitlesAsync(new TalkQuery { Filter = filter })).ShouldBe(
            expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), rule);
    }

    [Theory]
    [InlineData("ebpf", "A B C")]
    [InlineData("autoscaling", "C A B")]
    [InlineData("autoscaling ebpf", "A C B")]
    [InlineData("", "A B C")]
    public async Task By_affinity_those_nearest_to_the_topics_of_the_filter_come_first(string topics, string expected)
    {
        await PutFacetSampleAsync();
        var filter = new TalkFilter { Topics = [.. topics.Split(' ', StringSplitOptions.RemoveEmptyEntries)], MinAffinity = 0 };

        var titles = await TitlesAsync(new TalkQuery { Filter = filter, Sort = TalkSort.Affinity });

        titles.ShouldBe(expected.Split(' ').Where(titles.Contains));
        titles.ShouldNotBeEmpty();
    }

    public static TheoryData<TalkFacet, string> CountsOfAll => new()
    {
        { TalkFacet.Topic, "autoscaling:1 ebpf:1" },
        { TalkFacet.Event, "KubeCon Europe 2024:2 Devoxx 2023:1" },
        { TalkFacet.Year, "2024:2 2023:1" },
        { TalkFacet.Speaker, "Zoé:2 Al:1" },
        { TalkFacet.Organization, "Société Générale:1" },
        { TalkFacet.Technology, "eBPF:2 KEDA:1" },
        { TalkFacet.Kind, "Talk:2 Keynote:1" },
        { TalkFacet.Language, "fr:2 en:1" },
        { TalkFacet.Source, "blog:3" },
    };

    [Theory]
    [MemberData(nameof(CountsOfAll))]
    public async Task Talks_are_counted_by_every_facet_most_talks_first(TalkFacet facet, string expected)
    {
        await PutFacetSampleAsync();

        var page = await SearchAsync(new TalkQuery { Text = "commun", Facets = [facet], PageSize = 1 });

        Counts(page.Facets.ShouldHaveSingleItem()).ShouldBe(expected);
    }

    [Fact]
    public async Task A_facet_s_counts_look_past_its_own_filter_but_not_past_the_others()
    {
        await PutFacetSampleAsync();
        var query = new TalkQuery
        {
            Filter = new TalkFilter { Technologies = ["eBPF"], Languages = ["fr"] },
            Facets = [TalkFacet.Technology, TalkFacet.Language, TalkFacet.Source],
        };

        var page = await SearchAsync(query);

        page.Hits.Select(hit => hit.Talk.Talk.Title).ShouldBe(["A", "B"]);
        page.Facets.Select(Counts).ShouldBe(["eBPF:2", "fr:2", "blog:2"]);
        var keda = await SearchAsync(query with { Filter = new TalkFilter { Technologies = ["KEDA"] } });
        keda.Facets.Select(Counts).ShouldBe(["eBPF:2 KEDA:1", "en:1", "blog:1"]);
    }

    [Fact]
    public async Task Counts_are_cut_to_the_size_asked_and_go_with_any_page()
    {
        await PutFacetSampleAsync();
        var query = new TalkQuery { Facets = [TalkFacet.Speaker], FacetSize = 1, PageSize = 2 };

        var first = await SearchAsync(query);
        var second = await SearchAsync(query with { PageToken = first.NextPageToken });

        Counts(first.Facets[0]).ShouldBe("Zoé:2");
        second.Facets.Select(Counts).ShouldBe(first.Facets.Select(Counts));
    }

    [Fact]
    public async Task Spellings_of_one_name_are_counted_together()
    {
        await PutAsync(
            Sample.PostNamed("a.md", Sample.Talk("A").By(new Speaker("Zoé Dûpont"))),
            Sample.PostNamed("b.md", Sample.Talk("B").By(new Speaker("Zoe Dupont"))));
        await PutAsync(Sample.PostNamed("c.md", Sample.Talk("C").By(new Speaker("ZOÉ DUPONT"))));

        var page = await SearchAsync(new TalkQuery { Facets = [TalkFacet.Speaker] });

        Counts(page.Facets[0]).ShouldBe("ZOÉ DUPONT:3");
    }

    private async Task PutFacetSampleAsync() => await PutTalksAsync(
        Sample.Talk("A", "commun", "talks/a").About("eBPF").By(new Speaker("Zoé", "Société Générale")).Scored("ebpf", 0.93f)
            .At("KubeCon Europe", 2024),
        Sample.Talk("B", "commun", "talks/b").About("eBPF").By(new Speaker("Zoé"), new Speaker("Al")).Scored("ebpf", 0.4f)
            .At("Devoxx", 2023).As(TalkKind.Keynote),
        Sample.Talk("C", "commun", "talks/c").About("KEDA").Scored("autoscaling", 0.8f).At("KubeCon Europe", 2024).In("en"));

    private static string Counts(FacetCounts facet) => string.Join(' ', facet.Values.Select(value => $"{value.Value}:{value.Count}"));
}
