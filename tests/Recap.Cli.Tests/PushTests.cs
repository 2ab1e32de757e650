using Microsoft.AspNetCore.Builder;
using Recap.Cli.Indexes;
using Recap.Engine.Indexing;
using Recap.Server;

namespace Recap.Cli.Tests;

/// <summary><c>recap reindex --server</c> against a real server.</summary>
public sealed class PushTests : IAsyncLifetime
{
    private readonly Desk _desk = new Desk().Tell("blog/a.md", "Kepler en vrai").Tell("blog/b.md", "KEDA sans peine");
    private ITalkIndex? _index;
    private WebApplication? _app;
    private string _url = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Served => Path.Combine(_desk.Folder, "served");

    public async ValueTask InitializeAsync()
    {
        var surroundings = _desk.Surroundings();
        var glossary = surroundings.Data.ReadGlossary();
        var topics = surroundings.TopicsBeside(indexFolder: null, glossary, Cancel);
        var rules = new ReadingRules { Glossary = glossary, Topics = topics };
        _index = surroundings.Indexes.Open(Served, rules, surroundings.Say);
        _app = RecapServer.Build(new RecapServerOptions { HttpPort = 0, GrpcPort = 0 }, Composition.Served(_index, rules, topics), access: KeyPlace.AccessTo(Served, _index, rules));
        await _app.StartAsync(Cancel);
        _url = RecapServer.AddressesOf(_app).Grpc.ToString();
        var key = (await _desk.RunAsync("keys", "create", "CI", "--source", "blog", "--index", "served")).Out.Trim();
        _desk.Write("key", key + "\n");
    }

    public async ValueTask DisposeAsync()
    {
        await _app!.DisposeAsync();
        await _index!.DisposeAsync();
        _desk.Dispose();
    }

    [Fact]
    public async Task A_folder_is_pushed_and_then_only_what_changed()
    {
        var first = await PushAsync();
        _desk.Tell("blog/b.md", "Les sondes du noyau");
        var second = await PushAsync();

        first.Code.ShouldBe(ExitCode.Fine, first.Error);
        first.Out.ShouldContain("blog: 2 added");
        first.Error.ShouldContain("2 files, 2 sent");
        second.Out.ShouldContain("0 added, 1 changed, 0 removed, 1 unchanged");
        second.Error.ShouldContain("2 files, 1 sent");
        _index!.Current.Number.ShouldBe(2);
    }

    [Fact]
    public async Task A_source_that_the_key_is_not_for_is_refused_and_nothing_changes()
    {
        var outcome = await PushAsync("--source", "autre");

        outcome.Code.ShouldBe(ExitCode.Failed);
        outcome.Error.ShouldContain("PermissionDenied");
        outcome.Error.ShouldContain("autre");
        _index!.Current.Number.ShouldBe(0);
    }

    [Fact]
    public async Task A_report_of_thousands_of_posts_arrives()
    {
        // With their paths, more than the 4 MB that a client of gRPC takes by itself.
        var deep = string.Join('/', Enumerable.Repeat(new string('d', 230), 4));
        for (var i = 0; i < 4_700; i++)
        {
            _desk.Write($"blog/{deep}/{i}.md", "# Rien\n");
        }

        var pushed = await PushAsync();

        pushed.Error.ShouldContain("4702 files");
        pushed.Out.ShouldContain("blog: 4702 added");
    }

    [Theory]
    [InlineData("nobody there", "http://localhost:1", "8081")]
    [InlineData("the other port", "http", "8081")]
    public async Task A_server_that_is_not_reached_leads_to_its_port(string why, string url, string said)
    {
        var outcome = await _desk.RunAsync("reindex", "blog", "--server", url == "http" ? RecapServer.AddressesOf(_app!).Http.ToString() : url, "--key-file", "key");

        outcome.Code.ShouldBe(ExitCode.Failed, why);
        outcome.Error.ShouldContain(said);
        outcome.Error.ShouldContain("Nothing was changed");
    }

    [Fact]
    public async Task What_is_no_key_is_not_sent_and_not_repeated()
    {
        var outcome = await _desk.Write("wrong", "clé secrète").RunAsync("reindex", "blog", "--server", _url, "--key-file", "wrong");

        outcome.Code.ShouldBe(ExitCode.Failed);
        outcome.Error.ShouldContain("is no key");
        outcome.Error.ShouldNotContain("secrète");
    }

    [Theory]
    [InlineData("https", "blog", "--server", "https://talks.example", "A key is needed")]
    [InlineData("clear", "blog", "--server", "http://talks.example:8081", "without TLS")]
    [InlineData("none", "blog", "--server", "talks", "no address")]
    [InlineData("one", "blog/a.md", "--server", "http://localhost:1", "A key is needed")]
    public async Task What_cannot_be_pushed_is_said(string name, string path, string option, string url, string said)
    {
        var outcome = await _desk.RunAsync("reindex", path, option, url);

        outcome.Code.ShouldNotBe(ExitCode.Fine, name);
        outcome.Error.ShouldContain(said);
    }

    private Task<Outcome> PushAsync(params string[] more) => _desk.RunAsync(["reindex", "blog", "--server", _url, "--key-file", "key", .. more]);
}
