using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet;
using Recap.Engine.Querying;
using Recap.Engine.Tests.Conformance;

namespace Recap.Engine.Tests.LuceneNet;

/// <summary>Talks that answer by what they mean, where somebody brought a sentence model.</summary>
public sealed class MeaningSearchTests : IAsyncLifetime
{
    private const string Idea = "moins de watts aux machines";

    private readonly Embedder _embedder = new("a");
    private readonly LuceneTalkIndex _index;

    public MeaningSearchTests() => _index = LuceneTalkIndex.Open(new LuceneIndexOptions { Sentences = _embedder });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await FillAsync(_index);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _index.DisposeAsync();
    }

    [Fact]
    public async Task A_described_idea_finds_talks_that_mean_alike_in_other_words() =>
        (await TitlesAsync(_index, Idea)).ShouldBe(["Machines", "Kepler"], "one by a word, one by its meaning");

    [Fact]
    public async Task A_name_is_not_compared_by_meaning()
    {
        (await TitlesAsync(_index, "watts")).ShouldBeEmpty();
        _embedder.Queries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Quoted_words_filters_and_exclusions_are_no_part_of_what_is_meant()
    {
        await TitlesAsync(_index, $"{Idea} -java speaker:anne \"à chaud\"");

        _embedder.Queries.ShouldBe([Idea]);
    }

    [Fact]
    public async Task What_meaning_brought_is_part_of_the_explanation_that_adds_up()
    {
        var page = await _index.Searcher.SearchAsync(new TalkQuery { Text = Idea, Explain = true }, Stop);

        foreach (var hit in page.Hits)
        {
            var because = hit.Explanation.ShouldNotBeNull();
            var words = (because.Reasons.Sum(reason => reason.Score) + because.Closeness) * because.Coverage;
            ((words + because.Agreement + because.Meaning) * because.Notes * because.Recency).ShouldBe(hit.Score, 1e-4);
        }

        page.Hits.Single(hit => hit.Talk.Talk.Title == "Kepler").Explanation.ShouldNotBeNull().Meaning.ShouldBePositive();
    }

    [Fact]
    public async Task Deleted_talks_neither_answer_nor_count()
    {
        await using (var writer = await _index.OpenWriterAsync(Stop))
        {
            await writer.DeleteAsync(new PostKey(Sample.Source, "posts/kepler.md"), Stop);
            await writer.CommitAsync(Stop);
        }

        (await TitlesAsync(_index, Idea)).ShouldBe(["Machines"]);
    }

    [Fact]
    public async Task Talks_of_another_model_are_not_compared_until_they_are_read_again()
    {
        var folder = Directory.CreateTempSubdirectory("recap-meaning-");
        try
        {
            await using (var first = LuceneTalkIndex.Open(new LuceneIndexOptions { Path = folder.FullName, Sentences = new Embedder("first") }))
            {
                await FillAsync(first);
            }

            await using var second = LuceneTalkIndex.Open(new LuceneIndexOptions { Path = folder.FullName, Sentences = new Embedder("second") });
            second.IsStale.ShouldBeTrue();
            (await TitlesAsync(second, Idea)).ShouldBe(["Machines"]);

            // A post that is not there again is embedded anew from what was stored.
            await using (var writer = await second.OpenWriterAsync(Stop))
            {
                await writer.CommitAsync(Stop);
            }

            (await TitlesAsync(second, Idea)).ShouldBe(["Machines", "Kepler"]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task FillAsync(LuceneTalkIndex index)
    {
        await using var writer = await index.OpenWriterAsync(Stop);
        await writer.PutAsync(Sample.PostNamed("posts/kepler.md", Sample.Talk("Kepler", "On mesure.", post: "posts/kepler.md")), Stop);
        await writer.PutAsync(
            Sample.Post([Sample.Talk("Machines", "Elles tournent."), .. Enumerable.Range(1, 40).Select(i => Sample.Talk($"Sujet {i}", $"Texte {i}."))]), Stop);
        await writer.CommitAsync(Stop);
    }

    private static async Task<IEnumerable<string>> TitlesAsync(LuceneTalkIndex index, string query) =>
        (await index.Searcher.SearchAsync(new TalkQuery { Text = query }, Stop)).Hits.Select(hit => hit.Talk.Talk.Title);

    /// <summary>Knows that watts and Kepler are one matter; whatever else is told lies elsewhere, each text a little otherwise.</summary>
    private sealed class Embedder(string fingerprint) : ISentenceEmbedder
    {
        public string Fingerprint => fingerprint;

        public List<string> Queries { get; } = [];

        public float[] EmbedQuery(string query)
        {
            Queries.Add(query);
            return Of(query);
        }

        public float[] EmbedTalk(string title, string text) => Of(title);

        private static float[] Of(string text)
        {
            var isEnergy = text.Contains("watts", StringComparison.Ordinal) || text == "Kepler";
            var angle = (isEnergy ? 0 : MathF.PI / 2) + (text.Length % 5 / 50f);
            return [MathF.Cos(angle), MathF.Sin(angle)];
        }
    }
}
