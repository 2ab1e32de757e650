using System.Net;
using System.Net.Sockets;
using Recap.Cli.Indexes;

namespace Recap.Cli.Tests;

/// <summary>0 fine, 1 failed, 2 not understood, 3 done with errors; results on one stream, all else on the other.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private const string UnclosedFrontMatter = "---\ntitle: jamais fermé\ndate: 2024-01-01\n\nDu texte.\n";

    private readonly Desk _desk = new Desk()
        .Tell("blog/a.md", "Kepler en vrai").Tell("broken/a.md", "KEDA sans peine").Write("broken/b.md", UnclosedFrontMatter)
        .Write("empty/readme.txt", "rien").Write("bad.tsv", "id\ttext\n1\tkepler\n").Write("short.tsv", "qid\tquery\nalone\n");

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("", "Required command")]
    [InlineData("serch x", "search")]
    [InlineData("reindex", "PATH")]
    [InlineData("reindex blog broken --source x", "--source")]
    [InlineData("reindex blog --kep-missing", "--kep-missing")]
    [InlineData("reindex blog --prune --keep-missing", "--prune")]
    [InlineData("search", "QUERY")]
    [InlineData("search x --batch bad.tsv", "--batch")]
    [InlineData("search x --limit 0", "1..10000")]
    [InlineData("search x --limit many", "many")]
    [InlineData("search x --year 20234", "20234")]
    [InlineData("search x --year 2024..2023", "2024..2023")]
    [InlineData("search x --kind banquet", "banquet")]
    [InlineData("search x --sort oldest", "oldest")]
    [InlineData("search x --sort affinity", "--topic")]
    [InlineData("search x -o xml", "xml")]
    [InlineData("search x --colour", "--colour")]
    [InlineData("talks blog -o yaml", "yaml")]
    [InlineData("serve --http-port 65536", "65535")]
    [InlineData("serve --public-url talks", "--public-url")]
    [InlineData("serve --cache-for 86401", "86400")]
    [InlineData("serve --allow-origin blog.example", "--allow-origin")]
    [InlineData("serve --host blog.example", "--host")]
    [InlineData("serve --site-name 0123456789012345678901234567890123456789012345678901234567890", "--site-name")]
    [InlineData("completion tcsh", "tcsh")]
    public async Task A_command_line_that_makes_no_sense_is_2_and_says_what(string line, string said)
    {
        var outcome = await _desk.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        outcome.Code.ShouldBe(ExitCode.Usage);
        outcome.Error.ShouldContain(said);
        outcome.Error.ShouldContain("--help");
        outcome.Out.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("reindex nowhere", "nowhere")]
    [InlineData("reindex empty", "no posts")]
    [InlineData("talks nowhere", "nowhere")]
    [InlineData("search kepler", "recap reindex PATH")]
    [InlineData("search kepler --index nowhere", "'nowhere'")]
    [InlineData("search --batch nowhere.tsv", "nowhere.tsv")]
    [InlineData("status", "recap reindex PATH")]
    [InlineData("reindex blog --index blog", "holds other files")]
    [InlineData("serve --content nowhere", "nowhere")]
    [InlineData("serve --content empty", "no posts")]
    public async Task A_run_that_cannot_be_is_1_and_says_why(string line, string said)
    {
        var outcome = await _desk.RunAsync(line.Split(' '));

        outcome.Code.ShouldBe(ExitCode.Failed);
        outcome.Error.ShouldContain("recap: ");
        outcome.Error.ShouldContain(said);
        outcome.Error.ShouldNotContain("   at ");
        outcome.Out.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("bad.tsv", "bad.tsv:1:")]
    [InlineData("short.tsv", "short.tsv:2:")]
    public async Task A_faulty_batch_is_1_and_names_the_line(string file, string said)
    {
        await _desk.RunAsync("reindex", "blog");

        var outcome = await _desk.RunAsync("search", "--batch", file);

        outcome.Code.ShouldBe(ExitCode.Failed);
        outcome.Error.ShouldContain(said);
    }

    [Theory]
    [InlineData("reindex broken")]
    [InlineData("talks broken")]
    [InlineData("talks broken -o jsonl")]
    public async Task Done_but_for_a_broken_post_is_3_and_leads_to_its_line(string line)
    {
        var outcome = await _desk.RunAsync(line.Split(' '));

        outcome.Code.ShouldBe(ExitCode.DoneWithErrors);
        outcome.Error.ShouldContain($"{Path.Combine("broken", "b.md")}:1: error RCP");
        outcome.Out.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_port_in_use_is_1_and_says_how_to_choose_another()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var outcome = await _desk.RunAsync("serve", "--content", "blog", "--http-port", $"{port}", "--grpc-port", "0");

        outcome.Code.ShouldBe(ExitCode.Failed);
        outcome.Error.ShouldContain($"{port}");
        outcome.Error.ShouldContain("--http-port");
    }

    [Fact]
    public async Task An_index_that_another_run_writes_to_is_1_and_says_so()
    {
        await _desk.RunAsync("reindex", "blog");
        var surroundings = _desk.Surroundings();
        await using var index = surroundings.Indexes.Open(Path.Combine(_desk.Folder, ".recap", "index"), surroundings.ReadRules(null, TestContext.Current.CancellationToken), surroundings.Say);
        await using var writer = await index.OpenWriterAsync(TestContext.Current.CancellationToken);

        var outcome = await _desk.RunAsync("reindex", "blog");

        outcome.Code.ShouldBe(ExitCode.Failed);
        outcome.Error.ShouldContain($"in use by process {Environment.ProcessId} on host");
    }

    [Fact]
    public async Task An_interrupted_reindex_is_1_and_changes_nothing()
    {
        using var interrupted = new CancellationTokenSource();
        await interrupted.CancelAsync();

        var outcome = await _desk.RunUntilAsync(interrupted.Token, "reindex", "blog");

        outcome.Code.ShouldBe(ExitCode.Failed);
        Directory.Exists(Path.Combine(_desk.Folder, ".recap", "index")).ShouldBeFalse();
    }
}
