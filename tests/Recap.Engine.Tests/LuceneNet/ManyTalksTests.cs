using Recap.Engine.LuceneNet;
using Recap.Engine.Querying;
using Recap.Engine.Tests.Conformance;

namespace Recap.Engine.Tests.LuceneNet;

/// <summary>More talks than are scored at a time, in two generations.</summary>
public sealed class ManyTalksTests : IAsyncLifetime
{
    private const int Talks = 5_000;
    private const int Third = 3;

    private readonly LuceneTalkIndex _index = LuceneTalkIndex.Open(new LuceneIndexOptions());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await PutAsync("tous", Enumerable.Range(0, Talks));

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _index.DisposeAsync();
    }

    [Fact]
    public async Task All_that_answer_are_found_and_counted()
    {
        var page = await SearchAsync("troisième");

        page.Total.Value.ShouldBe((Talks + Third - 1) / Third);
        page.Facets[0].Values.ShouldHaveSingleItem().Count.ShouldBe(page.Total.Value);
        page.Hits.ShouldAllBe(hit => hit.Talk.Talk.Text.Contains("troisième"));
    }

    [Fact]
    public async Task What_was_kept_of_a_word_is_that_of_its_generation()
    {
        var before = (await SearchAsync("troisième")).Total.Value;

        await PutAsync("tous", Enumerable.Range(0, Talks / 2));

        (await SearchAsync("troisième")).Total.Value.ShouldBe(((Talks / 2) + Third - 1) / Third);
        before.ShouldBe((Talks + Third - 1) / Third);
    }

    private Task<TalkPage> SearchAsync(string text) =>
        _index.Searcher.SearchAsync(new TalkQuery { Text = text, Facets = [TalkFacet.Language] }, Stop);

    private async Task PutAsync(string path, IEnumerable<int> numbers)
    {
        await using var writer = await _index.OpenWriterAsync(Stop);
        var talks = numbers.Select(number => Sample.Talk($"Sujet {number}", number % Third == 0 ? "Un troisième propos." : "Un propos."));
        await writer.PutAsync(Sample.PostNamed(path, [.. talks]), Stop);
        await writer.CommitAsync(Stop);
    }
}
