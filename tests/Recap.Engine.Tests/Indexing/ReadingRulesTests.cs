using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using Recap.Engine.Indexing;
using Recap.Talks;

namespace Recap.Engine.Tests.Indexing;

/// <summary>What makes posts be read again though their files are as they were.</summary>
public sealed class ReadingRulesTests : IAsyncDisposable
{
    private readonly SiteOnDisk _site = new();
    private readonly LedgerIndex _index = new();
    private ReadingRules _rules = new() { Glossary = Glossary.Empty };

    public ValueTask DisposeAsync()
    {
        _site.Dispose();
        return _index.DisposeAsync();
    }

    [Fact]
    public async Task A_change_of_the_sites_settings_reads_its_posts_again_and_no_others()
    {
        _site.Tell("hugo/content/a.md", "Kepler en vrai").Write("hugo/hugo.toml", "baseURL = \"https://one.example/\"").Tell("b.md", "KEDA sans peine");
        await ReindexAsync();
        _site.Write("hugo/hugo.toml", "baseURL = \"https://two.example/\"");

        var report = await ReindexAsync();

        report.Sources.Single().Changed.ShouldBe(["hugo/content/a.md"]);
        _index.Posts.Values.SelectMany(post => post.Talks).Select(talk => talk.Talk.Url).OfType<string>()
            .ShouldAllBe(url => url.StartsWith("https://two.example/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_post_of_a_day_to_come_is_indexed_when_its_day_has_come()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2024, 4, 16, 12, 0, 0, TimeSpan.Zero));
        _rules = _rules with { Clock = clock };
        _site.Tell("a.md", "Kepler en vrai");
        await ReindexAsync();
        _index.Titles.ShouldBeEmpty();

        ReindexerTests.Counts(await ReindexAsync()).ShouldBe("0 added, 0 changed, 0 removed, 1 unchanged, 0 failed");
        clock.Advance(TimeSpan.FromDays(2));
        var report = await ReindexAsync();

        ReindexerTests.Counts(report).ShouldBe("0 added, 1 changed, 0 removed, 0 unchanged, 0 failed");
        _index.Titles.ShouldBe(["Kepler en vrai"]);
    }

    [Fact]
    public async Task Another_glossary_reads_every_post_again()
    {
        _site.Tell("a.md", "Kepler en vrai");
        await ReindexAsync();
        _rules = new ReadingRules { Glossary = Glossary.Parse("glossary.tsv", "Kepler\t\tproject\t\tany\n").Glossary };

        var report = await ReindexAsync();

        report.Sources.Single().Changed.ShouldBe(["a.md"]);
    }

    [Fact]
    public async Task Another_scorer_of_topics_reads_every_post_again_and_scores_talks_but_not_notes()
    {
        _site.Write("a.md", SiteOnDisk.Post("Kepler en vrai").Replace("---\n\n", "---\n\nLe train était en retard, et le café fort long à venir ce matin-là.\n\n", StringComparison.Ordinal));
        await ReindexAsync();
        _rules = _rules with { Topics = new EverythingIsObservability() };

        await ReindexAsync();

        var talks = _index.Posts.Values.Single().Talks.ToLookup(talk => talk.Talk.Kind == TalkKind.Notes);
        talks[false].ShouldNotBeEmpty();
        talks[false].ShouldAllBe(talk => talk.Topics["observability"] == 0.75f);
        talks[true].ShouldAllBe(talk => talk.Topics.IsEmpty);
    }

    private Task<ReindexReport> ReindexAsync() =>
        new Reindexer(_index, _rules).RunAsync(new ReindexRequest { Sources = [ContentSource.At(_site.Root, "site")] }, null, TestContext.Current.CancellationToken);

    private sealed class EverythingIsObservability : ITopicScorer
    {
        public string Fingerprint => "all";

        public ImmutableSortedDictionary<string, float> Score(Talk talk) =>
            ImmutableSortedDictionary<string, float>.Empty.Add("observability", 0.75f);
    }
}
