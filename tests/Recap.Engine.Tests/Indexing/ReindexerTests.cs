using System.Diagnostics;
using Recap.Engine.Indexing;
using Recap.Talks;

namespace Recap.Engine.Tests.Indexing;

public sealed class ReindexerTests : IAsyncDisposable
{
    private readonly SiteOnDisk _site = new();
    private readonly LedgerIndex _index = new();
    private readonly ReadingRules _rules = new() { Glossary = Glossary.Empty };

    public ValueTask DisposeAsync()
    {
        _site.Dispose();
        return _index.DisposeAsync();
    }

    [Fact]
    public async Task The_first_reindex_adds_every_post_in_one_generation()
    {
        _site.Tell("2024/a.md", "Kepler en vrai", "KEDA sans peine").Tell("b.md", "Le profilage continu");

        var report = await ReindexAsync();

        Counts(report).ShouldBe("2 added, 0 changed, 0 removed, 0 unchanged, 0 failed");
        report.Generation.Number.ShouldBe(1);
        _index.Titles.ShouldBe(["KEDA sans peine", "Kepler en vrai", "Le profilage continu"]);
    }

    [Fact]
    public async Task Nothing_is_written_where_nothing_changed()
    {
        _site.Tell("a.md", "Kepler en vrai");
        await ReindexAsync();

        var report = await ReindexAsync();

        Counts(report).ShouldBe("0 added, 0 changed, 0 removed, 1 unchanged, 0 failed");
        report.Generation.Number.ShouldBe(1);
        report.HasChanges.ShouldBeFalse();
    }

    [Fact]
    public async Task Only_the_post_that_changed_is_written_again()
    {
        _site.Tell("a.md", "Kepler en vrai").Tell("b.md", "KEDA sans peine");
        await ReindexAsync();
        _site.Tell("b.md", "KEDA sans peine", "Les sondes du noyau");

        var report = await ReindexAsync();

        Counts(report).ShouldBe("0 added, 1 changed, 0 removed, 1 unchanged, 0 failed");
        _index.LastPuts.ShouldBe(["b.md"]);
    }

    [Theory]
    [InlineData("another title", "seul.md", "seul.md")]
    [InlineData("a name that another post wants too", "lac/jour.md", "lac/jour.md mer/jour.md")]
    [InlineData("the event of its series", "port-jour-1.md", "port-jour-1.md port-jour-2.md")]
    public async Task Of_many_posts_those_alone_are_read_that_a_change_concerns(string why, string edited, string read)
    {
        _site.Write("port-jour-1.md", Told("Conf du Port 2024", "Lire un plan")).Write("port-jour-2.md", Told("La suite", "Nager loin"));
        _site.Write("lac/jour.md", Told("Au lac", "Ramer droit")).Write("mer/jour.md", Told("En mer", "Ramer loin")).Write("seul.md", Told("Seul", "Marcher"));
        await ReindexAsync();
        _site.Write(edited, Told("Autre Conf 2023", "Ramer loin"));
        var seen = new PostsRead();

        var report = await new Reindexer(_index, _rules).RunAsync(
            new ReindexRequest { Sources = [ContentSource.At(_site.Root, "site")] }, seen, TestContext.Current.CancellationToken);

        string.Join(' ', report.Sources.Single().Changed).ShouldBe(read, why);
        seen.Count.ShouldBe(read.Split(' ').Length, why);
    }

    [Fact]
    public async Task An_edit_that_the_others_need_not_know_of_looks_at_none_of_them()
    {
        _site.Write("port-jour-1.md", Told("Conf du Port 2024", "Lire un plan")).Write("port-jour-2.md", Told("La suite", "Nager loin"));
        _site.Write("lac/jour.md", Told("Au lac", "Ramer loin")).Write("mer/jour.md", Told("En mer", "Ramer loin") + Long);
        await ReindexAsync();
        _index.LookedAt.Clear();
        _site.Write("mer/jour.md", Told("En mer", "Ramer loin") + Long + "Le replay est en ligne.\n");

        var report = await ReindexAsync();

        report.Sources.Single().Changed.ShouldBe(["mer/jour.md"]);
        _index.LookedAt.Distinct().ShouldBe(["mer/jour.md"]);
    }

