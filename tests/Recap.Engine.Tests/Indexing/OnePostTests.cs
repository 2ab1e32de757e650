using Recap.Engine.Indexing;
using Recap.Talks;

namespace Recap.Engine.Tests.Indexing;

/// <summary>A post that is named alone goes by the site above it.</summary>
public sealed class OnePostTests : IAsyncDisposable
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
    public void A_source_that_is_one_post_lists_only_its_folder()
    {
        _site.Write("a/post.md", "").Write("a/b/other.md", "");

        var source = ContentSource.At(_site.PathOf("a/post.md"));

        source.OnlyPost.ShouldBe("post.md");
        source.Name.ShouldBe("a");
        ContentFolder.List(source, TestContext.Current.CancellationToken).Files.Select(file => file.Path).ShouldBe(["post.md"]);
    }

    [Theory]
    [InlineData("blog/hugo.toml", "blog/content/posts/devfest/index.md", "blog", "content/posts/devfest/index.md")]
    [InlineData("blog/config/_default/hugo.yaml", "blog/content/devfest.md", "blog", "content/devfest.md")]
    [InlineData("blog/config.json", "blog/content/devfest.md", "blog", "content/devfest.md")]
    [InlineData("blog/config.json", "blog/posts/devfest.md", "posts", "devfest.md")]
    [InlineData("blog/_config.yml", "blog/_posts/2024-05-16-devfest.md", "blog", "_posts/2024-05-16-devfest.md")]
    [InlineData("blog/readme.txt", "blog/2024-05-16-devfest/index.md", "blog", "2024-05-16-devfest/index.md")]
    [InlineData("blog/readme.txt", "blog/posts/devfest.md", "posts", "devfest.md")]
    public void One_post_goes_by_the_site_above_it(string beside, string post, string source, string path)
    {
        _site.Write(".git/HEAD", "").Write(beside, "").Write(post, "");

        var found = ContentSource.At(_site.PathOf(post));

        found.Name.ShouldBe(source);
        found.OnlyPost.ShouldBe(path);
        SourcePosts.Find(found, _rules, mayBeEmpty: false, TestContext.Current.CancellationToken).Posts.ShouldHaveSingleItem().File.Path.ShouldBe(path);
    }

    [Fact]
    public void What_lies_above_a_repository_is_no_site_of_its_posts()
    {
        _site.Write("hugo.toml", "").Write("blog/.git/HEAD", "").Write("blog/posts/devfest.md", "");

        ContentSource.At(_site.PathOf("blog/posts/devfest.md")).Name.ShouldBe("posts");
    }

    [Fact]
    public void A_source_that_is_one_post_lists_what_lies_on_its_way_and_what_configures_its_site()
    {
        _site.Write("hugo.toml", "").Write("config/_default/markup.toml", "").Write("content/recap.json", "{}").Write("content/post.md", "").Write("content/other/post.md", "").Write("themes/post.md", "");

        var source = ContentSource.At(_site.PathOf("content/post.md")) with { Root = _site.Root, OnlyPost = "content/post.md" };

        ContentFolder.List(source, TestContext.Current.CancellationToken).Files.Select(file => file.Path)
            .ShouldBe(["config/_default/markup.toml", "content/post.md", "content/recap.json", "hugo.toml"]);
    }

    [Fact]
    public async Task One_post_named_alone_is_the_one_that_its_whole_site_gave()
    {
        _site.Write("hugo.toml", "baseURL = 'https://blog.example/'").Tell("content/a/index.md", "Kepler en vrai").Tell("content/b.md", "KEDA sans peine");
        await ReindexAsync(ContentSource.At(_site.Root, "site"));
        _site.Tell("content/a/index.md", "Kepler en vrai", "Les sondes du noyau");

        var report = await ReindexAsync(ContentSource.At(_site.PathOf("content/a/index.md"), "site"));

        ReindexerTests.Counts(report).ShouldBe("0 added, 1 changed, 0 removed, 0 unchanged, 0 failed");
        _index.Titles.ShouldBe(["KEDA sans peine", "Kepler en vrai", "Les sondes du noyau"]);
        ReindexerTests.Counts(await ReindexAsync(ContentSource.At(_site.Root, "site"))).ShouldBe("0 added, 1 changed, 0 removed, 1 unchanged, 0 failed", "what the others of its series tell was not asked when it was read alone");
    }

    private Task<ReindexReport> ReindexAsync(ContentSource source) =>
        new Reindexer(_index, _rules).RunAsync(new ReindexRequest { Sources = [source] }, null, TestContext.Current.CancellationToken);
}
