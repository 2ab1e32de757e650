using Recap.Cli.Indexes;
using Recap.Cli.Output;
using Recap.Cli.Shell;
using Recap.Engine.Indexing;

namespace Recap.Cli.Verbs;

/// <summary><c>recap status</c>: what an index holds.</summary>
internal static class StatusVerb
{
    public static Verb Create(Surroundings surroundings)
    {
        var index = IndexOption.Create();
        var output = Formats.Option();
        var verb = new Verb("status", "Says what the index holds and when it was built.")
        {
            Examples =
            [
                ("recap status", "The index of the current folder."),
                ("recap status --index /srv/recap -o json", "Another one, for a program."),
            ],
        };
        verb.Add(index);
        verb.Add(output);
        verb.SetAction((parsed, token) => RunAsync(
            surroundings, IndexPlace.ToRead(surroundings, parsed.GetValue(index)), parsed.GetValue(output), token));
        return verb;
    }

    private static async Task<int> RunAsync(Surroundings surroundings, string folder, OutputFormat format, CancellationToken cancellationToken)
    {
        await using var index = surroundings.Indexes.Open(folder, surroundings.ReadRules(folder, cancellationToken));
        var generation = index.Current;
        if (format == OutputFormat.Table)
        {
            Write(surroundings, folder, generation);
        }
        else
        {
            Formats.WriteOne(surroundings.Out, format, new
            {
                Index = folder,
                Generation = generation.Number,
                generation.BuiltAt,
                generation.Posts,
                generation.Talks,
                generation.Fingerprint,
            });
        }

        return ExitCode.Fine;
    }

    private static void Write(Surroundings surroundings, string folder, Generation generation)
    {
        surroundings.Out.WriteLine($"Index        {surroundings.Shown(folder)}");
        surroundings.Out.WriteLine($"Generation   {generation.Number}, built {generation.BuiltAt:yyyy-MM-dd HH:mm:ss} UTC");
        surroundings.Out.WriteLine($"Posts        {generation.Posts}");
        surroundings.Out.WriteLine($"Talks        {generation.Talks}");
        surroundings.Out.WriteLine($"Fingerprint  {generation.Fingerprint}");
    }
}