    [Fact]
    public async Task A_post_whose_file_has_no_extension_is_indexed_and_what_lies_beside_it_is_not()
    {
        _site.Tell("docs/retour_2024", "Kepler en vrai").Write("LICENSE", "MIT License\n").Write("Makefile", "all:\n\tmake site\n");

        var report = await ReindexAsync();

        Counts(report).ShouldBe("1 added, 0 changed, 0 removed, 0 unchanged, 0 failed");
        _index.Titles.ShouldBe(["Kepler en vrai"]);
    }

    [Fact]
    public async Task A_post_that_is_gone_disappears()
    {
        _site.Tell("a.md", "Kepler en vrai").Tell("b.md", "KEDA sans peine");
        await ReindexAsync();
        _site.Delete("a.md");

        var report = await ReindexAsync();

        report.Sources.Single().Removed.ShouldBe(["a.md"]);
        _index.Titles.ShouldBe(["KEDA sans peine"]);
    }

    [Fact]
    public async Task A_post_that_is_gone_stays_where_missing_ones_are_kept()
    {
        _site.Tell("a.md", "Kepler en vrai").Tell("b.md", "KEDA sans peine");
        await ReindexAsync();
        _site.Delete("a.md");

        var report = await ReindexAsync(request => request with { KeepMissing = true });

        Counts(report).ShouldBe("0 added, 0 changed, 0 removed, 1 unchanged, 0 failed");
        _index.Titles.ShouldBe(["KEDA sans peine", "Kepler en vrai"]);
    }

    [Fact]
    public async Task A_post_that_moved_keeps_the_ids_of_its_talks()
    {
        _site.Tell("a.md", "Kepler en vrai").Tell("2023/b.md", "KEDA sans peine");
        await ReindexAsync();
        var before = Ids();
        _site.Delete("2023/b.md").Tell("2024/b.md", "KEDA sans peine");

        var report = await ReindexAsync();

        Counts(report).ShouldBe("1 added, 0 changed, 1 removed, 1 unchanged, 0 failed");
        Ids().ShouldBe(before);
    }

    [Fact]
    public async Task The_folder_of_all_posts_may_be_renamed()
    {
        _site.Tell("posts/a.md", "Kepler en vrai").Tell("posts/2023/b.md", "KEDA sans peine");
        await ReindexAsync();
        var before = Ids();
        Directory.Move(_site.PathOf("posts"), _site.PathOf("blog"));

        var report = await ReindexAsync();

        Counts(report).ShouldBe("2 added, 0 changed, 2 removed, 0 unchanged, 0 failed");
        Ids().ShouldBe(before);
    }

    [Fact]
    public async Task A_pipe_among_the_posts_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in folders.");
        _site.Tell("a.md", "Kepler en vrai");
        using var made = Process.Start("mkfifo", _site.PathOf("pipe.md"));
        await made.WaitForExitAsync(TestContext.Current.CancellationToken);

        await ReindexAsync();

