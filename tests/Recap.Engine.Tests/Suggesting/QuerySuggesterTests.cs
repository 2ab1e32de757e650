using System.Collections.Immutable;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet;
using Recap.Engine.Querying;
using Recap.Talks;

namespace Recap.Engine.Tests.Suggesting;

/// <summary>What a query may become while it is typed, and what was probably meant.</summary>
public sealed class QuerySuggesterTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("kub", "Kubernetes:Technology:2 | Kubernetes à la maison:Title:1")]
    [InlineData("KUBERNETES À LA M", "Kubernetes à la maison:Title:1")]
    [InlineData("observa", "observability:Topic:1 | L’observabilité sans douleur:Title:1")]
    [InlineData("sondes et tra", "observability:Topic:1")]
    [InlineData("telemetry", "observability:Topic:1")]
    [InlineData("sondes telemetry", "")]
    [InlineData("observabilité s", "L’observabilité sans douleur:Title:1")]
    [InlineData("elodie", "Élodie Martin:Speaker:2")]
    [InlineData("martin", "Élodie Martin:Speaker:2")]
    [InlineData("conf", "Conf des Alpes:Event:3")]
    [InlineData("zzz", "")]
    [InlineData("", "")]
    [InlineData("…", "")]
    public async Task What_is_typed_goes_on_as_a_name_that_finds_talks(string typed, string completions)
    {
        await using var index = await IndexAsync();

        var suggestions = await index.Suggester.SuggestAsync(typed, 5, Stop);

        string.Join(" | ", suggestions.Completions.Select(name => $"{name.Text}:{name.Kind}:{name.Talks}")).ShouldBe(completions);
    }

    [Theory]
    [InlineData("observabilte", "observabilité")]
    [InlineData("observabilte douleur", "observabilité douleur")]
    [InlineData("kuberntes maison", "kubernetes maison")]
    [InlineData("kubernetes maison", null)]
    [InlineData("\"kuberntes\"", null)]
    [InlineData("zzzzzzzz", null)]
    [InlineData("observ", null)]
    [InlineData("observ douleur", null)]
    [InlineData("2023", null)]
    [InlineData("", null)]
    public async Task A_typing_error_is_corrected_to_what_finds_talks(string typed, string? meant)
    {
        await using var index = await IndexAsync();

        var suggestions = await index.Suggester.SuggestAsync(typed, 5, Stop);

        suggestions.DidYouMean.ShouldBe(meant);
        if (meant is not null)
        {
            (await index.Searcher.SearchAsync(new TalkQuery { Text = meant }, Stop)).Total.Value.ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public async Task Names_come_and_go_with_the_posts_that_carry_them()
    {
        await using var index = await IndexAsync();
        (await CompletedAsync(index, "kubernetes")).ShouldBe("Kubernetes:2 | Kubernetes à la maison:1");

        await PutAsync(index, new PostKey("site", "other.md"), TalkOf("Un opérateur de plus", "Ana Lima", "Kubernetes"));
        (await CompletedAsync(index, "kubernetes")).ShouldBe("Kubernetes:3 | Kubernetes à la maison:1");

        await PutAsync(index, new PostKey("site", "post.md"), TalkOf("Kubernetes au bureau", "Ana Lima", "Go"));
        (await CompletedAsync(index, "kubernetes")).ShouldBe("Kubernetes:1 | Kubernetes au bureau:1");
        (await CompletedAsync(index, "elodie")).ShouldBe("");
        (await CompletedAsync(index, "ana")).ShouldBe("Ana Lima:2");
    }

    [Fact]
    public async Task Many_who_ask_at_once_of_a_new_generation_are_answered_alike()
    {
        await using var index = await IndexAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => CompletedAsync(index, "kub"), Stop)));

        answers.ShouldAllBe(answer => answer == "Kubernetes:2 | Kubernetes à la maison:1");
    }

    private static async Task<string> CompletedAsync(LuceneTalkIndex index, string typed) => string.Join(
        " | ", (await index.Suggester.SuggestAsync(typed, 5, Stop)).Completions.Select(name => $"{name.Text}:{name.Talks}"));

    private static async Task PutAsync(LuceneTalkIndex index, PostKey key, params ImmutableArray<IndexedTalk> talks)
    {
        await using var writer = await index.OpenWriterAsync(Stop);
        await writer.PutAsync(new IndexedPost { Key = key, Fingerprint = "", Talks = talks }, Stop);
        await writer.CommitAsync(Stop);
    }

    private static async Task<LuceneTalkIndex> IndexAsync()
    {
        var index = LuceneTalkIndex.Open(new LuceneIndexOptions { Topics = new NamedTopics() });
        await PutAsync(
            index,
            new PostKey("site", "post.md"),
            TalkOf("Kubernetes à la maison", "Élodie Martin", "Kubernetes"),
            TalkOf("L’observabilité sans douleur", "Élodie Martin", "Kubernetes") with
            {
                Topics = ImmutableSortedDictionary<string, float>.Empty.Add("observability", 0.9f),
            },
            TalkOf("Un pare-feu en Rust", "Paul Durand", "Rust"));
        return index;
    }

    private sealed class NamedTopics : ITopicScorer
    {
        public string Fingerprint => "";

        public ImmutableSortedDictionary<string, float> Score(Talk talk) => ImmutableSortedDictionary<string, float>.Empty;

        public ImmutableArray<string> NamesOf(string topic) => ["Sondes et traces", "Telemetry"];
    }

    private static IndexedTalk TalkOf(string title, string speaker, string technology) => new()
    {
        Source = "site",
        Talk = new Talk
        {
            Id = $"talks/{title.Length}",
            Post = "post.md",
            Line = 1,
            Title = title,
            Text = "Récit.",
            Speakers = [new Speaker(speaker)],
            Technologies = [technology],
            Event = new ConferenceEvent { Series = "Conf des Alpes", Year = 2024 },
        },
    };
}
