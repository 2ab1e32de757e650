namespace Recap.Benchmarks;

/// <summary>How long scoring one talk takes, in process, for the talks of the sample site.</summary>
internal static class TopicLatency
{
    public static async Task RunAsync()
    {
        using var topics = new SampleTopics();
        var titles = topics.Talks.Select(talk => talk.Title).ToList();
        await Latency.PrintAsync("score", titles, i => Task.FromResult(topics.Score(topics.Talks[i])));
        await Latency.PrintAsync("technologies, score and reasons", titles, i => Task.FromResult(topics.Answer(topics.Talks[i])));
        await Latency.PrintAsync("ML.NET alone", titles, i => Task.FromResult(topics.Plain.Score(topics.Talks[i].Title, topics.Talks[i].Text).Length));
    }
}
