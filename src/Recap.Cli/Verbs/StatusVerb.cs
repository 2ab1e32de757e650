using Recap.Cli.Indexes;
using Recap.Cli.Output;
using Recap.Cli.Shell;
using Recap.Engine.Indexing;
using Recap.Engine.Querying;

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
        verb.Add(surroundings.Embeddings.Option);
        verb.Add(output);
        verb.SetAction((parsed, token) => RunAsync(
            surroundings, IndexPlace.ToRead(surroundings, parsed.GetValue(index)), parsed.GetValue(output), token));
        return verb;
    }

    private static async Task<int> RunAsync(Surroundings surroundings, string folder, OutputFormat format, CancellationToken cancellationToken)
    {
        await using var index = surroundings.Indexes.Open(folder, surroundings.ReadRules(folder, cancellationToken), surroundings.Say);
        var generation = index.Current;
        var all = await index.Searcher.SearchAsync(new TalkQuery { Facets = [TalkFacet.Source], FacetSize = TalkQuery.MaxFacetSize, PageSize = 1, IncludeNotes = false }, cancellationToken);
        var sources = all.Facets.SelectMany(facet => facet.Values).Select(source => new SourceCount(source.Value, source.Count)).ToArray();
        if (format == OutputFormat.Table)
        {
            Write(surroundings, folder, generation, sources);
            if (index.IsStale)
            {
                surroundings.Say("built with other data or by another version: the next reindex reads every post");
            }
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
                index.IsStale,
                Sources = sources,
            });
        }

        return ExitCode.Fine;
    }

    private static void Write(Surroundings surroundings, string folder, Generation generation, SourceCount[] sources)
    {
        surroundings.Out.WriteLine($"Index        {surroundings.Shown(folder)}");
        surroundings.Out.WriteLine($"Generation   {generation.Number}, built {generation.BuiltAt:yyyy-MM-dd HH:mm:ss} UTC");
        surroundings.Out.WriteLine($"Posts        {generation.Posts}");
        var each = string.Join(", ", sources.Select(source => $"{source.Name} {source.Talks}"));
        surroundings.Out.WriteLine(Printable.Plain($"Talks        {generation.Talks}{(sources.Length > 1 ? $": {each}" : "")}"));
        surroundings.Out.WriteLine($"Fingerprint  {generation.Fingerprint}");
    }

    private sealed record SourceCount(string Name, int Talks);
}
