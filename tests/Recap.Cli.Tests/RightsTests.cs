namespace Recap.Cli.Tests;

/// <summary>Folders and files that may not be read or written. Root may everything: where the tests run as root, the tool does not.</summary>
public sealed class RightsTests(TrainedModel model) : IDisposable
{
    private const UnixFileMode All = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly Desk _desk = new Desk().Tell("blog/a.md", "Kepler en vrai").Tell("blog/shut/b.md", "KEDA sans peine").Tell("blog/c.md", "Les sondes du noyau");

    public void Dispose()
    {
        foreach (var path in (string[])["", "blog/shut", ".recap", ".recap/index"])
        {
            Allow(path, All);
        }

        _desk.Dispose();
    }

    [Fact]
    public async Task What_may_not_be_read_is_named_and_stays_as_it_was_indexed()
    {
        await IndexAsync();
        Allow("blog/a.md", UnixFileMode.None);
        Allow("blog/shut", UnixFileMode.None);
        _desk.Tell("blog/c.md", "Le profilage continu");

        var reindexed = await RecapAsync("reindex", "blog");

        reindexed.Code.ShouldBe(ExitCode.DoneWithErrors);
        reindexed.Error.ShouldContain("a.md:1: error RCP2001");
        reindexed.Error.ShouldContain("shut:1: error RCP2002");
        var found = await RecapAsync("search", "", "-o", "jsonl");
        found.Lines.Select(line => line.GetProperty("title").GetString()).ShouldBe(["Kepler en vrai", "KEDA sans peine", "Le profilage continu"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_index_that_may_not_be_written_is_searched_and_not_reindexed()
    {
        await IndexAsync();
        Allow(".recap/index", ReadOnly);
        Allow(".recap", ReadOnly);
        _desk.Tell("blog/c.md", "Le profilage continu");

        var reindexed = await RecapAsync("reindex", "blog");
        var found = await RecapAsync("search", "sondes", "-o", "jsonl");

        reindexed.Code.ShouldBe(ExitCode.Failed);
        reindexed.Error.ShouldContain("may not be written");
        reindexed.Error.ShouldNotContain("   at ", Case.Sensitive, "no stack");
        found.Code.ShouldBe(ExitCode.Fine);
        found.Lines[0].GetProperty("title").GetString().ShouldBe("Les sondes du noyau");
    }

    [Fact]
    public async Task Where_no_index_may_be_made_that_is_said_in_a_line()
    {
        Allow("", ReadOnly);

        var reindexed = await RecapAsync("reindex", "blog");

        reindexed.Code.ShouldBe(ExitCode.Failed);
        reindexed.Error.ShouldContain("recap: ");
        reindexed.Error.ShouldContain(".recap");
        reindexed.Error.ShouldNotContain("   at ", Case.Sensitive, "no stack");
    }

    private async Task IndexAsync()
    {
        await model.LayAsync(Path.Combine(_desk.Folder, ".recap"));
        Allow("", All);
        Allow(".recap", All);
        (await RecapAsync("reindex", "blog")).Code.ShouldBe(ExitCode.Fine);
    }

    private void Allow(string path, UnixFileMode mode)
    {
        var full = Path.Combine(_desk.Folder, path);
        if (!OperatingSystem.IsWindows() && Path.Exists(full))
        {
            File.SetUnixFileMode(full, mode);
        }
    }

    private async Task<Outcome> RecapAsync(params string[] args)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows knows no modes of files.");
        if (!Environment.IsPrivilegedProcess)
        {
            return await Tool.RunAsync(_desk.Folder, "dotnet", [Tool.Path, .. args]);
        }

        var dropped = (string[])["--reuid=65534", "--regid=65534", "--clear-groups"];
        Assert.SkipUnless(await MayAsync([.. dropped, "test", "-r", Tool.Path]), "SKIPPED AS ROOT: setpriv is missing, or another user may not read this checkout.");
        return await Tool.RunAsync(_desk.Folder, "setpriv", [.. dropped, "dotnet", Tool.Path, .. args]);
    }

    private async Task<bool> MayAsync(string[] args)
    {
        try
        {
            return (await Tool.RunAsync(_desk.Folder, "setpriv", args)).Code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
