using CsCheck;
using Recap.Engine.Querying;
using Recap.Protocol.V1;
using Recap.Server.Requests;
using TalkFilter = Recap.Protocol.V1.TalkFilter;
using TalkKind = Recap.Protocol.V1.TalkKind;

namespace Recap.Server.Tests.Requests;

public sealed class TalkQuestionsTests
{
    [Theory]
    [InlineData(0, TalkQuery.DefaultPageSize)]
    [InlineData(1, 1)]
    [InlineData(100, 100)]
    [InlineData(101, TalkQuery.MaxPageSize)]
    [InlineData(int.MaxValue, TalkQuery.MaxPageSize)]
    public void A_page_is_as_large_as_asked_within_bounds(int asked, int served)
    {
        TalkQuestions.Read(new SearchTalksRequest { PageSize = asked }).Query.PageSize.ShouldBe(served);
        TalkQuestions.Read(new ListTalksRequest { PageSize = asked }).Query.PageSize.ShouldBe(served);
    }

    [Fact]
    public void Any_text_is_a_query_and_is_read_up_to_a_thousand_characters() =>
        Gen.String[0, 3000].Sample(text =>
        {
            var read = TalkQuestions.Read(new SearchTalksRequest { Query = text }).Query.Text;

            return text.StartsWith(read, StringComparison.Ordinal) && (read.Length == text.Length || read.Length is 999 or 1000);
        });

    [Fact]
    public void No_character_is_cut_in_two()
    {
        var text = new string('a', 999) + "🦀🦀";

        TalkQuestions.Read(new SearchTalksRequest { Query = text }).Query.Text.ShouldBe(new string('a', 999));
    }

    public static TheoryData<SearchTalksRequest, string[]> FaultySearches => new()
    {
        { new() { PageSize = -1 }, ["page_size"] },
        { new() { PageToken = new string('x', 5000) }, ["page_token"] },
        { new() { Order = (TalkOrder)9 }, ["order"] },
        { new() { View = (TalkView)9 }, ["view"] },
        { new() { Order = TalkOrder.Affinity }, ["order"] },
        { new() { LanguageCode = new string('f', 36) }, ["language_code"] },
        { new() { Filter = new() { YearFrom = 1899 } }, ["filter.year_from"] },
        { new() { Filter = new() { YearTo = 10000 } }, ["filter.year_to"] },
        { new() { Filter = new() { YearFrom = 0 } }, ["filter.year_from"] },
        { new() { Filter = new() { YearFrom = 2024, YearTo = 2023 } }, ["filter.year_to"] },
        { new() { Filter = new() { Kinds = { TalkKind.Talk, TalkKind.Unspecified, (TalkKind)77 } } }, ["filter.kinds[1]", "filter.kinds[2]"] },
        { new() { Filter = new() { MinAffinity = 1.5f } }, ["filter.min_affinity"] },
        { new() { Filter = new() { MinAffinity = float.NaN } }, ["filter.min_affinity"] },
        { new() { Facets = { FacetField.Year, FacetField.Unspecified, (FacetField)40 } }, ["facets[1]", "facets[2]"] },
        { new() { FacetSize = -1 }, ["facet_size"] },
        { new() { Filter = new() { Topics = { "" }, Languages = { "" }, Technologies = { "" }, Organizations = { "" } } }, ["filter.organizations[0]", "filter.technologies[0]", "filter.languages[0]", "filter.topics[0]"] },
        { new() { Filter = new() { Events = { " " } } }, ["filter.events[0]"] },
        { new() { Filter = new() { Speakers = { "Awa", new string('a', 201) } } }, ["filter.speakers[1]"] },
        { new() { Filter = new() { Sources = { Enumerable.Repeat("a", 51) } } }, ["filter.sources"] },
        {
            new() { PageSize = -1, Order = (TalkOrder)9, View = (TalkView)9, Filter = new() { YearFrom = 1, Events = { "" } } },
            ["page_size", "filter.year_from", "filter.events[0]", "order", "view"]
        },
    };

    [Theory]
    [MemberData(nameof(FaultySearches))]
    public void Every_fault_of_a_search_is_named(SearchTalksRequest request, string[] fields) =>
        Should.Throw<InvalidRequestException>(() => TalkQuestions.Read(request)).Faults.Select(fault => fault.Field).ShouldBe(fields);

    public static TheoryData<ListTalksRequest, string[]> FaultyLists => new()
    {
        { new() { PageSize = -5 }, ["page_size"] },
        { new() { Order = TalkOrder.Relevance }, ["order"] },
        { new() { Filter = new TalkFilter { YearTo = 3 }, View = (TalkView)5 }, ["filter.year_to", "view"] },
    };

    [Theory]
    [MemberData(nameof(FaultyLists))]
    public void Every_fault_of_a_list_is_named(ListTalksRequest request, string[] fields) =>
        Should.Throw<InvalidRequestException>(() => TalkQuestions.Read(request)).Faults.Select(fault => fault.Field).ShouldBe(fields);

    [Theory]
    [InlineData("talks/a~b", true)]
    [InlineData("talks/2024-03-19-café~l-énergie", true)]
    [InlineData("", false)]
    [InlineData("talks/", false)]
    [InlineData("talk/a~b", false)]
    [InlineData("talks/a/b", false)]
    [InlineData("talks/a b", false)]
    [InlineData("talks/a\u0000b", false)]
    [InlineData("talks/a#b", false)]
    [InlineData("talks/a%2Fb", false)]
    public void A_talk_is_asked_for_by_a_name_it_could_have(string name, bool could)
    {
        TalkQuestions.IsTalkName(name).ShouldBe(could);
        if (!could)
        {
            Should.Throw<InvalidRequestException>(() => TalkQuestions.Read(new GetTalkRequest { Name = name }))
                .Faults.ShouldHaveSingleItem().Field.ShouldBe("name");
        }
    }

    [Fact]
    public void Talks_are_ordered_by_affinity_to_the_topics_of_the_filter()
    {
        var filter = new TalkFilter { Topics = { "ebpf" } };

        TalkQuestions.Read(new SearchTalksRequest { Order = TalkOrder.Affinity, Filter = filter }).Query.Sort.ShouldBe(TalkSort.Affinity);
        TalkQuestions.Read(new ListTalksRequest { Order = TalkOrder.Affinity, Filter = filter }).Query.Sort.ShouldBe(TalkSort.Affinity);
    }

    [Fact]
    public void A_list_leaves_notes_out_unless_it_names_them()
    {
        TalkQuestions.Read(new ListTalksRequest()).Query.IncludeNotes.ShouldBeFalse();
        TalkQuestions.Read(new ListTalksRequest { Filter = new() { Kinds = { TalkKind.Notes } } }).Query.IncludeNotes.ShouldBeTrue();
        TalkQuestions.Read(new SearchTalksRequest()).Query.IncludeNotes.ShouldBeTrue();
    }

    [Fact]
    public void A_thousand_faults_get_a_short_answer()
    {
        var request = new SearchTalksRequest { Filter = new() { Events = { Enumerable.Repeat("", 1000) } } };

        Should.Throw<InvalidRequestException>(() => TalkQuestions.Read(request)).Faults.Length.ShouldBe(20);
    }
}