        _index.Titles.ShouldContain("Kepler en vrai");
    }

    [Fact]
    public async Task A_full_reindex_writes_every_post()
    {
        _site.Tell("a.md", "Kepler en vrai").Tell("b.md", "KEDA sans peine");
        await ReindexAsync();

        var report = await ReindexAsync(request => request with { Full = true });

        Counts(report).ShouldBe("0 added, 2 changed, 0 removed, 0 unchanged, 0 failed");
    }

    [Fact]
    public async Task A_dry_run_says_what_would_change_and_changes_nothing()
    {
        _site.Tell("a.md", "Kepler en vrai").Tell("b.md", "KEDA sans peine");
        await ReindexAsync();
        _site.Delete("a.md").Tell("b.md", "Autre chose").Tell("c.md", "Encore une");

        var report = await ReindexAsync(request => request with { DryRun = true });

        Counts(report).ShouldBe("1 added, 1 changed, 1 removed, 0 unchanged, 0 failed");
        report.Generation.Number.ShouldBe(1);
        _index.Titles.ShouldBe(["KEDA sans peine", "Kepler en vrai"]);
    }

    [Fact]
    public async Task Sources_do_not_touch_each_other()
    {
        using var other = new SiteOnDisk();
        other.Tell("a.md", "Une autre histoire");
        _site.Tell("a.md", "Kepler en vrai");
        await ReindexAsync(name: "one");

        var report = await new Reindexer(_index, _rules).RunAsync(
            new ReindexRequest { Sources = [ContentSource.At(other.Root, "two")] }, null, TestContext.Current.CancellationToken);

        Counts(report).ShouldBe("1 added, 0 changed, 0 removed, 0 unchanged, 0 failed");
        _index.Titles.ShouldBe(["Kepler en vrai", "Une autre histoire"]);
    }

    [Fact]
    public async Task Two_sources_that_tell_the_same_conference_share_no_name_of_a_talk()
    {
        using var other = new SiteOnDisk();
        other.Tell("devoxx.md", "Kepler en vrai");
        _site.Tell("devoxx.md", "Kepler en vrai");
        await ReindexAsync(name: "one");
        var first = Ids();

        for (var round = 0; round < 2; round++)
        {
            await new Reindexer(_index, _rules).RunAsync(
                new ReindexRequest { Sources = [ContentSource.At(other.Root, "two")], Full = true }, null, TestContext.Current.CancellationToken);

            Ids().ShouldBe(first.SelectMany(id => (string[])[id, $"{id}-2"]));
        }
    }

    [Fact]
    public async Task Progress_goes_through_the_phases_in_order()
    {
        _site.Tell("a.md", "Kepler en vrai");
        var seen = new PhasesSeen();

        await new Reindexer(_index, _rules).RunAsync(
            new ReindexRequest { Sources = [ContentSource.At(_site.Root, "site")] }, seen, TestContext.Current.CancellationToken);

        seen.Phases.ShouldBe([ReindexPhase.Comparing, ReindexPhase.Reading, ReindexPhase.Writing, ReindexPhase.Committing]);
    }

    private Task<ReindexReport> ReindexAsync(Func<ReindexRequest, ReindexRequest>? change = null, string name = "site")
    {
        var request = new ReindexRequest { Sources = [ContentSource.At(_site.Root, name)] };
        return new Reindexer(_index, _rules).RunAsync(change?.Invoke(request) ?? request, null, TestContext.Current.CancellationToken);
    }

    private string[] Ids() => [.. _index.Posts.Values.SelectMany(post => post.Talks).Select(talk => talk.Talk.Id).Order(StringComparer.Ordinal)];

    internal static string Counts(ReindexReport report)
    {
        var source = report.Sources.Single();
        return $"{source.Added.Length} added, {source.Changed.Length} changed, {source.Removed.Length} removed, {source.Unchanged} unchanged, {source.Failed.Length} failed";
    }

    // Only the first words of a talk tell copies from each other.
    private const string Long = "Viennent ensuite les pannes de l'année, ce que chacune a coûté, et ce que l'équipe referait autrement si tout était à recommencer.\n\n";

    private static string Told(string title, string talk) => SiteOnDisk.Post(talk).Replace("Devoxx France 2024", title, StringComparison.Ordinal);

    private sealed class PostsRead : IProgress<ReindexProgress>
    {
        private int _count;

        public int Count => _count;

        public void Report(ReindexProgress value)
        {
            if (value.Phase == ReindexPhase.Reading)
            {
                Interlocked.Increment(ref _count);
            }
        }
    }

    private sealed class PhasesSeen : IProgress<ReindexProgress>
    {
        private readonly Lock _gate = new();

        public List<ReindexPhase> Phases { get; } = [];

        public void Report(ReindexProgress value)
        {
            lock (_gate)
            {
                if (Phases is [] || Phases[^1] != value.Phase)
                {
                    Phases.Add(value.Phase);
                }
            }
        }
    }
}
