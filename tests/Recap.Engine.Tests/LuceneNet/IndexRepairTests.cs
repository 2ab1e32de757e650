using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet;
using Recap.Engine.Tests.Conformance;
using static Recap.Engine.Tests.LuceneNet.IndexOnDisk;

namespace Recap.Engine.Tests.LuceneNet;

/// <summary>What becomes of a damaged index.</summary>
public sealed class IndexRepairTests : IDisposable
{
    private readonly IndexOnDisk _disk = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Folder => _disk.Folder;

    public void Dispose() => _disk.Dispose();

    [Theory]
    [InlineData(Harm.Flip)]
    [InlineData(Harm.Cut)]
    [InlineData(Harm.Lose)]
    public async Task Where_the_last_generation_is_damaged_the_one_before_is_gone_back_to(Harm harm)
    {
        string[] before;
        await using (var index = _disk.Open())
        {
            await PublishAsync(index, "Un");
            before = FileNames();
            await PublishAsync(index, "Deux");
        }

        Do(harm, FileNames().Except(before).First(name => name.StartsWith('_') && name.EndsWith("cfs", StringComparison.Ordinal)));

        await using var mended = LuceneTalkIndex.OpenSound(_disk.Options(), mayPutAside: true, out var repair);

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
        await using (var index = _disk.Open())
        {
            await PublishAsync(index, "Un");
        }

        Do(harm, FileNames().First(name => name.EndsWith("cfs", StringComparison.Ordinal)));

        await using var mended = LuceneTalkIndex.OpenSound(_disk.Options(), mayPutAside: true, out var repair);

        repair!.PutAside.ShouldBe($"{Folder}.damaged-20260319T090000");
        Directory.Exists(repair.PutAside).ShouldBeTrue();
        mended.Current.Number.ShouldBe(0);
        await PublishAsync(mended, "Deux");
        (await TitlesAsync(mended)).ShouldBe(["Deux"]);
    }

    [Fact]
    public async Task Who_cannot_build_it_anew_does_not_put_it_aside()
    {
        await using (var index = _disk.Open())
        {
            await PublishAsync(index, "Un");
        }

        Do(Harm.Flip, FileNames().First(name => name.EndsWith("cfs", StringComparison.Ordinal)));

        Should.Throw<IndexUnusableException>(() => LuceneTalkIndex.OpenSound(_disk.Options(), mayPutAside: false, out _)).Message.ShouldContain("Reindex");
        Directory.Exists(Folder).ShouldBeTrue();
    }

    [Fact]
    public async Task Who_only_reads_is_told_of_damage_and_changes_nothing()
    {
        await using (var index = _disk.Open())
        {
            await PublishAsync(index, "Un", "Deux");
        }

        Do(Harm.Lose, "_1.cfs");
        var before = FileNames();

        await using var read = LuceneTalkIndex.OpenAsItIs(_disk.Options(), out var damage);

        damage.ShouldNotBeNull().ShouldContain("_1.cfs");
        (await TitlesAsync(read)).ShouldBe(["Un"], "the generation before is sound");
        FileNames().ShouldBe(before);
    }

    [Fact]
    public async Task Wherever_a_byte_rots_nobody_reads_on_unaware()
    {
        await using (var index = _disk.Open())
        {
            await PublishAsync(index, "Un", "Deux");
        }

        var path = Path.Combine(Folder, "_1.cfs");
        var sound = await File.ReadAllBytesAsync(path, Cancel);
        var refused = 0;
        for (var at = 0; at < sound.Length; at += 61)
        {
            byte[] rotten = [.. sound];
            rotten[at] ^= 0x10;
            await File.WriteAllBytesAsync(path, rotten, Cancel);
            try
            {
                await using var read = LuceneTalkIndex.OpenAsItIs(_disk.Options(), out var damage);
                damage.ShouldNotBeNull($"byte {at}");
                read.Current.Number.ShouldBe(1, $"byte {at}");
            }
            catch (IndexUnusableException)
            {
                refused++;
            }
        }

        refused.ShouldBePositive("some of it can be opened, and its answers may be anything");
    }

    [Fact]
    public async Task Who_serves_while_an_index_is_taken_away_answers_on_and_says_so_when_it_is_to_write()
    {
        await using var serving = _disk.Open();
        await PublishAsync(serving, "Un");
        Directory.Move(Folder, $"{Folder}.away");
        _disk.Time.Advance(TimeSpan.FromSeconds(2));

        (await TitlesAsync(serving)).ShouldBe(["Un"]);
        (await Should.ThrowAsync<IndexUnusableException>(() => serving.OpenWriterAsync(Cancel))).Message.ShouldContain("taken away");
    }

    [Fact]
    public async Task Who_serves_while_an_index_is_built_anew_elsewhere_answers_from_the_new_one()
    {
        await using var serving = _disk.Open();
        await PublishAsync(serving, "Un", "Deux");
        Directory.Move(Folder, $"{Folder}.away");
        await using (var other = _disk.Open())
        {
            // Its segments have the names that those of the old one had.
            await PublishAsync(other, "Trois", "Quatre", "Cinq");
        }

        _disk.Time.Advance(TimeSpan.FromSeconds(2));

        (await TitlesAsync(serving)).ShouldBe(["Cinq"]);
    }

    [Fact]
    public async Task A_damaged_generation_is_not_gone_back_to()
    {
        await using var index = _disk.Open();
        await PublishAsync(index, "Un", "Deux");
        Do(Harm.Flip, "_0.cfs");

        (await Should.ThrowAsync<IndexUnusableException>(() => index.History.RollBackAsync(Cancel))).Message.ShouldContain("_0.cfs");

        (await TitlesAsync(index)).ShouldBe(["Deux"]);
    }

    [Fact]
    public async Task A_list_of_segments_that_was_cut_short_is_as_if_it_had_not_been()
    {
        await using (var index = _disk.Open())
        {
            await PublishAsync(index, "Un", "Deux");
        }

        Do(Harm.Cut, FileNames().Where(name => name.StartsWith("segments_", StringComparison.Ordinal)).MaxBy(name => name.Length * 1000 + name[^1])!);

        await using var mended = LuceneTalkIndex.OpenSound(_disk.Options(), mayPutAside: true, out var repair);

        repair!.WentBackTo!.Number.ShouldBe(1);
        (await TitlesAsync(mended)).ShouldBe(["Un"]);
    }

    [Fact]
    public async Task A_sound_index_and_a_missing_one_are_left_alone()
    {
        await using (var missing = LuceneTalkIndex.OpenSound(_disk.Options(), mayPutAside: true, out var nothing))
        {
            nothing.ShouldBeNull();
            await PublishAsync(missing, "Un", "Deux");
        }

        await using var index = LuceneTalkIndex.OpenSound(_disk.Options(), mayPutAside: true, out var repair);

        repair.ShouldBeNull();
        index.Current.Number.ShouldBe(2);
    }

    [Fact]
    public async Task An_index_that_is_being_written_is_not_taken_for_damaged()
    {
        await using var one = _disk.Open();
        await PublishAsync(one, "Un");
        await using var writer = await one.OpenWriterAsync(Cancel);
        await writer.PutAsync(Sample.PostNamed("a.md", Sample.Talk("Deux")), Cancel);

        await using var reader = LuceneTalkIndex.OpenSound(_disk.Options(), mayPutAside: true, out var repair);

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
}
