using System.Collections.Immutable;
using Recap.Talks;
using Recap.Topics;

namespace Recap.Benchmarks;

/// <summary>The shipped topic model, the baseline, and the talks of the sample site to score: those of <c>RECAP_POSTS</c> where it names a folder.</summary>
internal sealed class SampleTopics : IDisposable
{
    private readonly Glossary _glossary = SampleData.Glossary;

    public SampleTopics()
    {
        Model = new TopicModelStore(SampleData.PathOf("topics"), _glossary).Open(CancellationToken.None).Model;
        Plain = new PlainTopics(TopicData.Load(SampleData.PathOf("topics"), _glossary));
        var reader = new PostReader(SiteSettings.Default, _glossary);
        Talks = [.. SampleData.Posts(reader, Environment.GetEnvironmentVariable("RECAP_POSTS")).SelectMany(file => reader.Read(file).Talks)];
    }

    public TopicModel Model { get; }

    public PlainTopics Plain { get; }

    public ImmutableArray<Talk> Talks { get; }

    /// <summary>What a reindex asks of a talk whose technologies are known.</summary>
    public int Score(Talk talk) => Model.Score(talk.Title, talk.Text, talk.Technologies).Length;

    /// <summary>What <c>ScoreTopics</c> asks of a text: its technologies, its topics, and the reasons for each of those told.</summary>
    public int Answer(Talk talk) => Model.Explain(talk.Title, talk.Text, _glossary.FindIn($"{talk.Title}\n{talk.Text}"), LeastTold).Length;

    public void Dispose() => Plain.Dispose();

    // The least affinity that an answer tells unless it is asked for another.
    private const float LeastTold = 0.05f;
}
