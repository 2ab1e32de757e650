using Recap.Engine.Evaluating;
using Recap.Engine.Evaluating.Tuning;
using Recap.Engine.LuceneNet;
using Recap.Engine.Querying;
using Recap.Engine.Tests.Conformance;

namespace Recap.Engine.Tests.Evaluating;

/// <summary>Weights learned from judged queries.</summary>
public sealed class SearchTunerTests
{
    private static readonly string[] Words = ["keda", "cilium", "falco", "istio"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_weight_that_hides_the_right_answer_is_put_right_and_what_it_is_worth_is_measured_on_queries_held_back()
    {
        await using var index = await IndexAsync();
        var start = RankingOptions.Default with { Title = new FieldRanking(1.2f, 0.3f) };

        var report = await TunerOver(index).TuneAsync(start, Stop);

        report.Before.ShouldBeLessThan(0.9);
        report.Fitted.ShouldBe(1, 1e-6);
        report.HeldBack.ShouldBe(1, 1e-6);
        report.Weights.Title.Weight.ShouldBeGreaterThan(start.Title.Weight);
    }

    [Fact]
    public async Task Weights_stay_as_they_are_where_nothing_is_to_be_gained()
    {
        await using var index = await IndexAsync();

        (await TunerOver(index).TuneAsync(RankingOptions.Default, Stop)).Weights.ShouldBe(RankingOptions.Default);
    }

    [Fact]
    public void Weights_written_are_read_again() => RankingOptions.Parse(RankingOptions.Default.ToJson()).ShouldBe(RankingOptions.Default);

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("weights")]
    public void What_are_no_weights_is_refused(string json) => Should.Throw<FormatException>(() => RankingOptions.Parse(json));

    private static SearchTuner TunerOver(LuceneTalkIndex index)
    {
        return new SearchTuner(
            index.SearcherWith,
            [.. Words.Select(word => new JudgedQuery(word, "name", word))],
            Judgments.Parse("qrels.tsv", "qid\ttalk\tgrade\n" + string.Join('\n', Words.Select(word => $"{word}\t{Sample.IdOf($"Voici {word}")}\t3"))));
    }

    private static async Task<LuceneTalkIndex> IndexAsync()
    {
        var index = LuceneTalkIndex.Open(new LuceneIndexOptions());
        await using var writer = await index.OpenWriterAsync(Stop);
        await writer.PutAsync(
            Sample.Post([.. Words.SelectMany(word => new[] { Sample.Talk($"Voici {word}", "Un récit."), Sample.Talk($"Autre {word.Length} {word[0]}{word[1]}", $"Un {word}, deux {word}.") })]),
            Stop);
        await writer.CommitAsync(Stop);
        return index;
    }
}
