using System.Collections.Immutable;
using System.Diagnostics;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet;
using Recap.Engine.Querying.Understanding;
using Recap.Talks;
using Recap.Topics;

namespace Recap.Benchmarks;

/// <summary>Generated talks in Recap's own index and, to compare with, in a plain one. Both are in memory.</summary>
internal sealed class GeneratedIndex : IAsyncDisposable
{
    public const int UsualTalks = 100_000;
    public const int Seed = 20260319;

    private GeneratedIndex(LuceneTalkIndex index) => Index = index;

    public LuceneTalkIndex Index { get; }

    public PlainSearch Plain { get; } = new();

    /// <summary>Makes the talks and indexes them.</summary>
    public static async Task<GeneratedIndex> FillAsync(int talks)
    {
        var watch = Stopwatch.StartNew();
        var model = new TopicModelStore(SampleData.PathOf("topics"), SampleData.Glossary).Open(CancellationToken.None).Model;
        var generated = new GeneratedIndex(LuceneTalkIndex.Open(new LuceneIndexOptions
        {
            Reader = new QueryReader(new NameTable([.. NameGroups.Of(SampleData.Glossary), .. NameGroups.CommonNouns])),
            Topics = new ModelTopics(model),
        }));
        await generated.PutAsync(new GeneratedTalks(Seed, model.Topics).Posts(talks));
        await Console.Out.WriteLineAsync(FormattableString.Invariant($"{talks} talks indexed in {watch.Elapsed.TotalSeconds:F0} s"));
        return generated;
    }

    public ValueTask DisposeAsync()
    {
        Plain.Dispose();
        return Index.DisposeAsync();
    }

    private async Task PutAsync(IEnumerable<IndexedPost> posts)
    {
        await using var writer = await Index.OpenWriterAsync(CancellationToken.None);
        foreach (var post in posts)
        {
            await writer.PutAsync(post, CancellationToken.None);
            foreach (var talk in post.Talks)
            {
                Plain.Add(talk.Talk);
            }
        }

        await writer.CommitAsync(CancellationToken.None);
    }

    /// <summary>The topic model as the product uses it.</summary>
    private sealed class ModelTopics(TopicModel model) : ITopicScorer
    {
        public string Fingerprint => model.Fingerprint;

        public ImmutableSortedDictionary<string, float> Score(Talk talk) => model.Score(talk.Title, talk.Text, talk.Technologies)
            .ToImmutableSortedDictionary(topic => topic.Topic, topic => topic.Affinity, StringComparer.Ordinal);
    }
}
