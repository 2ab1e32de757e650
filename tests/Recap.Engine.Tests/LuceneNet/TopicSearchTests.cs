using System.Collections.Immutable;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet;
using Recap.Engine.Querying;
using Recap.Engine.Tests.Conformance;
using Recap.Talks;

namespace Recap.Engine.Tests.LuceneNet;

/// <summary>Talks that answer by what they are about.</summary>
public sealed class TopicSearchTests : IAsyncLifetime
{
    private readonly LuceneTalkIndex _index = LuceneTalkIndex.Open(new LuceneIndexOptions { Topics = new Watts() });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var writer = await _index.OpenWriterAsync(Stop);
        await writer.PutAsync(
            Sample.Post(
                Sample.Talk("Kepler", "On mesure.").Scored("greenops", 0.9f),
                Sample.Talk("La courbe", "Les serveurs chauffent.").Scored("greenops", 0.8f),
                Sample.Talk("Les serveurs", "Les serveurs tournent."),
                Sample.Talk("Le code", "On relit.").Scored("greenops", 0.3f)),
            Stop);
        await writer.CommitAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _index.DisposeAsync();
    }

    [Theory]
    [InlineData("électricité que consomment les serveurs", "La courbe|Les serveurs|Kepler")]
    [InlineData("serveurs", "Les serveurs|La courbe")]
    [InlineData("électricité que consomment les serveurs -courbe", "Les serveurs|Kepler")]
    public async Task A_described_idea_finds_talks_about_it_that_use_other_words(string query, string titles)
    {
        var page = await _index.Searcher.SearchAsync(new TalkQuery { Text = query }, Stop);

        page.Hits.Select(hit => hit.Talk.Talk.Title).ShouldBe(titles.Split('|'), ignoreOrder: true);
    }

    [Fact]
    public async Task What_agreement_brought_is_part_of_the_explanation_that_adds_up()
    {
        var page = await _index.Searcher.SearchAsync(new TalkQuery { Text = "électricité que consomment les serveurs", Explain = true }, Stop);

        foreach (var hit in page.Hits)
        {
            var because = hit.Explanation.ShouldNotBeNull();
            var words = (because.Reasons.Sum(reason => reason.Score) + because.Closeness) * because.Coverage;
            ((words + because.Agreement) * because.Notes * because.Recency).ShouldBe(hit.Score, 1e-4);
        }

        page.Hits.Single(hit => hit.Talk.Talk.Title == "Kepler").Explanation.ShouldNotBeNull().Topics.ShouldBe(["greenops"]);
    }

    /// <summary>Knows one idea by one of its words.</summary>
    private sealed class Watts : ITopicScorer
    {
        public string Fingerprint => "watts";

        public ImmutableSortedDictionary<string, float> Score(Talk talk) => talk.Title.Contains("électricité", StringComparison.Ordinal)
            ? ImmutableSortedDictionary<string, float>.Empty.Add("greenops", 0.95f)
            : ImmutableSortedDictionary<string, float>.Empty;
    }
}
