using Recap.Engine.Indexing;
using Recap.Engine.Querying;
using Recap.Engine.Relating;
using Recap.Talks;

namespace Recap.Engine.Tests.Conformance;

public abstract partial class TalkIndexConformance
{
    private static readonly IndexedTalk Karpenter = Sample.Talk(
        "Karpenter consolidation", "Karpenter retire les nœuds vides et la facture du cluster baisse de moitié.", post: "posts/one.md").About("Karpenter");

    private static readonly IndexedTalk Consolidation = Sample.Talk(
        "Trois mois avec Karpenter", "La consolidation de Karpenter déplace les pods, les nœuds disparaissent, la facture aussi.", post: "posts/two.md").About("Karpenter");

    private static readonly IndexedTalk Screens = Sample.Talk(
        "Lecteurs d'écran", "Une page lue par une synthèse vocale, et ce qui manque aux formulaires.", post: "posts/three.md");

    [Fact]
    public async Task A_related_talk_is_suggested_with_what_both_share()
    {
        await PutApartAsync(Karpenter, Consolidation, Screens);

        var group = await RelatedToAsync(Karpenter);

        group.About!.Talk.Id.ShouldBe(Karpenter.Talk.Id);
        var suggestion = group.Suggestions.ShouldHaveSingleItem();
        suggestion.Talk.Talk.Id.ShouldBe(Consolidation.Talk.Id);
        suggestion.Score.ShouldBeInRange(RelatedModel.Default.Floor, 1);
        suggestion.Reasons.ShouldContain(reason => reason.Kind == RelatedReasonKind.Technology && reason.Labels.Contains("Karpenter"));
        suggestion.Reasons.ShouldContain(reason => reason.Kind == RelatedReasonKind.Wording && reason.Labels.Contains("consolidation"));
        suggestion.Reasons.Sum(reason => reason.Share).ShouldBeInRange(0.5, 1.0001);
    }

    [Fact]
    public async Task A_talk_without_relatives_gets_none_and_the_reason()
    {
        await PutApartAsync(Karpenter, Consolidation, Screens);

        var group = await RelatedToAsync(Screens);

        group.Suggestions.ShouldBeEmpty();
        group.EmptyReason.ShouldBe(EmptyReason.NoCloseTalk);
    }

