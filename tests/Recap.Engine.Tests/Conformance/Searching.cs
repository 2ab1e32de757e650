using Recap.Engine.Querying;
using Recap.Talks;

namespace Recap.Engine.Tests.Conformance;

public abstract partial class TalkIndexConformance
{
    [Theory]
    [InlineData("autoscaling", "title")]
    [InlineData("Kepler", "text")]
    [InlineData("pasquier", "speaker")]
    [InlineData("isovalent", "organisation")]
    [InlineData("opentelemetry", "technology")]
    [InlineData("devoxx", "event")]
    [InlineData("Lille", "city")]
    [InlineData("2031", "year")]
    public async Task Every_part_of_a_talk_is_found(string query, string part)
    {
        await PutTalksAsync(
            Sample.Talk("L’autoscaling", id: "talks/title"),
            Sample.Talk("A", "On mesure avec Kepler.", "talks/text"),
            Sample.Talk("B", id: "talks/speaker").By(new Speaker("Simon Pasquier")),
            Sample.Talk("C", id: "talks/organisation").By(new Speaker("Zoé", "Isovalent")),
            Sample.Talk("D", id: "talks/technology").About("OpenTelemetry"),
            Sample.Talk("E", id: "talks/event").At("Devoxx France", 2023),
            Sample.Talk("F", id: "talks/city").At("DevFest", 2024, "Lille"),
            Sample.Talk("G", id: "talks/year").At("KubeCon", 2031));

        var page = await SearchAsync(query);

        page.Hits.ShouldHaveSingleItem().Talk.Talk.Id.ShouldBe($"talks/{part}");
    }

    [Theory]
    [InlineData("coût", "cout")]
    [InlineData("observabilité", "OBSERVABILITE")]
    [InlineData("cœur", "coeur")]
    [InlineData("l'énergie", "energie")]
    [InlineData("L’énergie", "l'énergie")]
    [InlineData("e\u0301nergie", "énergie")]
    [InlineData("énergie", "e\u0301nergie")]
    [InlineData("jusqu’ici", "jusqu'ici")]
    public async Task Accents_ligatures_case_and_apostrophes_make_no_difference(string told, string asked)
    {
        await PutTalksAsync(Sample.Talk("Cela", told, "talks/told"), Sample.Talk("Autre chose", "sans rapport"));

        (await TitlesAsync(asked)).ShouldBe(["Cela"]);
    }

    [Fact]
    public async Task Inflected_words_are_found_below_the_exact_word()
    {
        await PutTalksAsync(Sample.Talk("A", "des contributeurs du projet"), Sample.Talk("B", "un contributeur du projet"));

        (await TitlesAsync("contributeurs")).ShouldBe(["A", "B"]);
        (await TitlesAsync("contributeur")).ShouldBe(["B", "A"]);
    }

    [Fact]
    public async Task A_word_of_the_title_weighs_more_than_one_of_the_text()
    {
        await PutTalksAsync(Sample.Talk("Une autre", "On y parle de Pixie et de bien des choses."), Sample.Talk("Pixie"));

        (await TitlesAsync("pixie")).ShouldBe(["Pixie", "Une autre"]);
    }

    [Fact]
    public async Task Notes_rank_below_talks_that_answer_as_well_and_can_be_left_out()
    {
        await PutTalksAsync(
            Sample.Talk("Kepler", "Kepler mesure.", "talks/day-1~a-notes").As(TalkKind.Notes),
            Sample.Talk("Kepler", "Kepler mesure.", "talks/day-1~b-talk"));

        var all = await SearchAsync("kepler");
        var talks = await SearchAsync(new TalkQuery { Text = "kepler", IncludeNotes = false });

        all.Hits.Select(hit => hit.Talk.Talk.Kind).ShouldBe([TalkKind.Talk, TalkKind.Notes]);
        talks.Hits.ShouldHaveSingleItem().Talk.Talk.Kind.ShouldBe(TalkKind.Talk);
    }

