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

    private static async Task<LuceneTalkIndex> IndexAsync()
    {
        var index = LuceneTalkIndex.Open(new LuceneIndexOptions { Topics = new NamedTopics() });
        await using var writer = await index.OpenWriterAsync(Stop);
        await writer.PutAsync(
            new IndexedPost
            {
                Key = new PostKey("site", "post.md"),
                Fingerprint = "",
                Talks =
                [
                    TalkOf("Kubernetes à la maison", "Élodie Martin", "Kubernetes"),
                    TalkOf("L’observabilité sans douleur", "Élodie Martin", "Kubernetes") with
                    {
                        Topics = ImmutableSortedDictionary<string, float>.Empty.Add("observability", 0.9f),
                    },
                    TalkOf("Un pare-feu en Rust", "Paul Durand", "Rust"),
                ],
            },
            Stop);
        await writer.CommitAsync(Stop);
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
