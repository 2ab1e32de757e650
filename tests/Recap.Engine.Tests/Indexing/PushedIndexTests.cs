using System.Security.Cryptography;
using System.Text;
using Recap.Engine.Indexing;
using Recap.Engine.Indexing.Pushing;
using Recap.Engine.LuceneNet;
using Recap.Talks;
using static Recap.Engine.Tests.LuceneNet.IndexOnDisk;

namespace Recap.Engine.Tests.Indexing;

public sealed class PushedIndexTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recap-pushed-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task An_index_that_was_lost_is_built_anew_from_what_was_pushed()
    {
        await using var lost = LuceneTalkIndex.Open(new LuceneIndexOptions());
        await PushAsync(lost, "blog", "Kepler en vrai");
        await PushAsync(lost, "autre", "KEDA sans peine");
        await using var empty = LuceneTalkIndex.Open(new LuceneIndexOptions());

        Over(empty).Lost.ShouldBe(["autre", "blog"]);
        await Over(empty).RestoreAsync(Cancel);

        (await TitlesAsync(empty)).ShouldBe(["Kepler en vrai", "KEDA sans peine"], ignoreOrder: true);
        Over(empty).Lost.ShouldBeEmpty("what is there is left alone");
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "b.md")]
    [InlineData(false, "hugo.toml")]
    public async Task What_stays_indexed_though_it_was_not_pushed_again_is_not_lost_either(bool keepMissing, string unreadable)
    {
        await using var lost = LuceneTalkIndex.Open(new LuceneIndexOptions());
        var blog = new Push { Source = "blog", Files = [await KeepAsync("a.md", "Kepler en vrai"), await KeepAsync("b.md", "KEDA sans peine"), await KeepAsync("hugo.toml", "")] };
        await Over(lost).RunAsync(blog, progress: null, Cancel);

        await Over(lost).RunAsync(blog with { Files = [blog.Files[0]], KeepMissing = keepMissing, Unreadable = [unreadable] }, progress: null, Cancel);
        await using var empty = LuceneTalkIndex.Open(new LuceneIndexOptions());
        await Over(empty).RestoreAsync(Cancel);

        (await TitlesAsync(empty)).ShouldBe(await TitlesAsync(lost));
        Over(empty).Store.Find("blog").ShouldNotBeNull().Files.ShouldNotContain(file => file.Path == "hugo.toml");
    }

    private PushedIndex Over(ITalkIndex index) =>
        new(index, new ReadingRules { Glossary = Glossary.Empty }, new PushStore(Path.Combine(_folder.FullName, "pushed")), TimeProvider.System);

    private async Task PushAsync(ITalkIndex index, string source, string title)
    {
        await Over(index).RunAsync(new Push { Source = source, Files = [await KeepAsync(source, "a.md", title)] }, progress: null, Cancel);
    }

    private Task<PushedFile> KeepAsync(string path, string title) => KeepAsync("blog", path, title);

    private async Task<PushedFile> KeepAsync(string source, string path, string title)
    {
        var bytes = Encoding.UTF8.GetBytes(path.EndsWith(".md", StringComparison.Ordinal) ? SiteOnDisk.Post(title) : title);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        using var content = new PushStore(Path.Combine(_folder.FullName, "pushed")).Receive(source, hash);
        await content.AppendAsync(bytes, Cancel);
        content.Complete();
        return new PushedFile(path, hash);
    }
}
