using Recap.Cli.Indexes;
using Recap.Cli.Output;
using Recap.Cli.Shell;
using Recap.Engine.Indexing;

namespace Recap.Cli.Verbs;

/// <summary><c>recap index</c>: the generations of an index, and going back to the one before.</summary>
internal static class IndexVerb
{
    public static Verb Create(Surroundings surroundings)
    {
        var verb = new Verb("index", "Looks after the generations of an index: the last two are kept.")
        {
            Examples =
            [
                ("recap index list", "The generations kept, newest first."),
                ("recap index rollback", "Serve the generation before the current one again."),
            ],
        };
        verb.Add(List(surroundings));
        verb.Add(RollBack(surroundings));
        return verb;
    }

    private static Verb List(Surroundings surroundings)
    {
        var index = IndexOption.Create();
        var output = Formats.Option();
        var verb = new Verb("list", "Lists the generations kept, newest first.")
        {
            Examples = [("recap index list -o jsonl", "One generation a line, for a program.")],
        };
        verb.Add(index);
        verb.Add(output);
        verb.SetAction((parsed, token) => OverAsync(surroundings, parsed.GetValue(index), open =>
        {
            Write(surroundings, open.History.List(), parsed.GetValue(output));
            return Task.CompletedTask;
        }, token));
        return verb;
    }

    private static Verb RollBack(Surroundings surroundings)
    {
        var index = IndexOption.Create();
        var verb = new Verb("rollback", "Publishes the generation before the current one again. Twice takes it back; the next reindex goes on from there.")
        {
            Examples = [("recap index rollback --index /srv/recap", "Take the last reindex back; servers follow within a second.")],
        };
        verb.Add(index);
        verb.SetAction((parsed, token) => OverAsync(surroundings, parsed.GetValue(index), async open =>
        {
            var restored = await open.History.RollBackAsync(token);
            surroundings.Out.WriteLine($"Generation {restored.Number} is generation {restored.RestoredFrom} again: {restored.Posts} posts, {restored.Talks} talks");
        }, token));
        return verb;
    }

    private static async Task<int> OverAsync(Surroundings surroundings, string? asked, Func<ITalkIndex, Task> work, CancellationToken cancellationToken)
    {
        var folder = IndexPlace.ToRead(surroundings, asked);
        await using var index = surroundings.Indexes.Open(folder, surroundings.ReadRules(folder, cancellationToken), surroundings.Say);
        await work(index);
        return ExitCode.Fine;
    }

    private static void Write(Surroundings surroundings, IReadOnlyList<Generation> generations, OutputFormat format)
    {
        if (format != OutputFormat.Table)
        {
            Formats.WriteRows(surroundings.Out, format, generations);
            return;
        }

        foreach (var generation in generations)
        {
            var restored = generation.RestoredFrom is { } from ? $", generation {from} again" : "";
            surroundings.Out.WriteLine(
                $"Generation {generation.Number}, built {generation.BuiltAt:yyyy-MM-dd HH:mm:ss} UTC: {generation.Posts} posts, {generation.Talks} talks{restored}");
        }
    }
}