    [Fact]
    public async Task Year_and_event_alone_relate_nothing()
    {
        await PutApartAsync(
            Sample.Talk("Native Harbor 2024: Karpenter", "Native Harbor 2024, à Brest.", post: "posts/one.md").At("Native Harbor", 2024, "Brest"),
            Sample.Talk("Native Harbor 2024: ARIA", "Native Harbor 2024, à Brest.", post: "posts/two.md").At("Native Harbor", 2024, "Brest"));

        (await RelatedToAsync("talks/day-1~native-harbor-2024--aria")).Suggestions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Talks_of_the_same_post_are_suggested_only_on_request()
    {
        await PutAsync(Sample.PostNamed("posts/one.md", Karpenter, Consolidation));

        (await RelatedToAsync(Karpenter)).Suggestions.ShouldBeEmpty();
        (await RelatedAsync(QueryFor(Karpenter) with { SamePost = true })).Groups[0].Suggestions.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Notes_are_never_suggested()
    {
        await PutApartAsync(Karpenter, Consolidation.As(TalkKind.Notes));

        (await RelatedToAsync(Karpenter)).Suggestions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_talks_that_the_filter_admits_are_suggested()
    {
        await PutApartAsync(Karpenter, Consolidation.At("Native Harbor", 2023), Consolidation.At("Native Harbor", 2024) with { Talk = Consolidation.Talk with { Id = "talks/later", Title = "Karpenter, la suite" } });

        var answer = await RelatedAsync(QueryFor(Karpenter) with { Filter = TalkFilter.None with { YearFrom = 2024, YearTo = 2024 } });

        answer.Groups[0].Suggestions.Select(suggestion => suggestion.Talk.Talk.Title).ShouldAllBe(title => title == "Karpenter, la suite");
    }

    [Fact]
    public async Task The_same_session_told_by_another_is_marked_in_both_directions()
    {
        var one = Karpenter.By(new Speaker("Maëlle Kerguénou"));
        var other = Sample.Talk("Karpenter Consolidation", "Une oratrice raconte comment elle a vidé ses machines.", id: "talks/elsewhere", post: "posts/two.md")
            .By(new Speaker("Maelle Kerguenou"));
        await PutApartAsync(one, other, Screens);

        (await RelatedToAsync(one)).Suggestions.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            suggestion => suggestion.SameTalk.ShouldBeTrue(),
            suggestion => suggestion.Reasons[0].Kind.ShouldBe(RelatedReasonKind.SameTalk));
        (await RelatedToAsync(other)).Suggestions.ShouldHaveSingleItem().SameTalk.ShouldBeTrue();
    }

    [Fact]
    public async Task Every_talk_of_a_page_has_a_group_in_the_order_told_whatever_the_spelling_of_its_address()
    {
        var first = Karpenter with { Talk = Karpenter.Talk with { Line = 3, Url = "https://blog.example/2024/jour-1/#karpenter" } };
        var second = Screens with { Talk = Screens.Talk with { Line = 9, Url = "https://blog.example/2024/jour-1/#ecrans" } };
        await PutAsync(Sample.PostNamed("posts/one.md", second, first), Sample.PostNamed("posts/two.md", Consolidation));

        foreach (var uri in (string[])["https://blog.example/2024/jour-1/", "https://BLOG.example/2024/jour-1/index.html?x=1#y", "/2024/jour-1", "http://localhost:1313/2024/jour-1/"])
        {
            var answer = await RelatedAsync(new RelatedQuery { About = new RelatedSubject.OfPage(uri) });
            answer.Groups.Select(group => group.About!.Talk.Id).ShouldBe([first.Talk.Id, second.Talk.Id], uri);
        }

        await Should.ThrowAsync<PageNotFoundException>(() => RelatedAsync(new RelatedQuery { About = new RelatedSubject.OfPage("https://blog.example/2025/") }));
    }

    [Fact]
    public async Task A_text_finds_its_relatives_and_a_blank_one_nothing()
    {
        await PutApartAsync(Karpenter, Screens);

        var answer = await RelatedAsync(new RelatedQuery { About = new RelatedSubject.OfText("Karpenter et la consolidation des nœuds : la facture du cluster") });

        answer.Groups.ShouldHaveSingleItem().Suggestions.ShouldHaveSingleItem().Talk.Talk.Id.ShouldBe(Karpenter.Talk.Id);
        (await RelatedAsync(new RelatedQuery { About = new RelatedSubject.OfText(" ") })).Groups[0].EmptyReason.ShouldBe(EmptyReason.NothingToGoBy);
    }

    [Fact]
    public async Task A_talk_that_is_not_there_is_said_to_be_missing()
    {
        await PutApartAsync(Karpenter);

        await Should.ThrowAsync<TalkNotFoundException>(() => RelatedToAsync("talks/nobody"));
    }

    private static RelatedQuery QueryFor(IndexedTalk talk) => new() { About = new RelatedSubject.OfTalk(talk.Talk.Id) };

    private Task<RelatedAnswer> RelatedAsync(RelatedQuery query) =>
        new TalkRelater(Index.Neighbourhood, RelatedModel.Default, new FreeTextReader()).SuggestAsync(query, Cancel);

    private Task<RelatedGroup> RelatedToAsync(IndexedTalk talk) => RelatedToAsync(talk.Talk.Id);

    private async Task<RelatedGroup> RelatedToAsync(string id) =>
        (await RelatedAsync(new RelatedQuery { About = new RelatedSubject.OfTalk(id) })).Groups.ShouldHaveSingleItem();

    /// <summary>Puts each talk into a post of its own.</summary>
    private Task<Generation> PutApartAsync(params IndexedTalk[] talks) =>
        PutAsync([.. talks.Select((talk, i) => Sample.PostNamed($"posts/{i}.md", talk))]);
}
