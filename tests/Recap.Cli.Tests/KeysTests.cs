using System.Net;
using System.Net.Sockets;

namespace Recap.Cli.Tests;

public sealed class KeysTests : IDisposable
{
    private readonly Desk _desk = new();

    private string KeyFile => Path.Combine(_desk.Folder, ".recap", "index.keys.json");

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_key_is_shown_once_and_kept_as_a_hash_that_others_cannot_read()
    {
        var made = await _desk.RunAsync("keys", "create", "CI du blog", "--source", "blog");

        made.Code.ShouldBe(ExitCode.Fine);
        var key = made.Out.Trim();
        key.ShouldMatch("^recap_[0-9a-f]{12}_[A-Za-z0-9_-]{43}$");
        var kept = await File.ReadAllTextAsync(KeyFile, TestContext.Current.CancellationToken);
        kept.ShouldNotContain(key);
        kept.ShouldNotContain(key[^43..]);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(KeyFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task A_damaged_file_of_keys_stops_the_start_of_a_server_and_is_said()
    {
        _desk.Write(".recap/index.keys.json", "[{");

        var listed = await _desk.RunAsync("keys", "list");
        var served = await _desk.RunAsync("serve", "--http-port", "0", "--grpc-port", "0");

        listed.Code.ShouldBe(ExitCode.Failed);
        listed.Error.ShouldContain("index.keys.json' is damaged");
        listed.Error.ShouldNotContain("   at ", Case.Sensitive, "no stack");
        served.Code.ShouldBe(ExitCode.Failed);
        served.Error.ShouldContain("index.keys.json' is damaged");
    }

    [Fact]
    public async Task A_server_that_keys_were_made_for_serves_its_own_index_though_it_is_empty()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await _desk.RunAsync("keys", "create", "CI");

        // It ends before it serves, since its port is in use.
        var served = await _desk.RunAsync("serve", "--search-needs-key", "--http-port", $"{((IPEndPoint)taken.LocalEndpoint).Port}", "--grpc-port", "0");

        served.Error.ShouldNotContain("Indexing");
        served.Error.ShouldContain("nobody can search yet");
        Directory.Exists(Path.Combine(_desk.Folder, ".recap", "sample")).ShouldBeFalse("what is pushed must not go to the sample site");
    }

    [Fact]
    public async Task Keys_are_listed_without_their_secrets_and_revoked_by_id()
    {
        var key = (await _desk.RunAsync("keys", "create", "CI", "--scope", "read")).Out.Trim();
        var id = key.Split('_')[1];

        (await _desk.RunAsync("keys", "revoke", id)).Code.ShouldBe(ExitCode.Fine);

        var row = (await _desk.RunAsync("keys", "list", "-o", "jsonl")).Lines.ShouldHaveSingleItem();
        row.GetProperty("id").GetString().ShouldBe(id);
        row.GetProperty("scopes")[0].GetString().ShouldBe("read");
        row.GetProperty("revoked_at").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.String);
        row.TryGetProperty("hash", out _).ShouldBeFalse();
        (await _desk.RunAsync("keys", "revoke", id)).Code.ShouldBe(ExitCode.Failed);
    }
}
