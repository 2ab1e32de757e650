using Recap.Engine.Indexing;
using Recap.Engine.Querying;
using Recap.Talks;

namespace Recap.Engine.Tests.Conformance;

public abstract partial class TalkIndexConformance
{
    private static readonly TalkQuery Collapsed = new() { Text = "karpenter", CollapseTellings = true };

    [Fact]
    public async Task A_session_told_twice_is_one_hit_on_request_that_names_the_other()
    {
        await PutApartAsync([.. ToldTwice("Karpenter in anger", "Awa Ndiaye"), Karpenter]);

        var every = await SearchAsync(Collapsed with { CollapseTellings = false });
        var once = await SearchAsync(Collapsed);

        every.Total.ShouldBe(new TotalHits(3, Exact: true));
        every.Hits.ShouldAllBe(hit => hit.Tellings.IsEmpty);
        once.Total.ShouldBe(new TotalHits(2, Exact: true));
        once.Hits.SelectMany(hit => hit.Tellings.Prepend(hit.Talk.Talk.Id)).ShouldBe(every.Hits.Select(hit => hit.Talk.Talk.Id), ignoreOrder: true);
        once.Hits.Count(hit => hit.Tellings.Length == 1).ShouldBe(1);
    }

    [Fact]
    public async Task The_telling_that_comes_first_stands_for_its_session_whatever_the_order()
    {
        var (early, late) = (ToldTwice("Karpenter in anger", "Awa Ndiaye")[0].On(2024, 4, 1), ToldTwice("Karpenter in anger", "Awa Ndiaye")[1].On(2025, 9, 1));
        await PutApartAsync(early, late);

        var hit = (await SearchAsync(Collapsed with { Sort = TalkSort.Newest })).Hits.ShouldHaveSingleItem();

        hit.Talk.Talk.Id.ShouldBe(late.Talk.Id);
        hit.Tellings.ShouldBe([early.Talk.Id]);
    }

    [Fact]
    public async Task Sessions_of_one_title_by_different_people_and_notes_stand_for_themselves()
    {
        await PutApartAsync(
            ToldTwice("Karpenter in anger", "Awa Ndiaye")[0],
            ToldTwice("Karpenter in anger", "Bastien Morel")[1],
            Sample.Talk("Karpenter in anger", "Karpenter, en notes.", id: "talks/notes").As(TalkKind.Notes));

        (await SearchAsync(Collapsed)).Hits.Length.ShouldBe(3);
    }

    [Fact]
    public async Task Pages_of_sessions_hold_each_talk_once_as_hit_or_as_telling()
    {
        await PutApartAsync([.. Enumerable.Range(0, 11).SelectMany(i => ToldTwice($"Karpenter {Numerals[i]}", "Awa Ndiaye"))]);
        var whole = await SearchAsync(Collapsed with { PageSize = 100 });

        var paged = new List<TalkHit>();
        for (string? token = null; paged.Count == 0 || token is not null;)
        {
            var page = await SearchAsync(Collapsed with { PageSize = 4, PageToken = token });
            page.Total.ShouldBe(new TotalHits(11, Exact: true));
            paged.AddRange(page.Hits);
            token = page.NextPageToken;
        }

        paged.Select(hit => hit.Talk.Talk.Id).ShouldBe(whole.Hits.Select(hit => hit.Talk.Talk.Id));
        var named = paged.SelectMany(hit => hit.Tellings.Prepend(hit.Talk.Talk.Id)).ToArray();
        named.Length.ShouldBe(22);
        named.ShouldBeUnique();
    }

    private static readonly string[] Numerals = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet", "kilo"];

    private static IndexedTalk[] ToldTwice(string title, string speaker) =>
    [
        .. ((string[])["raconté par l'une", "raconté par une autre"]).Select((text, i) =>
            Sample.Talk(title, text, id: $"{Sample.IdOf(title)}-{i}").By(new Speaker(speaker))),
    ];
}
