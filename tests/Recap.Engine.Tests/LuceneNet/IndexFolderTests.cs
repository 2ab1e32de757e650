using Lucene.Net.Store;
using Microsoft.Extensions.Time.Testing;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet;
using Recap.Engine.Querying;
using Recap.Engine.Tests.Conformance;
using Recap.Engine.Tests.LuceneNet.Faults;
using Directory = System.IO.Directory;

namespace Recap.Engine.Tests.LuceneNet;

/// <summary>What an index folder survives and what it refuses.</summary>
public sealed class IndexFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recap-index-");
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_committed_is_there_after_reopening()
    {
        Generation committed;
        await using (var index = Open())
        {
            committed = await PutAsync(index, Sample.PostNamed("a.md", Sample.Talk("Un")));
        }

        await using var again = Open();

        again.Current.ShouldBe(committed);
        (await TitlesAsync(again)).ShouldBe(["Un"]);
    }

    [Fact]
    public async Task A_page_token_outlives_the_process()
    {
        string token;
        var query = new TalkQuery { PageSize = 2 };
        await using (var index = Open())
        {
            await PutAsync(index, Sample.Post([.. Sample.Numbered(3, "texte")]));
            token = (await index.Searcher.SearchAsync(query, Cancel)).NextPageToken!;
        }

        await using var again = Open();

        (await again.Searcher.SearchAsync(query with { PageToken = token }, Cancel)).Hits.Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_commit_of_another_process_is_seen_after_the_refresh_interval()
    {
        await using var reader = Open();
        await using var writer = Open();
        await PutAsync(writer, Sample.PostNamed("a.md", Sample.Talk("Un")));
        await PutAsync(writer, Sample.PostNamed("b.md", Sample.Talk("Deux")));

        _time.Advance(TimeSpan.FromSeconds(2));

        (await TitlesAsync(reader)).ShouldBe(["Deux", "Un"]);
        reader.Current.Number.ShouldBe(2);
    }

    [Fact]
    public async Task Another_process_that_writes_keeps_the_second_out()
    {
        await using var one = Open();
        await using var other = Open();
        await using var writer = await one.OpenWriterAsync(Cancel);

        var error = await Should.ThrowAsync<IndexInUseException>(() => other.OpenWriterAsync(Cancel));

        error.Message.ShouldContain(_folder.FullName);
    }

    [Fact]
    public async Task A_disk_that_can_only_be_read_is_not_taken_for_another_process()
    {
        await using var index = LuceneTalkIndex.Open(new LuceneIndexOptions { Path = _folder.FullName, OpenDirectory = path => new ReadOnlyDisk(FSDirectory.Open(path)) });

        var error = await Should.ThrowAsync<IndexUnusableException>(() => index.OpenWriterAsync(Cancel));

        error.Message.ShouldContain("may not be written: Read-only file system");
    }

    [Fact]
    public async Task A_reindex_that_finds_nothing_to_write_makes_no_file()
    {
        await using var index = Open();
        await PutAsync(index, Sample.PostNamed("a.md", Sample.Talk("Un")));
        var before = Files();

        await using (var writer = await index.OpenWriterAsync(Cancel))
        {
            (await writer.ListFingerprintsAsync(Cancel)).Count.ShouldBe(1);
            (await writer.CommitAsync(Cancel)).ShouldBe(index.Current);
        }

        Files().ShouldBe(before);
    }

    [Fact]
    public async Task An_index_built_with_something_else_is_rebuilt_and_keeps_posts_that_could_not_be_read_again()
    {
        await using (var old = Open("old glossary"))
        {
            await PutAsync(
                old,
                Sample.PostNamed("changed.md", Sample.Talk("Ancien", id: "talks/1")),
                Sample.PostNamed("gone.md", Sample.Talk("Disparu", id: "talks/2")),
                Sample.PostNamed("unreadable.md", Sample.Talk("Gardé", id: "talks/3"), Sample.Talk("Gardé aussi", id: "talks/4")));
        }

        await using var index = Open("new glossary");
        index.IsStale.ShouldBeTrue();
        await using (var writer = await index.OpenWriterAsync(Cancel))
        {
            var known = await writer.ListFingerprintsAsync(Cancel);
            known.Count.ShouldBe(3);
            known.Values.ShouldAllBe(fingerprint => fingerprint.Length == 0, "every post looks changed");
            await writer.PutAsync(Sample.PostNamed("changed.md", Sample.Talk("Nouveau", id: "talks/1")), Cancel);
            await writer.DeleteAsync(new PostKey(Sample.Source, "gone.md"), Cancel);
            (await TitlesAsync(index)).ShouldBe(["Ancien", "Disparu", "Gardé", "Gardé aussi"], "readers see the old generation until the switch");
            await writer.CommitAsync(Cancel);
        }

        index.IsStale.ShouldBeFalse();
        index.Current.Posts.ShouldBe(2);
        (await TitlesAsync(index)).ShouldBe(["Nouveau", "Gardé", "Gardé aussi"]);
    }

    private string[] Files() => [.. _folder.EnumerateFiles().Select(file => $"{file.Name} {file.Length} {file.LastWriteTimeUtc:O}").Order(StringComparer.Ordinal)];

    [Fact]
    public void A_missing_index_is_empty_for_writers_and_an_error_for_those_who_only_read()
    {
        var path = Path.Combine(_folder.FullName, "none");

        LuceneTalkIndex.Open(new LuceneIndexOptions { Path = path }).Current.Number.ShouldBe(0);
        Should.Throw<IndexUnusableException>(() => LuceneTalkIndex.Open(new LuceneIndexOptions { Path = path, MustExist = true }))
            .Message.ShouldContain("reindex");
        Directory.Exists(path).ShouldBeFalse("opening writes nothing");
    }

    [Fact]
    public async Task A_first_reindex_makes_the_folder()
    {
        var path = Path.Combine(_folder.FullName, "deep", "index");
        await using var index = LuceneTalkIndex.Open(new LuceneIndexOptions { Path = path });

        (await PutAsync(index, Sample.PostNamed("a.md", Sample.Talk("Un")))).Number.ShouldBe(1);
    }

    [Fact]
    public void A_folder_of_other_files_is_refused()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "thesis.txt"), "years of work");

        Should.Throw<IndexUnusableException>(() => Open()).Message.ShouldContain("thesis.txt");
    }

    [Fact]
    public void A_file_is_refused()
    {
        var path = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(path, "");

        Should.Throw<IndexUnusableException>(() => LuceneTalkIndex.Open(new LuceneIndexOptions { Path = path }));
    }

    [Theory]
    [InlineData("segments_*", 0)]
    [InlineData("segments_*", 20)]
    [InlineData("_*", 0)]
    [InlineData("_*", 100)]
    public async Task A_truncated_index_is_unusable_and_says_what_to_do(string files, int length)
    {
        await using (var index = Open())
        {
            await PutAsync(index, Sample.Post([.. Sample.Numbered(20, "texte")]));
        }

        foreach (var file in _folder.EnumerateFiles(files))
        {
            await using var stream = file.OpenWrite();
            stream.SetLength(length);
        }

        Should.Throw<IndexUnusableException>(() => Open()).Message.ShouldContain("reindex");
    }

    [Fact]
    public async Task Lost_files_make_an_index_unusable()
    {
        await using (var index = Open())
        {
            await PutAsync(index, Sample.PostNamed("a.md", Sample.Talk("Un")));
        }

        foreach (var file in _folder.EnumerateFiles("_*"))
        {
            file.Delete();
        }

        Should.Throw<IndexUnusableException>(() => Open());
    }

    [Fact]
    public async Task Files_of_a_reindex_that_died_are_no_harm()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "write.lock"), "", Cancel);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "_0.fdt"), "half", Cancel);
        await using var index = Open();

        (await PutAsync(index, Sample.PostNamed("a.md", Sample.Talk("Un")))).Talks.ShouldBe(1);
    }

    private static async Task<Generation> PutAsync(LuceneTalkIndex index, params IndexedPost[] posts)
    {
        await using var writer = await index.OpenWriterAsync(Cancel);
        foreach (var post in posts)
        {
            await writer.PutAsync(post, Cancel);
        }

        return await writer.CommitAsync(Cancel);
    }

    private static async Task<string[]> TitlesAsync(LuceneTalkIndex index) =>
        [.. (await index.Searcher.SearchAsync(new TalkQuery(), Cancel)).Hits.Select(hit => hit.Talk.Talk.Title)];

    private LuceneTalkIndex Open(string fingerprint = "") =>
        LuceneTalkIndex.Open(new LuceneIndexOptions { Path = _folder.FullName, TimeProvider = _time, Fingerprint = fingerprint });
}
