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
    public async Task Who_types_while_a_generation_is_made_ready_is_told_the_names_of_the_one_before()
    {
        var topics = new CountingTopics();
        await using var index = LuceneTalkIndex.Open(new LuceneIndexOptions { Topics = topics });
        index.StayWarm();
        await PutAsync(index, "Kubernetes à la maison");
        await index.Warmed;
        topics.Free.Reset();
        await PutAsync(index, "Kubernetes au bureau");

        var meanwhile = await index.Suggester.SuggestAsync("kub", 5, Stop);
        topics.Free.Set();
        await index.Warmed;
        var then = await index.Suggester.SuggestAsync("kub", 5, Stop);

        meanwhile.Completions.ShouldHaveSingleItem().Text.ShouldBe("Kubernetes à la maison");
        then.Completions.ShouldHaveSingleItem().Text.ShouldBe("Kubernetes au bureau");
        then.Generation.Number.ShouldBe(meanwhile.Generation.Number + 1);
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

        await index.Warmed;
        (await index.Suggester.SuggestAsync("troi", 5, Stop)).Completions.ShouldHaveSingleItem();
        await PutAsync(index, "Quatre");
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

        /// <summary>Whether names are told; who asks waits until they are.</summary>
        public ManualResetEventSlim Free { get; } = new(initialState: true);

        public string Fingerprint => "";

        public ImmutableSortedDictionary<string, float> Score(Talk talk) => ImmutableSortedDictionary<string, float>.Empty;

        public ImmutableArray<string> NamesOf(string topic)
        {
            Free.Wait(Stop);
            Interlocked.Increment(ref _asked);
            return [];
        }
    }
}
