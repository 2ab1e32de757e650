using Recap.Engine.Indexing;
using Recap.Engine.Tests.Conformance;
using static Recap.Engine.Tests.LuceneNet.IndexOnDisk;

namespace Recap.Engine.Tests.LuceneNet;

/// <summary>The generations an index keeps.</summary>
public sealed class GenerationsTests : IDisposable
{
    private readonly IndexOnDisk _disk = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Folder => _disk.Folder;

    public void Dispose() => _disk.Dispose();

    [Fact]
    public async Task The_last_two_generations_are_kept()
    {
        await using var index = _disk.Open();
        await PublishAsync(index, "Un", "Deux", "Trois", "Quatre");

        index.History.List().Select(generation => generation.Number).ShouldBe([4, 3]);
    }

    [Fact]
    public async Task Going_back_publishes_the_generation_before_under_the_next_number()
    {
        await using var index = _disk.Open();
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
        await using var index = _disk.Open();
        await using var reader = _disk.Open();
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

        _disk.Time.Advance(TimeSpan.FromSeconds(2));
        (await TitlesAsync(reader)).ShouldBe(["Deux"]);

        await index.History.RollBackAsync(Cancel);

        _disk.Time.Advance(TimeSpan.FromSeconds(2));
        (await TitlesAsync(index)).ShouldBe(["Un", "Deux"], ignoreOrder: true);
        (await TitlesAsync(reader)).ShouldBe(["Un", "Deux"], ignoreOrder: true);
    }

    [Fact]
    public async Task To_go_back_twice_is_to_take_it_back()
    {
        await using var index = _disk.Open();
        await PublishAsync(index, "Un", "Deux");

        await index.History.RollBackAsync(Cancel);
        await index.History.RollBackAsync(Cancel);

        (await TitlesAsync(index)).ShouldBe(["Deux"]);
        index.Current.Number.ShouldBe(4);
    }

    [Fact]
    public async Task A_reindex_goes_on_from_the_generation_gone_back_to()
    {
        await using var index = _disk.Open();
        await PublishAsync(index, "Un", "Deux");
        await index.History.RollBackAsync(Cancel);

        await PublishAsync(index, "Trois");

        (await TitlesAsync(index)).ShouldBe(["Trois"]);
        index.Current.Number.ShouldBe(4);
    }

    [Fact]
    public async Task Going_back_is_seen_by_other_processes_and_survives_reopening()
    {
        await using var index = _disk.Open();
        await using var reader = _disk.Open();
        await PublishAsync(index, "Un", "Deux");
        await index.History.RollBackAsync(Cancel);

        _disk.Time.Advance(TimeSpan.FromSeconds(2));

        (await TitlesAsync(reader)).ShouldBe(["Un"]);
        await using var again = _disk.Open();
        (await TitlesAsync(again)).ShouldBe(["Un"]);
    }

    [Fact]
    public async Task A_rebuild_with_another_glossary_can_be_taken_back()
    {
        await using (var old = _disk.Open("old"))
        {
            await PublishAsync(old, "Ancien");
        }

        await using var index = _disk.Open("new");
        await PublishAsync(index, "Nouveau");

        await index.History.RollBackAsync(Cancel);

        (await TitlesAsync(index)).ShouldBe(["Ancien"]);
        index.IsStale.ShouldBeTrue();
    }

    [Fact]
    public async Task Where_there_is_one_generation_only_there_is_nothing_to_go_back_to()
    {
        await using var index = _disk.Open();
        index.History.List().ShouldBeEmpty();
        await PublishAsync(index, "Un");

        await Should.ThrowAsync<NoEarlierGenerationException>(() => index.History.RollBackAsync(Cancel));
    }

    [Fact]
    public async Task Who_holds_the_index_is_said_to_the_next()
    {
        await using var one = _disk.Open();
        await using var other = _disk.Open();
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
        await using var index = _disk.Open();

        await PublishAsync(index, "Un");

        (await TitlesAsync(index)).ShouldBe(["Un"]);
    }
}
