using System.Text.Json;
using Recap.Engine.Indexing;
using Recap.Engine.Querying;
using Recap.Talks;

namespace Recap.Engine.Tests.Conformance;

public abstract partial class TalkIndexConformance
{
    [Fact]
    public async Task An_index_before_its_first_commit_is_generation_0_and_answers_with_nothing()
    {
        Index.Current.Number.ShouldBe(0);
        Index.Current.BuiltAt.ShouldBe(DateTimeOffset.UnixEpoch);

        var page = await SearchAsync("kubernetes");

        page.Hits.ShouldBeEmpty();
        page.Total.ShouldBe(new TotalHits(0, Exact: true));
        page.NextPageToken.ShouldBeNull();
    }

    [Fact]
    public async Task A_commit_says_when_it_was_built_and_what_it_holds()
    {
        var generation = await PutAsync(
            Sample.PostNamed("a.md", Sample.Talk("Un"), Sample.Talk("Deux"), Sample.Talk("Le reste").As(TalkKind.Notes)),
            Sample.PostNamed("b.md"));

        generation.Number.ShouldBe(1);
        generation.BuiltAt.ShouldBe(Time.GetUtcNow());
        generation.Posts.ShouldBe(2);
        generation.Talks.ShouldBe(2, "notes are not counted");
        generation.Fingerprint.ShouldMatch("^[0-9a-f]+$");
        Index.Current.ShouldBe(generation);
    }

    [Fact]
    public async Task A_talk_comes_back_as_it_was_put()
    {
        var talk = Sample.Talk("Démo « eBPF » 🐝", "Un paragraphe.\nUn cœur, e\u0301crit autrement.")
            .By(new Speaker("Zoé N'Guyen", "Société Générale"), new Speaker("Al"))
            .At("KubeCon Europe", 2024, "Paris").On(2024, 3, 20).About("eBPF", "Cilium").In("en").As(TalkKind.Workshop)
            .Scored("ebpf", 0.93f).Scored("networking", 0.2f);
        talk = talk with
        {
            Talk = talk.Talk with { Url = "https://example.org/a#b", Links = [new TalkLink(LinkKind.Video, "https://example.org/v", "vidéo")] },
        };
        await PutTalksAsync(talk);

        var found = await Index.Searcher.GetAsync(talk.Talk.Id, Cancel);

        JsonSerializer.Serialize(found).ShouldBe(JsonSerializer.Serialize(talk));
    }

    [Fact]
    public async Task Readers_see_nothing_of_a_reindex_before_its_commit()
    {
        await PutTalksAsync(Sample.Talk("Avant"));
        await using var writer = await Index.OpenWriterAsync(Cancel);
        await writer.PutAsync(Sample.Post(Sample.Talk("Après")), Cancel);

        (await TitlesAsync("")).ShouldBe(["Avant"]);

        await writer.CommitAsync(Cancel);
        (await TitlesAsync("")).ShouldBe(["Après"]);
    }

    [Fact]
    public async Task A_writer_disposed_without_commit_leaves_no_trace()
    {
        var before = await PutTalksAsync(Sample.Talk("Avant"));
        await using (var writer = await Index.OpenWriterAsync(Cancel))
        {
            await writer.DeleteAsync(new PostKey(Sample.Source, "posts/day-1.md"), Cancel);
            await writer.PutAsync(Sample.PostNamed("b.md", Sample.Talk("Jamais")), Cancel);
        }

        Index.Current.ShouldBe(before);
        (await TitlesAsync("")).ShouldBe(["Avant"]);
        (await PutAsync(Sample.PostNamed("c.md", Sample.Talk("Ensuite")))).Number.ShouldBe(2);
        (await TitlesAsync("")).ShouldBe(["Avant", "Ensuite"]);
    }

    [Fact]
    public async Task A_post_put_again_replaces_all_its_talks()
    {
        await PutTalksAsync(Sample.Talk("Un"), Sample.Talk("Deux"));

        var generation = await PutTalksAsync(Sample.Talk("Deux"), Sample.Talk("Trois"));

        generation.ShouldSatisfyAllConditions(() => generation.Posts.ShouldBe(1), () => generation.Talks.ShouldBe(2));
        (await TitlesAsync("")).ShouldBe(["Deux", "Trois"]);
    }

    [Fact]
    public async Task Put_twice_in_one_reindex_the_last_one_counts()
    {
        await PutAsync(Sample.Post(Sample.Talk("Premier")), Sample.Post(Sample.Talk("Second")));

        (await TitlesAsync("")).ShouldBe(["Second"]);
    }

    [Fact]
    public async Task A_deleted_post_takes_its_talks_with_it_and_no_other_source_s()
    {
        await PutAsync(Sample.Post(Sample.Talk("D'ici")), Sample.Post(Sample.Talk("D'ailleurs").From("autre")));

        var generation = await DeleteAsync(new PostKey(Sample.Source, "posts/day-1.md"));

        generation.Posts.ShouldBe(1);
        (await TitlesAsync("")).ShouldBe(["D'ailleurs"]);
    }

