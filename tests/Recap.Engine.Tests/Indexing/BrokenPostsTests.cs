using Recap.Engine.Indexing;
using Recap.Talks;

namespace Recap.Engine.Tests.Indexing;

/// <summary>A bad post never costs a good one.</summary>
public sealed class BrokenPostsTests : IAsyncDisposable
{
    private const string UnclosedFrontMatter = "---\ntitle: jamais fermé\ndate: 2024-01-01\n\nDu texte.\n";

    private readonly SiteOnDisk _site = new();
    private readonly LedgerIndex _index = new();

    public ValueTask DisposeAsync()
    {
        _site.Dispose();
        return _index.DisposeAsync();
    }

    [Fact]
    public async Task The_others_are_indexed_and_the_broken_one_is_named_with_its_line()
    {
        _site.Tell("good.md", "Kepler en vrai").Write("bad.md", UnclosedFrontMatter);

        var report = await ReindexAsync();

        ReindexerTests.Counts(report).ShouldBe("1 added, 0 changed, 0 removed, 0 unchanged, 1 failed");
        report.HasErrors.ShouldBeTrue();
        report.Sources.Single().Diagnostics.ShouldContain(diagnostic =>
            diagnostic.File == "bad.md" && diagnostic.Line == 1 && diagnostic.Severity == Severity.Error);
        _index.Titles.ShouldBe(["Kepler en vrai"]);
    }

    [Fact]
    public async Task Its_last_good_version_stays_indexed()
    {
        _site.Tell("a.md", "Kepler en vrai").Tell("b.md", "KEDA sans peine");
        await ReindexAsync();
        _site.Write("a.md", UnclosedFrontMatter);

        var report = await ReindexAsync();

        ReindexerTests.Counts(report).ShouldBe("0 added, 0 changed, 0 removed, 1 unchanged, 1 failed");
        _index.Titles.ShouldBe(["KEDA sans peine", "Kepler en vrai"]);
    }

    [Fact]
    public async Task It_is_named_again_by_every_reindex_until_it_is_mended()
    {
        _site.Tell("a.md", "Kepler en vrai").Write("b.md", UnclosedFrontMatter);
        await ReindexAsync();
        (await ReindexAsync()).HasErrors.ShouldBeTrue();
        _site.Tell("b.md", "KEDA sans peine");

        var report = await ReindexAsync();

        report.HasErrors.ShouldBeFalse();
        ReindexerTests.Counts(report).ShouldBe("1 added, 0 changed, 0 removed, 1 unchanged, 0 failed");
    }

    [Fact]
    public async Task A_file_too_large_to_be_a_post_is_not_read()
    {
        _site.Tell("a.md", "Kepler en vrai").Write("huge.md", "");
        using (var huge = File.OpenWrite(_site.PathOf("huge.md")))
        {
            huge.SetLength(ContentReader.MaxBytes + 1);
        }

        var report = await ReindexAsync();

        report.Sources.Single().Diagnostics.ShouldContain(diagnostic => diagnostic.File == "huge.md" && diagnostic.Code == "RCP2003");
        report.Sources.Single().Failed.ShouldBe(["huge.md"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_folder_without_posts_is_refused_and_costs_nothing(bool indexedBefore)
    {
        if (indexedBefore)
        {
            _site.Tell("a.md", "Kepler en vrai");
            await ReindexAsync();
            _site.Delete("a.md");
        }

        var refused = await Should.ThrowAsync<ContentException>(() => ReindexAsync());

        refused.Message.ShouldContain("no posts");
        _index.Posts.Count.ShouldBe(indexedBefore ? 1 : 0);
    }

    [Fact]
    public async Task Another_folder_of_the_same_name_is_refused_unless_it_is_meant_to_replace()
    {
        _site.Tell("a.md", "Kepler en vrai");
        await ReindexAsync();
        _site.Delete("a.md").Tell("b.md", "KEDA sans peine");

        (await Should.ThrowAsync<ContentException>(() => ReindexAsync())).Message.ShouldContain("--source");
        await ReindexAsync(full: true);

        _index.Titles.ShouldBe(["KEDA sans peine"]);
    }

    [Fact]
    public async Task Two_folders_of_one_name_are_refused()
    {
        using var other = new SiteOnDisk();
        var request = new ReindexRequest { Sources = [ContentSource.At(_site.Root, "blog"), ContentSource.At(other.Root, "Blog")] };

        var refused = await Should.ThrowAsync<ContentException>(
            () => new Reindexer(_index, new ReadingRules { Glossary = Glossary.Empty }).RunAsync(request, null, TestContext.Current.CancellationToken));

        refused.Message.ShouldContain("blog");
    }

    private Task<ReindexReport> ReindexAsync(bool full = false) =>
        new Reindexer(_index, new ReadingRules { Glossary = Glossary.Empty }).RunAsync(
            new ReindexRequest { Sources = [ContentSource.At(_site.Root, "site")], Full = full }, null, TestContext.Current.CancellationToken);
}
