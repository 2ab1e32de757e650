using System.Collections.Immutable;
using CsCheck;
using Recap.Engine.Analysis;
using Recap.Engine.Indexing;
using Recap.Engine.Querying;
using Recap.Engine.Tests.Analysis;
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

    private static readonly Lazy<ImmutableArray<IndexedTalk>> SampleSite = new(ReadSampleSite);

    private static readonly Lazy<string[]> SampleWords = new(() =>
        [.. SampleSite.Value.SelectMany(talk => $"{talk.Talk.Title} {talk.Talk.Text}".Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)]);

    private static readonly Gen<string> AnyQuery = Gen.OneOf(Gen.String, QueryOf(Words));

    /// <summary>What the laws hold over.</summary>
    public enum Catalogue
    {
        /// <summary>Talks thrown together from a few words.</summary>
        Words,

        /// <summary>Talks of the sample site, as many as fit on a page.</summary>
        SampleSite,
    }

    [Theory]
    [InlineData(Catalogue.Words)]
    [InlineData(Catalogue.SampleSite)]
    public async Task Any_string_is_a_query(Catalogue catalogue)
    {
        await PutCatalogueAsync(catalogue);

        await QueriesOver(catalogue).SampleAsync(
            async text =>
            {
                var page = await SearchAsync(new TalkQuery { Text = text, Explain = true, Facets = [TalkFacet.Technology] });

                page.Hits.Length.ShouldBe(Math.Min(page.Total.Value, TalkQuery.DefaultPageSize));
            },
            iter: 300,
            threads: 1);
    }

    [Theory]
    [InlineData(Catalogue.Words)]
    [InlineData(Catalogue.SampleSite)]
    public async Task A_filter_added_never_adds_hits(Catalogue catalogue)
    {
        await PutCatalogueAsync(catalogue);
        TalkFilter[] filters =
        [
            new() { YearFrom = 2024 }, new() { Technologies = ["KEDA"] }, new() { Languages = ["en"] }, new() { Topics = ["security"] },
            new() { Kinds = [TalkKind.Keynote] },
        ];

        await Gen.Select(QueriesOver(catalogue), Gen.Int[0, filters.Length - 1]).SampleAsync(
            async (text, i) =>
            {
                var all = await IdsAsync(new TalkQuery { Text = text, PageSize = 100 });
                var some = await IdsAsync(new TalkQuery { Text = text, PageSize = 100, Filter = filters[i] });

                some.Except(all).ShouldBeEmpty();
            },
            iter: 100,
            threads: 1);
    }

    [Theory]
    [InlineData(Catalogue.Words)]
    [InlineData(Catalogue.SampleSite)]
    public async Task Paging_gives_each_hit_of_any_query_once(Catalogue catalogue)
    {
        await PutCatalogueAsync(catalogue);

        await QueriesOver(catalogue).SampleAsync(
            async text =>
            {
                var ids = await PageThroughAsync(new TalkQuery { Text = text, PageSize = 7 });

                ids.ShouldBeUnique();
                ids.ShouldBe(await IdsAsync(new TalkQuery { Text = text, PageSize = 100 }));
            },
            iter: 60,
            threads: 1);
    }

    [Theory]
    [InlineData(Catalogue.Words)]
    [InlineData(Catalogue.SampleSite)]
    public async Task Accents_left_out_of_a_query_leave_its_first_page_as_it_is(Catalogue catalogue)
    {
        await PutCatalogueAsync(catalogue);

        await AnyOf(WordsOf(catalogue)).Array[1, 5].Select(words => string.Join(' ', words)).SampleAsync(
            async text => (await IdsAsync(new TalkQuery { Text = WithoutAccents(text) })).ShouldBe(await IdsAsync(new TalkQuery { Text = text })),
            iter: 150,
            threads: 1);
    }

    private async Task<string[]> IdsAsync(TalkQuery query) => [.. (await SearchAsync(query)).Hits.Select(hit => hit.Talk.Talk.Id)];

    /// <summary>Capitals stay: they tell an acronym (<c>AS</c>) from a word of grammar.</summary>
    private static string WithoutAccents(string text) => string.Concat(text.Select(letter => !char.IsLetter(letter) ? letter.ToString()
        : char.IsUpper(letter) ? FoldedText.Of(letter.ToString()).ToUpperInvariant() : FoldedText.Of(letter.ToString())));

    private static string[] WordsOf(Catalogue catalogue) => catalogue == Catalogue.Words ? Words : SampleWords.Value;

    private static Gen<string> QueriesOver(Catalogue catalogue) => catalogue == Catalogue.Words ? AnyQuery : QueryOf(SampleWords.Value);

    private static Gen<string> AnyOf(string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static Gen<string> QueryOf(string[] words) =>
        Gen.OneOf(AnyOf(words).Select(word => word + " "), AnyOf(Syntax)).Array[0, 12].Select(string.Concat);

    private async Task PutCatalogueAsync(Catalogue catalogue)
    {
        if (catalogue == Catalogue.SampleSite)
        {
            await PutTalksAsync([.. SampleSite.Value]);
            return;
        }

        var talks = Enumerable.Range(0, 60).Select(i =>
        {
            var text = string.Join(' ', Enumerable.Range(0, 12).Select(k => Words[((i * 7) + (k * (1 + (i % 5)))) % Words.Length]));
            var talk = Sample.Talk($"{Words[i % Words.Length]} {Words[i * 3 % Words.Length]}", text, $"talks/day-1~{i:d2}");
            talk = talk.On(2020 + (i % 6), 1, 1).About(i % 2 == 0 ? "KEDA" : "eBPF").In(i % 3 == 0 ? "en" : "fr").Scored("security", i / 60f);
            return i % 10 == 0 ? talk.As(TalkKind.Keynote) : talk;
        });
        await PutTalksAsync([.. talks]);
    }

    private static ImmutableArray<IndexedTalk> ReadSampleSite()
    {
        var reader = new PostReader(SiteSettings.Default, Glossary.Empty);
        var root = RulesTable.PathOf("posts");
        return
        [
            .. Directory.EnumerateFiles(root, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .SelectMany(path => reader.Read(new PostFile(Path.GetRelativePath(root, path), File.ReadAllBytes(path))).Talks)
                .DistinctBy(talk => talk.Id).Take(TalkQuery.MaxPageSize).Select(talk => new IndexedTalk { Source = Sample.Source, Talk = talk }),
        ];
    }
}
