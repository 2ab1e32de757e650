using System.Collections.Immutable;
using Recap.Engine.Indexing;

namespace Recap.Cli.Output;

/// <summary>What a reindex did, told to people and programs.</summary>
internal static class ReindexSummary
{
    public static void Write(Surroundings surroundings, ReindexReport report, string folder, OutputFormat format)
    {
        if (format != OutputFormat.Table)
        {
            Formats.WriteOne(surroundings.Out, format, Rows(report, folder));
            return;
        }

        foreach (var source in report.Sources)
        {
            WriteSource(surroundings.Out, source, report.DryRun);
        }

        var generation = report.Generation;
        surroundings.Out.WriteLine(report.DryRun
            ? "Nothing was written (--dry-run)."
            : $"Generation {generation.Number}: {generation.Posts} posts, {generation.Talks} talks in {surroundings.Shown(folder)}");
    }

    /// <summary>Writes what the sources had to say.</summary>
    /// <returns>Whether one of it was an error.</returns>
    public static bool PrintDiagnostics(Surroundings surroundings, ReindexReport report)
    {
        foreach (var source in report.Sources)
        {
            DiagnosticPrinter.Print(surroundings, source.Source, source.Diagnostics);
        }

        return report.HasErrors;
    }

    private static void WriteSource(TextWriter output, SourceReport source, bool dryRun)
    {
        output.WriteLine(
            $"{Printable.Plain(source.Source.Name)}: {source.Added.Length} added, {source.Changed.Length} changed, "
            + $"{source.Removed.Length} removed, {source.Unchanged} unchanged, {source.Failed.Length} failed; {source.TalksWritten} talks {(dryRun ? "to write" : "written")}");
        if (dryRun)
        {
            WritePosts(output, "+", source.Added);
            WritePosts(output, "~", source.Changed);
            WritePosts(output, "-", source.Removed);
            WritePosts(output, "!", source.Failed);
        }
    }

    private static void WritePosts(TextWriter output, string sign, ImmutableArray<string> posts)
    {
        foreach (var post in posts)
        {
            output.WriteLine($"  {sign} {Printable.Plain(post)}");
        }
    }

    private static object Rows(ReindexReport report, string folder) => new
    {
        Index = folder,
        report.DryRun,
        Generation = report.Generation.Number,
        report.Generation.Posts,
        report.Generation.Talks,
        Sources = report.Sources.Select(source => new
        {
            source.Source.Name,
            source.Added,
            source.Changed,
            source.Removed,
            source.Unchanged,
            source.Failed,
            source.TalksWritten,
            source.Diagnostics,
        }),
    };
}
