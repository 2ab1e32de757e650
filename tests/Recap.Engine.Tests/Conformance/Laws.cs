using CsCheck;
using Recap.Engine.Analysis;
using Recap.Engine.Querying;
using Recap.Talks;

namespace Recap.Engine.Tests.Conformance;

/// <summary>What holds for any query.</summary>
public abstract partial class TalkIndexConformance
{
    private static readonly string[] Words =
    [
        "kubernetes", "observabilité", "métriques", "cœur", "l’autoscaling", "d'énergie", "C++", "k8s", "service", "mesh", "le", "de", "v1.28",
        "sécurité", "développeur·euse·s", "auto-scaling",
    ];

    private static readonly string[] Syntax = ["\"", "-", " OR ", "speaker:", "event:", "topic:", "year:2024..", "(", ")", "*", "~", "^", ":", "\\", "\ud83d", "\0", "🐝"];

    private static readonly Gen<string> AnyQuery = Gen.OneOf(
        Gen.String,
        Gen.Int[0, Words.Length + Syntax.Length - 1].Select(i => i < Words.Length ? Words[i] + " " : Syntax[i - Words.Length])
            .Array[0, 12].Select(string.Concat));

    [Fact]
    public async Task Any_string_is_a_query()
    {
        await PutCatalogueAsync();

        await AnyQuery.SampleAsync(
            async text =>
            {
                var page = await SearchAsync(new TalkQuery { Text = text, Explain = true, Facets = [TalkFacet.Technology] });

                page.Hits.Length.ShouldBe(Math.Min(page.Total.Value, TalkQuery.DefaultPageSize));
            },
            iter: 300,
            threads: 1);
    }

    [Fact]
    public async Task A_filter_added_never_adds_hits()
    {
        await PutCatalogueAsync();
        TalkFilter[] filters =
        [
            new() { YearFrom = 2024 }, new() { Technologies = ["KEDA"] }, new() { Languages = ["en"] }, new() { Topics = ["security"] },
            new() { Kinds = [TalkKind.Keynote] },
        ];

        await Gen.Select(AnyQuery, Gen.Int[0, filters.Length - 1]).SampleAsync(
            async (text, i) =>
            {
                var all = await IdsAsync(new TalkQuery { Text = text, PageSize = 100 });
                var some = await IdsAsync(new TalkQuery { Text = text, PageSize = 100, Filter = filters[i] });

                some.Except(all).ShouldBeEmpty();
            },
            iter: 100,
            threads: 1);
    }

    [Fact]
    public async Task Paging_gives_each_hit_of_any_query_once()
    {
        await PutCatalogueAsync();

        await AnyQuery.SampleAsync(
            async text =>
            {
                var ids = await PageThroughAsync(new TalkQuery { Text = text, PageSize = 7 });

                ids.ShouldBeUnique();
                ids.ShouldBe(await IdsAsync(new TalkQuery { Text = text, PageSize = 100 }));
            },
            iter: 60,
            threads: 1);
    }

    [Fact]
    public async Task Accents_left_out_of_a_query_leave_its_first_page_as_it_is()
    {
        await PutCatalogueAsync();

        await Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[1, 5].Select(words => string.Join(' ', words)).SampleAsync(
            async text => (await IdsAsync(new TalkQuery { Text = FoldedText.Of(text) })).ShouldBe(await IdsAsync(new TalkQuery { Text = text })),
            iter: 150,
            threads: 1);
    }

    private async Task<string[]> IdsAsync(TalkQuery query) => [.. (await SearchAsync(query)).Hits.Select(hit => hit.Talk.Talk.Id)];

    private async Task PutCatalogueAsync()
    {
        var talks = Enumerable.Range(0, 60).Select(i =>
        {
            var text = string.Join(' ', Enumerable.Range(0, 12).Select(k => Words[((i * 7) + (k * (1 + (i % 5)))) % Words.Length]));
            var talk = Sample.Talk($"{Words[i % Words.Length]} {Words[i * 3 % Words.Length]}", text, $"talks/day-1~{i:d2}");
            talk = talk.On(2020 + (i % 6), 1, 1).About(i % 2 == 0 ? "KEDA" : "eBPF").In(i % 3 == 0 ? "en" : "fr").Scored("security", i / 60f);
            return i % 10 == 0 ? talk.As(TalkKind.Keynote) : talk;
        });
        await PutTalksAsync([.. talks]);
    }
}
