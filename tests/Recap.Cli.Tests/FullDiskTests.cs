namespace Recap.Cli.Tests;

/// <summary>A disk that is full: a small one of memory, which only root may mount, seen by the tool's process alone.</summary>
public sealed class FullDiskTests(TrainedModel model) : IDisposable
{
    // Mounts, indexes, fills the disk (all of it, then all but 96 KiB), reindexes, makes room again. Every step prints its end.
    private const string Script = """
        mount -t tmpfs -o size=12m recap disk || exit 77
        cp .recap/topics.model disk
        recap() { dotnet "$0" "$@"; echo "exit $?"; }
        recap reindex before --source blog --index disk/index
        dd if=/dev/zero of=disk/ballast bs=4k 2> /dev/null
        for less in 0 96K; do
          truncate -s -$less disk/ballast
          recap reindex after --source blog --full --index disk/index
          recap search sujet --index disk/index -o jsonl
        done
        rm disk/ballast
        recap reindex after --source blog --full --index disk/index
        recap search sujet --index disk/index -o jsonl
        """;

    private readonly Desk _desk = new Desk().Write("disk/none", "");

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_reindex_fails_the_last_generation_answers_on_and_the_next_one_mends()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root may mount a small disk.");
        await model.LayAsync(Path.Combine(_desk.Folder, ".recap"));
        for (var i = 0; i < 40; i++)
        {
            _desk.Tell($"before/{i}.md", $"Avant, sujet {i}").Tell($"after/{i}.md", $"Après, sujet {i}");
        }

        var outcome = await Tool.RunAsync(_desk.Folder, "unshare", "--mount", "sh", "-c", Script, Tool.Path);

        Assert.SkipWhen(outcome.Code is 1 or 77, $"SKIPPED: no disk can be mounted here: {outcome.Error}");
        var lines = outcome.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Where(line => line.StartsWith("exit", StringComparison.Ordinal))
            .ShouldBe(["exit 0", "exit 1", "exit 0", "exit 1", "exit 0", "exit 0", "exit 0"], outcome.Error);
        TitlesAfter(lines, ends: 2).ShouldAllBe(title => title.Contains("Avant", StringComparison.Ordinal));
        TitlesAfter(lines, ends: 4).ShouldAllBe(title => title.Contains("Avant", StringComparison.Ordinal));
        TitlesAfter(lines, ends: 6).ShouldAllBe(title => title.Contains("Apr", StringComparison.Ordinal));
        outcome.Error.ShouldContain("No space left on device");
        outcome.Error.ShouldNotContain("   at ", Case.Sensitive, "no stack");
    }

    // What was found between one end and the next.
    private static string[] TitlesAfter(string[] lines, int ends)
    {
        var found = new List<string>();
        foreach (var line in lines)
        {
            ends -= line.StartsWith("exit", StringComparison.Ordinal) ? 1 : 0;
            if (ends == 0 && line.StartsWith('{'))
            {
                found.Add(line);
            }
        }

        found.ShouldNotBeEmpty();
        return [.. found];
    }
}
