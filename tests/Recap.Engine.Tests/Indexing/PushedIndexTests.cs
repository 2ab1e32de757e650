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

    private PushedIndex Over(ITalkIndex index) =>
        new(index, new ReadingRules { Glossary = Glossary.Empty }, new PushStore(Path.Combine(_folder.FullName, "pushed")), TimeProvider.System);

    private async Task PushAsync(ITalkIndex index, string source, string title)
    {
        var pushes = Over(index);
        var bytes = Encoding.UTF8.GetBytes(SiteOnDisk.Post(title));
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        using (var content = pushes.Store.Receive(source, hash))
        {
            await content.AppendAsync(bytes, Cancel);
            content.Complete();
        }

        await pushes.RunAsync(new Push { Source = source, Files = [new PushedFile("a.md", hash)] }, progress: null, Cancel);
    }
}
