using Google.Protobuf;
using Grpc.Core;
using Recap.Engine.Indexing.Pushing;
using Recap.Protocol.V1;

namespace Recap.Server.Tests.Indexing;

public sealed class PushTests : IAsyncLifetime
{
    private const string Blog = "mon-blog";
    private PushServer? _server;
    private string _key = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PushServer Server => _server ?? throw new InvalidOperationException("The server is started before each test.");

    public async ValueTask InitializeAsync()
    {
        _server = await PushServer.StartAsync(limits: new PushLimits { MaxFiles = 600, MaxSourceBytes = 100_000 });
        _key = Server.Key();
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    [Fact]
    public async Task What_is_pushed_is_found()
    {
        var (report, wanted) = await Server.PushAsync(_key, Blog, ("a.md", PushServer.Post("Kepler en vrai")), ("b/c.md", PushServer.Post("KEDA sans peine")));

        wanted.ShouldBe(2);
        report.Added.ShouldBe(["a.md", "b/c.md"]);
        report.Generation.Number.ShouldBe(1);
        (report.PostCount, report.TalkCount).ShouldBe((2, 2));
        (await Server.TitlesAsync()).ShouldBe(["KEDA sans peine", "Kepler en vrai"]);
    }

    [Fact]
    public async Task Unchanged_posts_are_not_sent_again_and_make_no_generation()
    {
        await Server.PushAsync(_key, Blog, ("a.md", PushServer.Post("Kepler en vrai")), ("b.md", PushServer.Post("KEDA sans peine")));

        var (same, nothing) = await Server.PushAsync(_key, Blog, ("a.md", PushServer.Post("Kepler en vrai")), ("b.md", PushServer.Post("KEDA sans peine")));
        var (changed, one) = await Server.PushAsync(_key, Blog, ("a.md", PushServer.Post("Kepler en vrai")), ("b.md", PushServer.Post("Les sondes du noyau")));

        (nothing, same.Unchanged, same.Generation.Number).ShouldBe((0, 2, 1));
        (one, changed.Changed.ToArray()).ShouldSatisfyAllConditions(() => one.ShouldBe(1), () => changed.Changed.ShouldBe(["b.md"]));
        (await Server.TitlesAsync()).ShouldBe(["Kepler en vrai", "Les sondes du noyau"]);
    }

    [Fact]
    public async Task What_is_no_longer_there_disappears_unless_it_is_to_be_kept()
    {
        await Server.PushAsync(_key, Blog, ("a.md", PushServer.Post("Kepler en vrai")), ("b.md", PushServer.Post("KEDA sans peine")), ("c.md", PushServer.Post("Les sondes")));

        await Server.PushAsync(_key, new ReindexBegin { Source = Blog, KeepMissing = true }, ("a.md", PushServer.Post("Kepler en vrai")));
        (await Server.TitlesAsync()).Length.ShouldBe(3);

        await Server.PushAsync(_key, new ReindexBegin { Source = Blog, UnreadablePaths = { "c.md" } }, ("a.md", PushServer.Post("Kepler en vrai")));
        (await Server.TitlesAsync()).ShouldBe(["Kepler en vrai", "Les sondes"]);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_change_and_changes_nothing()
    {
        var (report, _) = await Server.PushAsync(_key, new ReindexBegin { Source = Blog, DryRun = true }, ("a.md", PushServer.Post("Kepler en vrai")));

        report.DryRun.ShouldBeTrue();
        report.Added.ShouldBe(["a.md"]);
        (await Server.TitlesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pushes_at_the_same_time_wait_for_each_other_and_all_succeed()
    {
        var pushes = Enumerable.Range(0, 6).Select(i => Server.PushAsync(_key, i % 2 == 0 ? Blog : "autre", ("a.md", PushServer.Post($"Sujet {i}"))));

        var reports = await Task.WhenAll(pushes);

        reports.Select(done => done.Report.Generation.Number).Order().ShouldBe([1, 2, 3, 4, 5, 6]);
        (await Server.TitlesAsync()).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Settings_of_the_site_are_pushed_with_its_posts()
    {
        await Server.PushAsync(_key, Blog, ("hugo.toml", "baseURL = \"https://one.example/\""), ("content/a.md", PushServer.Post("Kepler en vrai")));

        var talk = (await Server.Searching.SearchTalksAsync(new SearchTalksRequest { Query = "kepler" }, cancellationToken: Cancel)).Hits[0].Talk;

        talk.Uri.ShouldStartWith("https://one.example/");
    }

    [Theory]
    [InlineData("/etc/passwd.md")]
    [InlineData("../a.md")]
    [InlineData("a/../../b.md")]
    [InlineData("a//b.md")]
    [InlineData("./a.md")]
    [InlineData("")]
    [InlineData("a\\b.md")]
    [InlineData("c:a.md")]
    [InlineData("a\0.md")]
    public async Task Paths_that_leave_the_folder_are_refused_and_named(string path)
    {
        var error = await Should.ThrowAsync<RpcException>(() => Server.PushAsync(_key, Blog, (path, "x")));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.Status.Detail.ShouldContain($"files.files[0].path: '{path}'");
    }

    [Theory]
    [InlineData("2024-05 Kubernetes : c'est quoi ?.md")]
    [InlineData("l'été <3 \"KubeCon\" | jour 1*.md")]
    public async Task Names_that_only_some_systems_have_are_pushed(string path)
    {
        (await Server.PushAsync(_key, Blog, (path, PushServer.Post("Kepler en vrai")))).Report.Added.ShouldBe([path]);

        (await Server.TitlesAsync()).ShouldBe(["Kepler en vrai"]);
    }

    [Fact]
    public async Task Content_that_does_not_have_its_hash_is_refused()
    {
        using var call = Server.Indexing.Reindex(PushServer.With(_key), cancellationToken: Cancel);
        await call.RequestStream.WriteAsync(new ReindexRequest { Begin = new ReindexBegin { Source = Blog } }, Cancel);
        await call.RequestStream.WriteAsync(new ReindexRequest { Files = PushServer.ListOf(("a.md", "one")) }, Cancel);
        await call.ResponseStream.MoveNext(Cancel);
        await call.RequestStream.WriteAsync(new ReindexRequest { Content = new FileContent { Sha256 = PushServer.HashOf("one"), Data = ByteString.CopyFromUtf8("two"), Last = true } }, Cancel);

        var error = await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(Cancel));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.Status.Detail.ShouldContain("has the hash");
    }

    [Fact]
    public async Task More_than_the_server_keeps_of_a_source_is_refused()
    {
        var error = await Should.ThrowAsync<RpcException>(() => Server.PushAsync(_key, Blog, ("a.md", new string('a', 60_000)), ("b.md", new string('b', 60_000))));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task What_a_source_no_longer_has_and_what_broke_off_takes_no_room_from_the_next_push()
    {
        await Server.PushAsync(_key, Blog, ("a.md", Long("Kepler en vrai")));
        (string, string)[] broken = [("a.md", Long("KEDA sans peine"))];
        using (var call = Server.Indexing.Reindex(PushServer.With(_key), cancellationToken: Cancel))
        {
            await call.RequestStream.WriteAsync(new ReindexRequest { Begin = new ReindexBegin { Source = Blog } }, Cancel);
            await call.RequestStream.WriteAsync(new ReindexRequest { Files = PushServer.ListOf(broken) }, Cancel);
            await call.ResponseStream.MoveNext(Cancel);
            await call.RequestStream.WriteAsync(new ReindexRequest { Content = PushServer.ContentOf(broken, call.ResponseStream.Current.Wanted.Sha256[0]) }, Cancel);
        }

        await Server.PushAsync(_key, Blog, ("a.md", Long("Les sondes")));

        (await Server.TitlesAsync()).ShouldBe(["Les sondes"]);

        static string Long(string title) => PushServer.Post(title) + new string('a', 60_000);
    }

    [Fact]
    public async Task A_path_given_twice_and_messages_out_of_order_are_refused()
    {
        (await Should.ThrowAsync<RpcException>(() => Server.PushAsync(_key, Blog, ("a.md", "x"), ("a.md", "x")))).StatusCode.ShouldBe(StatusCode.InvalidArgument);

        using var call = Server.Indexing.Reindex(PushServer.With(_key), cancellationToken: Cancel);
        await call.RequestStream.WriteAsync(new ReindexRequest { Files = new FileList { Last = true } }, Cancel);
        (await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(Cancel))).Status.Detail.ShouldContain("begin was expected");
    }

    [Fact]
    public async Task A_push_without_posts_and_one_of_another_folder_are_refused()
    {
        var empty = await Should.ThrowAsync<RpcException>(() => Server.PushAsync(_key, Blog, ("notes.txt", "x")));
        await Server.PushAsync(_key, Blog, ("a.md", PushServer.Post("Kepler en vrai")));
        var other = await Should.ThrowAsync<RpcException>(() => Server.PushAsync(_key, Blog, ("z.md", PushServer.Post("Tout autre chose"))));

        empty.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        other.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        (await Server.TitlesAsync()).ShouldBe(["Kepler en vrai"]);
        (await Server.PushAsync(_key, new ReindexBegin { Source = Blog, Full = true }, ("z.md", PushServer.Post("Tout autre chose")))).Report.Removed.ShouldBe(["a.md"]);
    }

    [Fact]
    public async Task Posts_are_deleted_by_name_or_all_of_a_source()
    {
        await Server.PushAsync(_key, Blog, ("a.md", PushServer.Post("Kepler en vrai")), ("b.md", PushServer.Post("KEDA sans peine")));
        await Server.PushAsync(_key, "autre", ("c.md", PushServer.Post("Les sondes")));

        var one = await Server.Indexing.DeletePostsAsync(new DeletePostsRequest { Source = Blog, Posts = { "a.md", "never.md" } }, PushServer.With(_key), cancellationToken: Cancel);
        one.Removed.ShouldBe(["a.md"]);
        (await Server.TitlesAsync()).ShouldBe(["KEDA sans peine", "Les sondes"]);

        await Server.Indexing.DeletePostsAsync(new DeletePostsRequest { Source = Blog, All = true }, PushServer.With(_key), cancellationToken: Cancel);
        (await Server.TitlesAsync()).ShouldBe(["Les sondes"]);
        (await Server.PushAsync(_key, Blog, ("a.md", PushServer.Post("Kepler en vrai")))).Wanted.ShouldBe(1, "its contents were forgotten with it");
    }

    [Fact]
    public async Task What_stays_after_a_deletion_is_named_as_if_the_others_had_never_been()
    {
        await Server.PushAsync(_key, Blog, ("1/a.md", PushServer.Post("Kepler en vrai")), ("2/a.md", PushServer.Post("Kepler en vrai")), ("z.md", PushServer.Post("Les sondes")));
        (await Server.NamesAsync()).ShouldBe(["talks/a~kepler-en-vrai", "talks/a~kepler-en-vrai-2", "talks/z~les-sondes"]);

        await Server.Indexing.DeletePostsAsync(new DeletePostsRequest { Source = Blog, Posts = { "1/a.md" } }, PushServer.With(_key), cancellationToken: Cancel);

        (await Server.NamesAsync()).ShouldBe(["talks/a~kepler-en-vrai", "talks/z~les-sondes"]);
        var (again, sent) = await Server.PushAsync(_key, Blog, ("2/a.md", PushServer.Post("Kepler en vrai")), ("z.md", PushServer.Post("Les sondes")));
        (sent, again.Unchanged, again.Generation.Number).ShouldBe((0, 2, 2), "a push without it makes nothing else of them");
    }

    [Fact]
    public async Task The_last_post_of_a_source_may_be_deleted_by_name()
    {
        await Server.PushAsync(_key, Blog, ("a.md", PushServer.Post("Kepler en vrai")));

        await Server.Indexing.DeletePostsAsync(new DeletePostsRequest { Source = Blog, Posts = { "a.md" } }, PushServer.With(_key), cancellationToken: Cancel);

        (await Server.TitlesAsync()).ShouldBeEmpty();
        (await Server.PushAsync(_key, Blog, ("a.md", PushServer.Post("Kepler en vrai")))).Wanted.ShouldBe(1);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("mon-blog", false)]
    public async Task A_deletion_that_names_nothing_is_refused(string source, bool all) =>
        (await Should.ThrowAsync<RpcException>(async () => await Server.Indexing.DeletePostsAsync(new DeletePostsRequest { Source = source, All = all }, PushServer.With(_key), cancellationToken: Cancel)))
            .StatusCode.ShouldBe(StatusCode.InvalidArgument);

    [Fact]
    public async Task The_status_tells_sources_and_generations()
    {
        await Server.PushAsync(_key, Blog, ("a.md", PushServer.Post("Kepler en vrai")));
        await Server.PushAsync(_key, "autre", ("c.md", PushServer.Post("Les sondes")));

        var status = await Server.Indexing.GetIndexStatusAsync(new GetIndexStatusRequest(), PushServer.With(_key), cancellationToken: Cancel);

        (status.Posts, status.Talks, status.Stale).ShouldBe((2, 2, false));
        status.KeptGenerations.ShouldBe([2, 1]);
        status.Sources.Select(source => (source.Name, source.Posts)).ShouldBe([("autre", 1), (Blog, 1)]);
        status.Sources[0].PushTime.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_posts_had_to_say_is_listed_page_by_page()
    {
        await Server.PushAsync(_key, Blog, ("bon.md", PushServer.Post("Kepler en vrai")), ("faux.md", "---\ntitle: [\n---\n\ntexte"), ("vide.md", "---\ntitle: [\n---\n\nautre"));
        var request = new ListDiagnosticsRequest { Source = Blog, MinSeverity = Severity.Warning, PageSize = 1 };

        var first = await Server.Indexing.ListDiagnosticsAsync(request, PushServer.With(_key), cancellationToken: Cancel);
        var second = await Server.Indexing.ListDiagnosticsAsync(new ListDiagnosticsRequest(request) { PageToken = first.NextPageToken }, PushServer.With(_key), cancellationToken: Cancel);

        first.Diagnostics.ShouldHaveSingleItem().File.ShouldBe("faux.md");
        second.Diagnostics.ShouldHaveSingleItem().File.ShouldBe("vide.md");
        var other = await Should.ThrowAsync<RpcException>(async () =>
            await Server.Indexing.ListDiagnosticsAsync(new ListDiagnosticsRequest { PageToken = first.NextPageToken }, PushServer.With(_key), cancellationToken: Cancel));
        other.StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }
}
