using Recap.Engine.Indexing;
using Recap.Talks;

namespace Recap.Engine.Tests.Indexing;

public sealed class ContentFolderTests : IDisposable
{
    private readonly SiteOnDisk _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Files_come_in_ordinal_order_of_paths_with_forward_slashes()
    {
        _site.Write("b.md", "").Write("a/z.md", "").Write("a-b.md", "").Write("a/b/c.md", "");

        Paths().ShouldBe(["a-b.md", "a/b/c.md", "a/z.md", "b.md"]);
    }

    [Theory]
    [InlineData(".git/HEAD.md")]
    [InlineData(".recap/index/x.md")]
    [InlineData("node_modules/a/README.md")]
    [InlineData("a/node_modules/b/README.md")]
    [InlineData("vendor/gem/README.md")]
    [InlineData("_site/2024/post.html")]
    [InlineData(".draft.md")]
    public void Hidden_files_packages_and_generated_sites_are_passed_over(string path)
    {
        _site.Write("post.md", "").Write(path, "");

        Paths().ShouldBe(["post.md"]);
    }

    [Fact]
    public void Hidden_files_that_configure_a_generator_are_listed()
    {
        _site.Write(".eleventy.js", "");

        Paths().ShouldBe([".eleventy.js"]);
    }

    [Fact]
    public void Of_a_hidden_folder_that_configures_a_generator_only_that_is_listed()
    {
        _site.Write("docs/.vitepress/config.mts", "").Write("docs/.vitepress/theme.md", "").Write("docs/.vitepress/dist/post.html", "").Write("docs/post.md", "");

        Paths().ShouldBe(["docs/.vitepress/config.mts", "docs/post.md"]);
    }

    [Fact]
    public void Files_in_a_notation_that_is_not_read_are_told()
    {
        _site.Write("post.md", "").Write("a/one.ipynb", "{}").Write("a/two.ipynb", "{}").Write("plan.docx", "").Write("notes.txt", "");

        var told = Find(mayBeEmpty: false).Diagnostics;

        told.Select(diagnostic => (diagnostic.File, diagnostic.Code, diagnostic.Severity)).ShouldBe([("a/one.ipynb", "RCP2008", Severity.Warning), ("plan.docx", "RCP2008", Severity.Warning)]);
        told[0].Message.ShouldContain("there are 2");
    }

    [Fact]
    public void Files_that_a_site_leaves_out_are_not_told()
    {
        _site.Write("post.md", "").Write("one.ipynb", "{}").Write("recap.json", """{ "exclude": ["*.ipynb"] }""");

        Find(mayBeEmpty: false).Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_that_holds_only_what_is_not_read_says_so()
    {
        _site.Write("one.ipynb", "{}").Write("two.docx", "");

        Should.Throw<ContentException>(() => Find(mayBeEmpty: false)).Message.ShouldContain(".ipynb (1), .docx (1)");
    }

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed_and_said()
    {
        using var secrets = new SiteOnDisk();
        secrets.Write("secret.md", "");
        _site.Write("post.md", "");
        File.CreateSymbolicLink(_site.PathOf("file.md"), secrets.PathOf("secret.md"));
        Directory.CreateSymbolicLink(_site.PathOf("folder"), secrets.Root);

        var listing = List();

        listing.Files.Select(file => file.Path).ShouldBe(["post.md"]);
        listing.Diagnostics.Select(diagnostic => (diagnostic.File, diagnostic.Code)).ShouldBe([("file.md", "RCP2004"), ("folder", "RCP2004")], ignoreOrder: true);
    }

    [Fact]
    public void A_link_that_leads_round_in_circles_ends()
    {
        _site.Write("a/post.md", "");
        Directory.CreateSymbolicLink(_site.PathOf("a/round"), _site.Root);

        Paths().ShouldBe(["a/post.md"]);
    }

    [Fact]
    public void A_tree_without_end_is_cut_and_said()
    {
        _site.Write(string.Concat(Enumerable.Repeat("d/", ContentFolder.MaxDepth + 1)) + "post.md", "");

        var listing = List();

        listing.Files.ShouldBeEmpty();
        listing.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("RCP2005");
    }

    [Theory]
    [InlineData("blog/content/devfest.md", "blog/content", true)]
    [InlineData("blog/content/devfest.md", "blog", false)]
    [InlineData("blog/content/recap.json", "blog/content", false)]
    public void A_folder_whose_site_is_configured_above_it_is_told_so(string file, string folder, bool told)
    {
        _site.Write(".git/HEAD", "").Write("blog/hugo.toml", "").Write("blog/content/devoxx.md", "").Write(file, "{}");

        var found = SourcePosts.Find(ContentSource.At(_site.PathOf(folder)), new ReadingRules { Glossary = Glossary.Empty }, mayBeEmpty: false, TestContext.Current.CancellationToken);

        found.Diagnostics.Select(diagnostic => diagnostic.Code).ShouldBe(told ? ["RCP2007"] : []);
    }

    [Fact]
    public void A_path_that_leads_nowhere_is_said() =>
        Should.Throw<ContentException>(() => ContentSource.At(_site.PathOf("nowhere"))).Message.ShouldContain("nowhere");

    [Theory]
    [InlineData("a/b.md", "a", true)]
    [InlineData("a/b/c.md", "a", true)]
    [InlineData("ab/c.md", "a", false)]
    [InlineData("a", "a", false)]
    [InlineData("x.md", "", true)]
    public void A_path_is_below_a_folder_only_past_its_slash(string path, string folder, bool below) =>
        ContentFolder.IsBelow(path, folder).ShouldBe(below);

    private SourcePosts Find(bool mayBeEmpty) =>
        SourcePosts.Find(ContentSource.At(_site.Root), new ReadingRules { Glossary = Glossary.Empty }, mayBeEmpty, TestContext.Current.CancellationToken);

    private ContentListing List() => ContentFolder.List(ContentSource.At(_site.Root), TestContext.Current.CancellationToken);

    private string[] Paths() => [.. List().Files.Select(file => file.Path)];
}
