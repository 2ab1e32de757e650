using System.Net;
using System.Net.Http.Headers;
using Google.Rpc;
using Grpc.Core;
using Recap.Protocol.V1;
using Recap.Server.Security;
using Recap.Server.Tests.Indexing;

namespace Recap.Server.Tests.Security;

/// <summary>Every call, without a key, with a wrong, a revoked and a too narrow one.</summary>
public sealed class KeyTests : IAsyncLifetime
{
    private PushServer? _server;

    public enum Held
    {
        None,
        NoBearer,
        Garbage,
        Wrong,
        Revoked,
        OtherScope,
        OtherSource,
        Good,
    }

    /// <summary>Every call of every service there is, with each key.</summary>
    public static TheoryData<string, Held> Calls
    {
        get
        {
            var table = new TheoryData<string, Held>();
            foreach (var call in Contract.Methods.Select(method => method.FullName))
            {
                foreach (var held in Enum.GetValues<Held>())
                {
                    table.Add(call, held);
                }
            }

            return table;
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PushServer Server => _server ?? throw new InvalidOperationException("The server is started before each test.");

    public async ValueTask InitializeAsync()
    {
        _server = await PushServer.StartAsync(options => options with { SearchNeedsKey = true });
        await Server.PushAsync(Server.Key(), "mon-blog", ("a.md", PushServer.Post("Kepler en vrai")));
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Each_call_is_for_those_who_hold_a_key_for_it(string call, Held held)
    {
        KeyedCalls.All.Keys.ShouldContain(call, "a new call needs a row that says how it is asked and what a key of another source may");
        var row = KeyedCalls.All[call];
        var reader = PushServer.With(Server.Key(KeyScope.Read));
        var talk = (await Server.Searching.SearchTalksAsync(new SearchTalksRequest { ExcludeNotes = true }, reader, cancellationToken: Cancel)).Hits[0].Talk.Name;

        var status = await StatusOfAsync(() => row.Ask(Server, Headers(held, row.Scope), talk, Cancel));

        status.ShouldBe(held switch
        {
            Held.Good => StatusCode.OK,
            Held.OtherScope => StatusCode.PermissionDenied,
            Held.OtherSource => row.OfAnotherSource,
            _ => StatusCode.Unauthenticated,
        });
    }

    [Theory]
    [InlineData("/v1/talks:search", HttpStatusCode.OK)]
    [InlineData("/v1/talks", HttpStatusCode.OK)]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/feed.xml", HttpStatusCode.OK)]
    [InlineData("/status", HttpStatusCode.OK)]
    public async Task Json_pages_and_feeds_are_closed_with_it(string path, HttpStatusCode withKey)
    {
        using var without = await Server.Http.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", Server.Key(KeyScope.Read)) } };
        using var with = await Server.Http.SendAsync(request, Cancel);
        using var narrow = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", Server.Key(KeyScope.Read, "autre")) } };
        using var withNarrow = await Server.Http.SendAsync(narrow, Cancel);

        without.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        without.Headers.WwwAuthenticate.ToString().ShouldContain("Bearer");
        without.Headers.CacheControl!.NoStore.ShouldBeTrue();
        with.StatusCode.ShouldBe(withKey);
        with.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await withNarrow.Content.ReadAsStringAsync(Cancel)).ShouldNotContain("Kepler");
    }

    [Fact]
    public async Task A_key_of_one_source_sees_that_source_alone()
    {
        await Server.PushAsync(Server.Key(), "autre", ("z.md", PushServer.Post("Les sondes")));
        var narrow = PushServer.With(Server.Key(KeyScope.Read, "autre"));

        var found = await Server.Searching.SearchTalksAsync(new SearchTalksRequest { ExcludeNotes = true, Facets = { FacetField.Source, FacetField.Kind } }, narrow, cancellationToken: Cancel);

        found.Hits.ShouldHaveSingleItem().Talk.Title.ShouldBe("Les sondes");
        found.Facets.ShouldHaveSingleItem().Field.ShouldBe(FacetField.Kind);
        var status = await Server.Indexing.GetIndexStatusAsync(new GetIndexStatusRequest(), PushServer.With(Server.Key(KeyScope.Index, "autre")), cancellationToken: Cancel);
        status.Sources.ShouldHaveSingleItem().Name.ShouldBe("autre");
    }

    [Fact]
    public async Task Where_no_key_was_made_nothing_can_be_indexed_from_afar_and_everybody_may_search()
    {
        await using var server = await PushServer.StartAsync();

        var error = await Should.ThrowAsync<RpcException>(async () => await server.Indexing.GetIndexStatusAsync(new GetIndexStatusRequest(), PushServer.With("recap_x"), cancellationToken: Cancel));
        var found = await server.Searching.SearchTalksAsync(new SearchTalksRequest(), cancellationToken: Cancel);

        error.StatusCode.ShouldBe(StatusCode.Unauthenticated);
        error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason.ShouldBe("INDEXING_OFF");
        found.Hits.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refusal_names_its_reason_and_neither_it_nor_the_log_repeats_the_key()
    {
        var key = Server.Key()[..^4] + "AAAA";

        var error = await Should.ThrowAsync<RpcException>(async () => await Server.Indexing.GetIndexStatusAsync(new GetIndexStatusRequest(), PushServer.With(key), cancellationToken: Cancel));

        error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason.ShouldBe("KEY_REFUSED");
        error.Status.Detail.ShouldNotContain(key);
        Server.Log.Lines.ShouldAllBe(line => !line.ToString().Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_reads_the_same_in_every_client()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/recap.v1.TalkIndexService/GetIndexStatus") { Content = new ByteArrayContent(new byte[5]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc-web+proto");
        using var response = await Server.Http.SendAsync(request, Cancel);

        // Some clients undo the percent signs of what cannot be in a header, and no others.
        response.Headers.GetValues("grpc-message").ShouldBe(["This call needs a key: send it as 'authorization: Bearer KEY'."]);
    }

    [Fact]
    public async Task A_reader_of_pages_is_told_that_it_takes_a_key()
    {
        using var response = await Server.Http.GetAsync(new Uri("/?lang=en", UriKind.Relative), Cancel);

        (await response.Content.ReadAsStringAsync(Cancel)).ShouldContain("It takes a key to search it");
    }

    [Fact]
    public async Task Health_is_for_everybody()
    {
        var health = await new Grpc.Health.V1.Health.HealthClient(Server.Channel).CheckAsync(new Grpc.Health.V1.HealthCheckRequest(), cancellationToken: Cancel);

        health.Status.ShouldBe(Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus.Serving);
    }

    private Metadata Headers(Held held, KeyScope scope)
    {
        var other = scope == KeyScope.Index ? KeyScope.Read : KeyScope.Index;
        return held switch
        {
            Held.None => [],
            Held.NoBearer => new Metadata { { "authorization", Server.Key(scope) } },
            Held.Garbage => PushServer.With("%00'; drop table keys"),
            Held.Wrong => PushServer.With(Server.Key(scope)[..^6] + "abcdef"),
            Held.Revoked => PushServer.With(Revoked(scope)),
            Held.OtherScope => PushServer.With(Server.Key(other)),
            Held.OtherSource => PushServer.With(Server.Key(scope, "autre")),
            _ => PushServer.With(Server.Key(scope)),
        };
    }

    private string Revoked(KeyScope scope)
    {
        var (key, token) = Server.Access.Keys.Create("old", [scope], []);
        Server.Access.Keys.Revoke(key.Id).ShouldBeTrue();
        return token;
    }

    private static async Task<StatusCode> StatusOfAsync(Func<Task> call)
    {
        try
        {
            await call();
            return StatusCode.OK;
        }
        catch (RpcException error)
        {
            return error.StatusCode;
        }
    }
}
