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
