using Microsoft.Extensions.Time.Testing;
using Recap.Engine.LuceneNet;
using Recap.Engine.Querying;
using Recap.Engine.Tests.Conformance;

namespace Recap.Engine.Tests.LuceneNet;

/// <summary>An index in a folder of its own, filled with generations of one post that tells one talk.</summary>
internal sealed class IndexOnDisk : IDisposable
{
    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("recap-generations-");

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 19, 9, 0, 0, TimeSpan.Zero));

    public string Folder => Path.Combine(_parent.FullName, "index");

    public LuceneTalkIndex Open(string fingerprint = "") => LuceneTalkIndex.Open(Options(fingerprint));

    public LuceneIndexOptions Options(string fingerprint = "") => new() { Path = Folder, TimeProvider = Time, Fingerprint = fingerprint };

    public void Dispose() => _parent.Delete(recursive: true);

    public static async Task PublishAsync(LuceneTalkIndex index, params string[] titles)
    {
        foreach (var title in titles)
        {
            await using var writer = await index.OpenWriterAsync(TestContext.Current.CancellationToken);
            await writer.PutAsync(Sample.PostNamed("a.md", Sample.Talk(title)), TestContext.Current.CancellationToken);
            await writer.CommitAsync(TestContext.Current.CancellationToken);
        }
    }

    public static async Task<string[]> TitlesAsync(LuceneTalkIndex index) =>
        [.. (await index.Searcher.SearchAsync(new TalkQuery(), TestContext.Current.CancellationToken)).Hits.Select(hit => hit.Talk.Talk.Title)];
}
