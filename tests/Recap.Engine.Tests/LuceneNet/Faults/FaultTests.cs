using Lucene.Net.Store;
using Recap.Engine.LuceneNet;
using Recap.Engine.Querying;
using Recap.Engine.Tests.Conformance;
using IODirectory = System.IO.Directory;

namespace Recap.Engine.Tests.LuceneNet.Faults;

/// <summary>
/// Disks that fill up and power that fails, at every point of a reindex: what was committed is there afterwards, whole,
/// and the next reindex mends the rest.
/// </summary>
public sealed class FaultTests : IDisposable
{
    private const int MaxPoints = 80;
    private static readonly string[] Before = ["Avant un", "Avant deux", "Avant trois"];
    private static readonly string[] After = ["Après un", "Après deux"];

    private readonly DirectoryInfo _parent = IODirectory.CreateTempSubdirectory("recap-faults-");
    private readonly Random _random = new(20260319);
    private int _number;

    public static TheoryData<string> Losses => ["nothing", "dropped", "emptied", "cut", "zeroed"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _parent.Delete(recursive: true);

    /// <param name="loss">What becomes of files that were not synced: nothing where the disk was full, the rest where power failed.</param>
    [Theory]
    [MemberData(nameof(Losses))]
    public async Task Whenever_a_reindex_breaks_off_readers_find_one_whole_generation(string loss)
    {
        var total = await OperationsOfAsync(NewIndex());
        total.ShouldBeGreaterThan(10);
        var points = Enumerable.Range(0, total).OrderBy(_ => _random.Next()).Take(MaxPoints).Append(total - 1).Append(0);

        foreach (var point in points)
        {
            var folder = NewIndex();
            await PublishAsync(OptionsOf(folder), Before);
            var unsynced = await BreakAsync(folder, point);
            Harm(folder, unsynced, loss);

            await using (var index = LuceneTalkIndex.OpenSound(OptionsOf(folder), mayPutAside: true, out var repair))
            {
                repair?.PutAside.ShouldBeNull($"broken at {point} of {total}");
                var titles = await TitlesAsync(index);
                (titles.SequenceEqual(Before) || titles.SequenceEqual(After)).ShouldBeTrue($"broken at {point} of {total}: {string.Join(", ", titles)}");
            }

            await PublishAsync(OptionsOf(folder), After);
            await using var mended = LuceneTalkIndex.OpenSound(OptionsOf(folder), mayPutAside: true, out var later);
            later.ShouldBeNull();
            (await TitlesAsync(mended)).ShouldBe(After, $"broken at {point} of {total}");
        }
    }

    [Fact]
    public async Task A_reindex_on_a_full_disk_fails_and_the_same_index_answers_on()
    {
        var folder = NewIndex();
        await PublishAsync(OptionsOf(folder), Before);
        await using var index = LuceneTalkIndex.Open(OptionsOf(folder) with { OpenDirectory = path => new FaultyDirectory(Unlocked(path), operations: 3) });

        await Should.ThrowAsync<IOException>(() => PublishAsync(index, After));

        (await TitlesAsync(index)).ShouldBe(Before);
    }

    private string NewIndex() => Path.Combine(_parent.FullName, $"index-{_number++}");

    private static async Task<int> OperationsOfAsync(string folder)
    {
        await PublishAsync(OptionsOf(folder), Before);
        FaultyDirectory? counted = null;
        await PublishAsync(OptionsOf(folder) with { OpenDirectory = path => counted = new FaultyDirectory(Unlocked(path), int.MaxValue) }, After);
        return counted!.Operations;
    }

    private static async Task<IReadOnlyCollection<string>> BreakAsync(string folder, int point)
    {
        FaultyDirectory? faulty = null;
        try
        {
            await PublishAsync(OptionsOf(folder) with { OpenDirectory = path => faulty = new FaultyDirectory(Unlocked(path), point) }, After);
        }
        catch (Exception e) when (faulty?.IsBroken == true && e is not OperationCanceledException)
        {
            // As it should be; where only merging broke, nothing is thrown.
        }

        return [.. faulty!.Unsynced];
    }

    private void Harm(string folder, IEnumerable<string> unsynced, string loss)
    {
        foreach (var path in unsynced.Select(name => Path.Combine(folder, name)).Where(File.Exists))
        {
            switch (loss)
            {
                case "dropped":
                    File.Delete(path);
                    break;
                case "emptied":
                    File.WriteAllBytes(path, []);
                    break;
                case "cut":
                    File.WriteAllBytes(path, File.ReadAllBytes(path)[.._random.Next((int)new FileInfo(path).Length + 1)]);
                    break;
                case "zeroed":
                    File.WriteAllBytes(path, new byte[new FileInfo(path).Length]);
                    break;
            }
        }
    }

    private static LuceneIndexOptions OptionsOf(string folder) => new() { Path = folder };

    // The one that "crashed" is still in this process, and must not keep the next one out.
    private static FSDirectory Unlocked(string path) => FSDirectory.Open(path, NoLockFactory.GetNoLockFactory());

    private static async Task PublishAsync(LuceneIndexOptions options, string[] titles)
    {
        await using var index = LuceneTalkIndex.Open(options);
        await PublishAsync(index, titles);
    }

    private static async Task PublishAsync(LuceneTalkIndex index, string[] titles)
    {
        await using var writer = await index.OpenWriterAsync(Cancel);
        foreach (var post in (await writer.ListFingerprintsAsync(Cancel)).Keys)
        {
            await writer.DeleteAsync(post, Cancel);
        }

        for (var i = 0; i < titles.Length; i++)
        {
            await writer.PutAsync(Sample.PostNamed($"{i}.md", Sample.Talk(titles[i])), Cancel);
        }

        await writer.CommitAsync(Cancel);
    }

    private static async Task<string[]> TitlesAsync(LuceneTalkIndex index) =>
        [.. (await index.Searcher.SearchAsync(new TalkQuery(), Cancel)).Hits.Select(hit => hit.Talk.Talk.Title)
            .OrderBy(title => Array.IndexOf([.. Before, .. After], title))];
}
