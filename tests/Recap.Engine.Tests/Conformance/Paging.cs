using Recap.Engine.Querying;

namespace Recap.Engine.Tests.Conformance;

public abstract partial class TalkIndexConformance
{
    [Theory]
    [InlineData("commun", TalkSort.Relevance)]
    [InlineData("", TalkSort.Relevance)]
    [InlineData("commun", TalkSort.Title)]
    [InlineData("", TalkSort.Newest)]
    public async Task Paging_gives_each_hit_once_and_in_order(string text, TalkSort sort)
    {
        await PutTalksAsync([.. Sample.Numbered(23, "texte commun")]);
        var query = new TalkQuery { Text = text, Sort = sort, PageSize = 5 };

        var ids = await PageThroughAsync(query);

        ids.Count.ShouldBe(23);
        ids.ShouldBeUnique();
        ids.ShouldBe((await SearchAsync(query with { PageSize = 100 })).Hits.Select(hit => hit.Talk.Talk.Id));
    }

    [Fact]
    public async Task The_last_page_has_no_next_one()
    {
        await PutTalksAsync([.. Sample.Numbered(10, "texte")]);

        (await SearchAsync(new TalkQuery { PageSize = 10 })).NextPageToken.ShouldBeNull();
        (await SearchAsync(new TalkQuery { PageSize = 9 })).NextPageToken.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_page_may_be_larger_than_the_one_before()
    {
        await PutTalksAsync([.. Sample.Numbered(10, "texte")]);
        var first = await SearchAsync(new TalkQuery { PageSize = 2 });

        var rest = await SearchAsync(new TalkQuery { PageSize = 50, PageToken = first.NextPageToken });

        rest.Hits.Length.ShouldBe(8);
        rest.NextPageToken.ShouldBeNull();
    }

    [Fact]
    public async Task Pages_are_of_the_generation_of_the_first_one()
    {
        await PutTalksAsync([.. Sample.Numbered(6, "texte")]);
        var query = new TalkQuery { PageSize = 4 };
        var first = await SearchAsync(query);
        await PutTalksAsync(Sample.Talk("Tout autre"));

        var second = await SearchAsync(query with { PageToken = first.NextPageToken });

        second.Generation.ShouldBe(first.Generation);
        second.Hits.Select(hit => hit.Talk.Talk.Title).ShouldBe(["Session 0004", "Session 0005"]);
    }

    [Fact]
    public async Task A_token_of_a_generation_long_gone_has_expired()
    {
        await PutTalksAsync([.. Sample.Numbered(6, "texte")]);
        var query = new TalkQuery { PageSize = 4 };
        var first = await SearchAsync(query);
        await PutTalksAsync(Sample.Talk("Tout autre"));
        Time.Advance(TimeSpan.FromDays(1));

        var error = await Should.ThrowAsync<PageTokenExpiredException>(() => SearchAsync(query with { PageToken = first.NextPageToken }));

        error.Generation.ShouldBe(1);
    }

    public static TheoryData<string, TalkQuery> OtherQuestions => new()
    {
        { "text", new TalkQuery { Text = "autre" } },
        { "filter", new TalkQuery { Text = "texte", Filter = new TalkFilter { YearFrom = 2020 } } },
        { "names in a filter", new TalkQuery { Text = "texte", Filter = new TalkFilter { Events = ["KubeCon"] } } },
        { "sort", new TalkQuery { Text = "texte", Sort = TalkSort.Title } },
        { "notes", new TalkQuery { Text = "texte", IncludeNotes = false } },
    };

    [Theory]
    [MemberData(nameof(OtherQuestions))]
    public async Task A_token_of_another_query_is_refused(string differsIn, TalkQuery other)
    {
        await PutTalksAsync([.. Sample.Numbered(6, "texte autre")]);
        var first = await SearchAsync(new TalkQuery { Text = "texte", PageSize = 4 });

        await Should.ThrowAsync<InvalidPageTokenException>(() => SearchAsync(other with { PageToken = first.NextPageToken }), differsIn);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAA")]
    [InlineData("AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("é")]
    [InlineData("====")]
    public async Task What_is_no_token_is_refused(string token)
    {
        await PutTalksAsync(Sample.Talk("Un"));

        await Should.ThrowAsync<InvalidPageTokenException>(() => SearchAsync(new TalkQuery { PageToken = token }));
    }

    [Fact]
    public async Task A_page_size_above_the_largest_is_cut_and_below_one_is_refused()
    {
        await PutTalksAsync([.. Sample.Numbered(120, "texte")]);

        (await SearchAsync(new TalkQuery { PageSize = 1000 })).Hits.Length.ShouldBe(TalkQuery.MaxPageSize);
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => SearchAsync(new TalkQuery { PageSize = 0 }));
    }

    private async Task<List<string>> PageThroughAsync(TalkQuery query)
    {
        var ids = new List<string>();
        for (var page = await SearchAsync(query); ; page = await SearchAsync(query with { PageToken = page.NextPageToken }))
        {
            ids.AddRange(page.Hits.Select(hit => hit.Talk.Talk.Id));
            if (page.NextPageToken is null)
            {
                return ids;
            }
        }
    }
}