    [Fact]
    public async Task Where_nothing_changed_the_generation_stays()
    {
        var before = await PutTalksAsync(Sample.Talk("Un"));

        (await DeleteAsync(new PostKey(Sample.Source, "never/there.md"))).ShouldBe(before);
        (await PutAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Fingerprints_of_the_posts_indexed_now_are_listed()
    {
        await PutAsync(
            Sample.PostNamed("a.md", Sample.Talk("Un")) with { Fingerprint = "aa" },
            Sample.PostNamed("sans-talk.md") with { Fingerprint = "bb" });
        await using var writer = await Index.OpenWriterAsync(Cancel);

        var fingerprints = await writer.ListFingerprintsAsync(Cancel);

        fingerprints.ShouldBe(
            new Dictionary<PostKey, string>
            {
                [new PostKey(Sample.Source, "a.md")] = "aa",
                [new PostKey(Sample.Source, "sans-talk.md")] = "bb",
            },
            ignoreOrder: true);
    }

    [Fact]
    public async Task Only_one_writer_is_let_in_at_a_time()
    {
        var first = await Index.OpenWriterAsync(Cancel);

        await Should.ThrowAsync<IndexInUseException>(() => Index.OpenWriterAsync(Cancel));

        await first.DisposeAsync();
        await using var next = await Index.OpenWriterAsync(Cancel);
    }

    [Fact]
    public async Task Names_of_any_length_are_taken()
    {
        var name = string.Concat(Enumerable.Repeat("très long ", 5000)).Trim();
        var talk = Sample.Talk(name, id: "talks/long").By(new Speaker(name, name)).About(name).At(name, 2024);
        await PutTalksAsync(talk);

        var page = await SearchAsync(new TalkQuery { Filter = new TalkFilter { Speakers = [name] } });

        page.Hits.ShouldHaveSingleItem().Talk.Talk.Id.ShouldBe("talks/long");
    }

    [Fact]
    public async Task An_unknown_talk_is_said_to_be_unknown()
    {
        await PutTalksAsync(Sample.Talk("Un"));

        var error = await Should.ThrowAsync<TalkNotFoundException>(() => Index.Searcher.GetAsync("talks/none", Cancel));

        error.Id.ShouldBe("talks/none");
    }

    [Fact]
    public async Task A_cancelled_call_ends_as_cancelled()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => Index.Searcher.SearchAsync(new TalkQuery(), source.Token));
        await Should.ThrowAsync<OperationCanceledException>(() => Index.Searcher.GetAsync("talks/x", source.Token));
    }

    [Fact]
    public async Task What_a_post_is_to_the_others_of_its_source_comes_back_as_it_was_put()
    {
        var series = new PostInSeries(
            new SeriesEntry { Post = "a.md", IsDraft = true, Event = new ConferenceEvent { Series = "KubeCon", Year = 2024, Day = 2 }, Ids = ["talks/a~é"], Beginnings = ["0011"] },
            new SeriesPlace { Repeats = "b.md", Event = new ConferenceEvent { Series = "KubeCon" }, Ids = ["talks/a~é-2"] });
        await PutAsync(Sample.PostNamed("a.md", Sample.Talk("Un")) with { Series = series }, Sample.PostNamed("b.md", Sample.Talk("Deux")));

        await using var writer = await Index.OpenWriterAsync(Cancel);
        var known = await writer.ListSeriesAsync(Sample.Source, Cancel);

        known.Keys.ShouldBe(["a.md"]);
        JsonSerializer.Serialize(known["a.md"].Value).ShouldBe(JsonSerializer.Serialize(series));
        (await writer.ListSeriesAsync("another", Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_post_that_is_doubted_stays_as_it_is_and_has_no_fingerprint()
    {
        var series = new PostInSeries(new SeriesEntry { Post = "a.md" }, new SeriesPlace());
        await PutAsync(Sample.PostNamed("a.md", Sample.Talk("Un")) with { Series = series }, Sample.PostNamed("b.md", Sample.Talk("Deux")));
        await using (var writer = await Index.OpenWriterAsync(Cancel))
        {
            await writer.DoubtAsync(new PostKey(Sample.Source, "a.md"), Cancel);
            await writer.DoubtAsync(new PostKey(Sample.Source, "nowhere.md"), Cancel);
            await writer.CommitAsync(Cancel);
        }

        (await TitlesAsync("")).ShouldBe(["Deux", "Un"], ignoreOrder: true);
        await using var next = await Index.OpenWriterAsync(Cancel);
        (await next.ListFingerprintsAsync(Cancel))[new PostKey(Sample.Source, "a.md")].ShouldBeEmpty();
        (await next.ListSeriesAsync(Sample.Source, Cancel)).Keys.ShouldContain("a.md");
    }
}