    [Fact]
    public async Task Notes_are_found_where_there_is_no_talk_at_all()
    {
        await PutTalksAsync(Sample.Talk("Le reste", "Une annonce de Kepler.").As(TalkKind.Notes));

        (await TitlesAsync("kepler")).ShouldBe(["Le reste"]);
    }

    [Fact]
    public async Task Scores_fall_from_hit_to_hit_and_ties_are_broken_by_id()
    {
        await PutTalksAsync([.. Sample.Numbered(30, "même texte").Reverse()]);

        var page = await SearchAsync(new TalkQuery { Text = "texte", PageSize = 30 });

        page.Hits.Select(hit => hit.Score).ShouldBeInOrder(SortDirection.Descending);
        page.Hits[0].Score.ShouldBeGreaterThan(0);
        page.Hits.Select(hit => hit.Talk.Talk.Id).ShouldBeInOrder();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\t\n")]
    public async Task A_blank_query_asks_for_every_talk(string blank)
    {
        await PutTalksAsync([.. Sample.Numbered(3, "texte")]);

        var page = await SearchAsync(blank);

        page.Total.Value.ShouldBe(3);
        page.Hits.ShouldAllBe(hit => hit.Score == 0);
        page.Hits.Select(hit => hit.Talk.Talk.Id).ShouldBeInOrder();
    }

    [Theory]
    [InlineData(TalkSort.Newest, "Béta", "alpha", "Gamma", "Delta")]
    [InlineData(TalkSort.Title, "alpha", "Béta", "Delta", "Gamma")]
    public async Task Sorts_put_hits_in_their_order(TalkSort sort, params string[] expected)
    {
        await PutTalksAsync(
            Sample.Talk("Delta", "commun"),
            Sample.Talk("alpha", "commun commun").On(2024, 3, 20),
            Sample.Talk("Gamma", "commun").At("KubeCon", 2023),
            Sample.Talk("Béta", "commun").On(2025, 1, 1));

        (await TitlesAsync(new TalkQuery { Text = "commun", Sort = sort })).ShouldBe(expected);
        (await TitlesAsync(new TalkQuery { Sort = sort })).ShouldBe(expected);
    }

    public static TheoryData<string, TalkFilter, string> Filters => new()
    {
        { "event with year", new TalkFilter { Events = ["kubecon europe 2023"] }, "A" },
        { "event without year", new TalkFilter { Events = ["KubeCon Europe"] }, "A B" },
        { "two events", new TalkFilter { Events = ["KubeCon Europe 2024", "Devoxx France"] }, "B C" },
        { "year from", new TalkFilter { YearFrom = 2024 }, "B C" },
        { "year to", new TalkFilter { YearTo = 2023 }, "A" },
        { "year of the date where no event has one", new TalkFilter { YearFrom = 2025, YearTo = 2025 }, "C" },
        { "speaker without accents", new TalkFilter { Speakers = ["zoe n’guyen"] }, "A" },
        { "part of a name is no name", new TalkFilter { Speakers = ["zoe"] }, "" },
        { "kind", new TalkFilter { Kinds = [TalkKind.Workshop, TalkKind.Panel] }, "C" },
        { "source", new TalkFilter { Sources = ["Blog"] }, "A B C" },
        { "other source", new TalkFilter { Sources = ["elsewhere"] }, "" },
        { "fields are joined by and", new TalkFilter { Events = ["KubeCon Europe"], Speakers = ["Al Do"] }, "B" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_admits_what_it_names(string rule, TalkFilter filter, string expected)
    {
        await PutTalksAsync(
            Sample.Talk("A", "commun").At("KubeCon Europe", 2023).By(new Speaker("Zoé  N'Guyen")),
            Sample.Talk("B", "commun").At("KubeCon Europe", 2024).By(new Speaker("Al Do")),
            Sample.Talk("C", "commun").At("Devoxx France", null).On(2025, 4, 1).As(TalkKind.Workshop));
        var titles = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        (await TitlesAsync(new TalkQuery { Filter = filter })).ShouldBe(titles, rule);
        (await TitlesAsync(new TalkQuery { Text = "commun", Filter = filter })).ShouldBe(titles, ignoreOrder: true, rule);
    }
}
