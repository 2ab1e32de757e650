using System.Diagnostics;
using System.Globalization;
using Recap.Cli.Output;
using Recap.Cli.Shell;
using Recap.Topics;

namespace Recap.Cli.Verbs.Topics;

/// <summary><c>recap topics train</c>: trains the model from a folder of topic data.</summary>
internal static class TrainVerb
{
    public static Verb Create(Surroundings surroundings)
    {
        var options = new TopicOptions();
        var output = Formats.Option();
        var verb = new Verb("train", "Trains the topic model from labelled examples and keeps it.")
        {
            Examples =
            [
                ("recap topics train", "Train the shipped topics again."),
                ("recap topics train --data my-topics --model my.model", "Train a taxonomy of your own; the formats are those of data/topics."),
            ],
        };
        verb.Add(options.Data);
        verb.Add(options.Model);
        verb.Add(output);
        verb.SetAction((parsed, token) => Task.FromResult(Run(options.Read(surroundings, parsed), parsed.GetValue(output), token)));
        return verb;
    }

    private static int Run(TopicWish wish, OutputFormat format, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var data = wish.Load();
        var model = TopicTrainer.Train(data, cancellationToken);
        TopicModelStore.Write(wish.Model, model);
        var took = Stopwatch.GetElapsedTime(began);
        if (format == OutputFormat.Table)
        {
            wish.Surroundings.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Trained {data.Taxonomy.Topics.Length} topics from {data.Examples.Length} examples in {took.TotalSeconds:F1} s: {wish.Surroundings.Shown(wish.Model)} ({new FileInfo(wish.Model).Length / 1e6:F1} MB)"));
        }
        else
        {
            Formats.WriteOne(wish.Surroundings.Out, format, new
            {
                wish.Model,
                Topics = data.Taxonomy.Topics.Length,
                Examples = data.Examples.Length,
                Bytes = new FileInfo(wish.Model).Length,
                Seconds = Math.Round(took.TotalSeconds, 1),
                data.Fingerprint,
            });
        }

        return ExitCode.Fine;
    }
}
