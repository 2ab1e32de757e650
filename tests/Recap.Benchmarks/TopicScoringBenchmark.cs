using BenchmarkDotNet.Attributes;

namespace Recap.Benchmarks;

/// <summary>Scores every talk of the sample site once; time and allocation are for one talk.</summary>
[MemoryDiagnoser]
public class TopicScoringBenchmark : IDisposable
{
    private const int Talks = 100;

    private readonly SampleTopics _topics = new();

    /// <summary>What ML.NET takes by itself, with word pairs and letter triples, for one topic a talk.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Talks)]
    public int PredictWithMlNet() => _topics.Talks.Take(Talks).Sum(talk => _topics.Plain.Score(talk.Title, talk.Text).Length);

    [Benchmark(OperationsPerInvoke = Talks)]
    public int Score() => _topics.Talks.Take(Talks).Sum(_topics.Score);

    [Benchmark(OperationsPerInvoke = Talks)]
    public int Answer() => _topics.Talks.Take(Talks).Sum(_topics.Answer);

    public void Dispose()
    {
        _topics.Dispose();
        GC.SuppressFinalize(this);
    }
}
