using System.Collections.Immutable;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet;
using Recap.Talks;

namespace Recap.Engine.Tests.LuceneNet;

/// <summary>What first queries would wait for is read beforehand where somebody serves, and answers are the same.</summary>
public sealed class WarmthTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Names_of_a_generation_are_gathered_before_anybody_types()
    {
        var topics = new CountingTopics();
        await using var index = LuceneTalkIndex.Open(new LuceneIndexOptions { Topics = topics });
        index.StayWarm();
        await PutAsync(index, "Kubernetes à la maison");
        await index.Warmed;
        var asked = topics.Asked;

        var suggestions = await index.Suggester.SuggestAsync("kub", 5, Stop);

        suggestions.Completions.ShouldHaveSingleItem().Text.ShouldBe("Kubernetes à la maison");
        asked.ShouldBe(1);
        topics.Asked.ShouldBe(asked);
    }

    [Fact]
    public async Task Each_generation_is_read_and_the_index_can_be_closed_meanwhile()
    {
        var index = LuceneTalkIndex.Open(new LuceneIndexOptions());
        index.StayWarm();
        foreach (var title in (string[])["Un", "Deux", "Trois"])
        {
            await PutAsync(index, title);
        }

        (await index.Suggester.SuggestAsync("troi", 5, Stop)).Completions.ShouldHaveSingleItem();
        await index.DisposeAsync();
        index.Warmed.IsCompletedSuccessfully.ShouldBeTrue();
    }

    private static async Task PutAsync(LuceneTalkIndex index, string title)
    {
        await using var writer = await index.OpenWriterAsync(Stop);
        await writer.PutAsync(
            new IndexedPost
            {
                Key = new PostKey("blog", "post.md"),
                Fingerprint = title,
                Talks =
                [
                    new IndexedTalk
                    {
                        Source = "blog",
                        Talk = new Talk { Id = "talks/post~talk", Post = "post.md", Line = 1, Title = title, Text = "" },
                        Topics = ImmutableSortedDictionary.CreateRange([KeyValuePair.Create("observability", 0.9f)]),
                    },
                ],
            },
            Stop);
        await writer.CommitAsync(Stop);
    }

    /// <summary>Counts how often the names of a topic are asked for: once when a catalogue of names is made.</summary>
    private sealed class CountingTopics : ITopicScorer
    {
        private int _asked;

        public int Asked => Volatile.Read(ref _asked);

        public string Fingerprint => "";

        public ImmutableSortedDictionary<string, float> Score(Talk talk) => ImmutableSortedDictionary<string, float>.Empty;

        public ImmutableArray<string> NamesOf(string topic)
        {
            Interlocked.Increment(ref _asked);
            return [];
        }
    }
}
