using Grpc.Core;
using Recap.Protocol.V1;
using Recap.Server.Security;

namespace Recap.Server.Tests.Indexing;

/// <summary>Pushes that end before their end: they change nothing, and hinder nobody.</summary>
public sealed class BrokenOffPushTests : IAsyncLifetime
{
    private const string Blog = "mon-blog";
    private PushServer? _server;
    private string _key = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PushServer Server => _server ?? throw new InvalidOperationException("The server is started before each test.");

    public async ValueTask InitializeAsync()
    {
        _server = await PushServer.StartAsync();
        _key = Server.Key();
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    [Fact]
    public async Task A_push_that_breaks_off_changes_nothing_and_is_taken_up_where_it_ended()
    {
        (string, string)[] posts = [("a.md", PushServer.Post("Kepler en vrai")), ("b.md", PushServer.Post("KEDA sans peine"))];
        using (var call = Server.Indexing.Reindex(PushServer.With(_key), cancellationToken: Cancel))
        {
            await call.RequestStream.WriteAsync(new ReindexRequest { Begin = new ReindexBegin { Source = Blog } }, Cancel);
            await call.RequestStream.WriteAsync(new ReindexRequest { Files = PushServer.ListOf(posts) }, Cancel);
            await call.ResponseStream.MoveNext(Cancel);
            var first = call.ResponseStream.Current.Wanted.Sha256[0];
            await call.RequestStream.WriteAsync(new ReindexRequest { Content = PushServer.ContentOf(posts, first) }, Cancel);
            await call.RequestStream.CompleteAsync();
            (await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(Cancel))).Status.Detail.ShouldContain("1 of 2");
        }

        (await Server.TitlesAsync()).ShouldBeEmpty();
        var (report, wanted) = await Server.PushAsync(_key, Blog, posts);
        wanted.ShouldBe(1, "the other one came with the push that broke off");
        report.Added.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_push_whose_key_is_revoked_while_it_sends_changes_nothing()
    {
        (string, string)[] posts = [("a.md", PushServer.Post("Kepler en vrai"))];
        var (key, token) = Server.Access.Keys.Create("stolen", [KeyScope.Index], []);
        using var call = Server.Indexing.Reindex(PushServer.With(token), cancellationToken: Cancel);
        await call.RequestStream.WriteAsync(new ReindexRequest { Begin = new ReindexBegin { Source = Blog } }, Cancel);
        await call.RequestStream.WriteAsync(new ReindexRequest { Files = PushServer.ListOf(posts) }, Cancel);
        await call.ResponseStream.MoveNext(Cancel);
        Server.Access.Keys.Revoke(key.Id);

        await call.RequestStream.WriteAsync(new ReindexRequest { Content = PushServer.ContentOf(posts, call.ResponseStream.Current.Wanted.Sha256[0]) }, Cancel);
        await call.RequestStream.CompleteAsync();

        (await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(Cancel))).StatusCode.ShouldBe(StatusCode.Unauthenticated);
        (await Server.TitlesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_push_whose_caller_goes_away_changes_nothing_and_lets_the_next_one_in()
    {
        var call = Server.Indexing.Reindex(PushServer.With(_key), cancellationToken: Cancel);
        await call.RequestStream.WriteAsync(new ReindexRequest { Begin = new ReindexBegin { Source = Blog } }, Cancel);
        await call.RequestStream.WriteAsync(new ReindexRequest { Files = PushServer.ListOf(("a.md", "x")) }, Cancel);
        await call.ResponseStream.MoveNext(Cancel);
        call.Dispose();

        var (report, _) = await Server.PushAsync(_key, Blog, ("a.md", PushServer.Post("Kepler en vrai")));

        report.Generation.Number.ShouldBe(1);
    }
}
