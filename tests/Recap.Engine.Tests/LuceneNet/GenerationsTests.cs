using Microsoft.Extensions.Time.Testing;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet;
using Recap.Engine.Querying;
using Recap.Engine.Tests.Conformance;

namespace Recap.Engine.Tests.LuceneNet;

/// <summary>The generations an index keeps, and what becomes of a damaged one.</summary>
public sealed class GenerationsTests : IDisposable
{
    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("recap-generations-");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 19, 9, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Folder => Path.Combine(_parent.FullName, "index");

    public void Dispose() => _parent.Delete(recursive: true);

    [Fact]
    public async Task The_last_two_generations_are_kept()
    {
        await using var index = Open();
        await PublishAsync(index, "Un", "Deux", "Trois", "Quatre");

        index.History.List().Select(generation => generation.Number).ShouldBe([4, 3]);
    }

    [Fact]
    public async Task Going_back_publishes_the_generation_before_under_the_next_number()
    {
        await using var index = Open();
        await PublishAsync(index, "Un", "Deux", "Trois");

        var restored = await index.History.RollBackAsync(Cancel);

        restored.Number.ShouldBe(4);
        restored.RestoredFrom.ShouldBe(2);
        index.Current.ShouldBe(restored);
        (await TitlesAsync(index)).ShouldBe(["Deux"]);
        index.History.List().Select(generation => generation.Number).ShouldBe([4, 3]);
    }

    [Fact]
    public async Task A_post_that_was_deleted_comes_back_for_readers_that_are_open()
    {
        await using var index = Open();
        await using var reader = Open();
        await using (var writer = await index.OpenWriterAsync(Cancel))
        {
            await writer.PutAsync(Sample.PostNamed("a.md", Sample.Talk("Un")), Cancel);
            await writer.PutAsync(Sample.PostNamed("b.md", Sample.Talk("Deux")), Cancel);
            await writer.CommitAsync(Cancel);
        }

        await using (var writer = await index.OpenWriterAsync(Cancel))
        {
            await writer.DeleteAsync(Sample.PostNamed("a.md").Key, Cancel);
            await writer.CommitAsync(Cancel);
        }

        _time.Advance(TimeSpan.FromSeconds(2));
        (await TitlesAsync(reader)).ShouldBe(["Deux"]);

        await index.History.RollBackAsync(Cancel);

        _time.Advance(TimeSpan.FromSeconds(2));
        (await TitlesAsync(index)).ShouldBe(["Un", "Deux"], ignoreOrder: true);
        (await TitlesAsync(reader)).ShouldBe(["Un", "Deux"], ignoreOrder: true);
    }

    [Fact]
    public async Task To_go_back_twice_is_to_take_it_back()
    {
        await using var index = Open();
        await PublishAsync(index, "Un", "Deux");

        await index.History.RollBackAsync(Cancel);
        await index.History.RollBackAsync(Cancel);

        (await TitlesAsync(index)).ShouldBe(["Deux"]);
        index.Current.Number.ShouldBe(4);
    }

    [Fact]
    public async Task A_reindex_goes_on_from_the_generation_gone_back_to()
    {
        await using var index = Open();
        await PublishAsync(index, "Un", "Deux");
        await index.History.RollBackAsync(Cancel);

        await PublishAsync(index, "Trois");

        (await TitlesAsync(index)).ShouldBe(["Trois"]);
        index.Current.Number.ShouldBe(4);
    }

    [Fact]
    public async Task Going_back_is_seen_by_other_processes_and_survives_reopening()
    {
        await using var index = Open();
        await using var reader = Open();
        await PublishAsync(index, "Un", "Deux");
        await index.History.RollBackAsync(Cancel);

        _time.Advance(TimeSpan.FromSeconds(2));

        (await TitlesAsync(reader)).ShouldBe(["Un"]);
        await using var again = Open();
        (await TitlesAsync(again)).ShouldBe(["Un"]);
    }

    [Fact]
    public async Task A_rebuild_with_another_glossary_can_be_taken_back()
    {
        await using (var old = Open("old"))
        {
            await PublishAsync(old, "Ancien");
        }

        await using var index = Open("new");
        await PublishAsync(index, "Nouveau");

        await index.History.RollBackAsync(Cancel);

        (await TitlesAsync(index)).ShouldBe(["Ancien"]);
        index.IsStale.ShouldBeTrue();
    }

    [Fact]
    public async Task Where_there_is_one_generation_only_there_is_nothing_to_go_back_to()
    {
        await using var index = Open();
        index.History.List().ShouldBeEmpty();
        await PublishAsync(index, "Un");

        await Should.ThrowAsync<NoEarlierGenerationException>(() => index.History.RollBackAsync(Cancel));
    }

    [Fact]
    public async Task Who_holds_the_index_is_said_to_the_next()
    {
        await using var one = Open();
        await using var other = Open();
        await using var writer = await one.OpenWriterAsync(Cancel);

        var error = await Should.ThrowAsync<IndexInUseException>(() => other.OpenWriterAsync(Cancel));

        error.Message.ShouldContain($"in use by process {Environment.ProcessId} on host {Environment.MachineName} since 2026-03-19 09:00:00 UTC");
    }

    [Fact]
    public async Task A_note_left_by_a_process_that_died_keeps_nobody_out()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, "write.holder"), "1\nelsewhere\n2020-01-01T00:00:00.0000000+00:00\n", Cancel);
        await File.WriteAllTextAsync(Path.Combine(Folder, "write.lock"), "", Cancel);
        await using var index = Open();

        await PublishAsync(index, "Un");

        (await TitlesAsync(index)).ShouldBe(["Un"]);
    }

    [Theory]
    [InlineData(Harm.Flip)]
    [InlineData(Harm.Cut)]
    [InlineData(Harm.Lose)]
    public async Task Where_the_last_generation_is_damaged_the_one_before_is_gone_back_to(Harm harm)
    {
        string[] before;
        await using (var index = Open())
        {
            await PublishAsync(index, "Un");
            before = FileNames();
            await PublishAsync(index, "Deux");
        }

        Do(harm, FileNames().Except(before).First(name => name.StartsWith('_') && name.EndsWith("cfs", StringComparison.Ordinal)));

        await using var mended = LuceneTalkIndex.OpenSound(Options(), mayPutAside: true, out var repair);

        repair!.WentBackTo!.Number.ShouldBe(1);
        repair.Damage.ShouldContain(".cfs");
        (await TitlesAsync(mended)).ShouldBe(["Un"]);
        await PublishAsync(mended, "Trois");
        (await TitlesAsync(mended)).ShouldBe(["Trois"]);
    }

    [Theory]
    [InlineData(Harm.Flip)]
    [InlineData(Harm.Cut)]
    [InlineData(Harm.Lose)]
    public async Task Where_no_generation_is_sound_the_folder_is_put_aside_and_the_index_empty(Harm harm)
    {
        await using (var index = Open())
        {
            await PublishAsync(index, "Un");
        }

        Do(harm, FileNames().First(name => name.EndsWith("cfs", StringComparison.Ordinal)));

        await using var mended = LuceneTalkIndex.OpenSound(Options(), mayPutAside: true, out var repair);

        repair!.PutAside.ShouldBe($"{Folder}.damaged-20260319T090000");
        Directory.Exists(repair.PutAside).ShouldBeTrue();
        mended.Current.Number.ShouldBe(0);
        await PublishAsync(mended, "Deux");
        (await TitlesAsync(mended)).ShouldBe(["Deux"]);
    }

    [Fact]
    public async Task Who_cannot_build_it_anew_does_not_put_it_aside()
    {
        await using (var index = Open())
        {
            await PublishAsync(index, "Un");
        }

        Do(Harm.Flip, FileNames().First(name => name.EndsWith("cfs", StringComparison.Ordinal)));

        Should.Throw<IndexUnusableException>(() => LuceneTalkIndex.OpenSound(Options(), mayPutAside: false, out _)).Message.ShouldContain("Reindex");
        Directory.Exists(Folder).ShouldBeTrue();
    }

    [Fact]
    public async Task A_list_of_segments_that_was_cut_short_is_as_if_it_had_not_been()
    {
        await using (var index = Open())
        {
            await PublishAsync(index, "Un", "Deux");
        }

        Do(Harm.Cut, FileNames().Where(name => name.StartsWith("segments_", StringComparison.Ordinal)).MaxBy(name => name.Length * 1000 + name[^1])!);

        await using var mended = LuceneTalkIndex.OpenSound(Options(), mayPutAside: true, out var repair);

        repair!.WentBackTo!.Number.ShouldBe(1);
        (await TitlesAsync(mended)).ShouldBe(["Un"]);
    }

    [Fact]
    public async Task A_sound_index_and_a_missing_one_are_left_alone()
    {
        await using (var missing = LuceneTalkIndex.OpenSound(Options(), mayPutAside: true, out var nothing))
        {
            nothing.ShouldBeNull();
            await PublishAsync(missing, "Un", "Deux");
        }

        await using var index = LuceneTalkIndex.OpenSound(Options(), mayPutAside: true, out var repair);

        repair.ShouldBeNull();
        index.Current.Number.ShouldBe(2);
    }

    [Fact]
    public async Task An_index_that_is_being_written_is_not_taken_for_damaged()
    {
        await using var one = Open();
        await PublishAsync(one, "Un");
        await using var writer = await one.OpenWriterAsync(Cancel);
        await writer.PutAsync(Sample.PostNamed("a.md", Sample.Talk("Deux")), Cancel);

        await using var reader = LuceneTalkIndex.OpenSound(Options(), mayPutAside: true, out var repair);

        repair.ShouldBeNull();
        (await TitlesAsync(reader)).ShouldBe(["Un"]);
    }

    /// <summary>What a disk does to a file.</summary>
    public enum Harm
    {
        Flip,
        Cut,
        Lose,
    }

    private static async Task PublishAsync(LuceneTalkIndex index, params string[] titles)
    {
        foreach (var title in titles)
        {
            await using var writer = await index.OpenWriterAsync(Cancel);
            await writer.PutAsync(Sample.PostNamed("a.md", Sample.Talk(title)), Cancel);
            await writer.CommitAsync(Cancel);
        }
    }

    private static async Task<string[]> TitlesAsync(LuceneTalkIndex index) =>
        [.. (await index.Searcher.SearchAsync(new TalkQuery(), Cancel)).Hits.Select(hit => hit.Talk.Talk.Title)];

    private string[] FileNames() => [.. Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private void Do(Harm harm, string name)
    {
        var path = Path.Combine(Folder, name);
        switch (harm)
        {
            case Harm.Lose:
                File.Delete(path);
                break;
            case Harm.Cut:
                using (var stream = File.OpenWrite(path))
                {
                    stream.SetLength(stream.Length / 2);
                }

                break;
            default:
                var bytes = File.ReadAllBytes(path);
                bytes[bytes.Length / 2] ^= 0x10;
                File.WriteAllBytes(path, bytes);
                break;
        }
    }

    private LuceneTalkIndex Open(string fingerprint = "") => LuceneTalkIndex.Open(Options(fingerprint));

    private LuceneIndexOptions Options(string fingerprint = "") => new() { Path = Folder, TimeProvider = _time, Fingerprint = fingerprint };
}
