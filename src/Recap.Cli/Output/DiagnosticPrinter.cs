using System.Collections.Immutable;
using Recap.Engine.Indexing;
using Recap.Talks;

namespace Recap.Cli.Output;

/// <summary>Writes diagnostics as compilers do, so that editors and terminals lead to the line.</summary>
internal static class DiagnosticPrinter
{
    /// <summary>Writes all from a severity up, and how many there were.</summary>
    /// <returns>Whether one was an error.</returns>
    public static bool Print(Surroundings surroundings, ContentSource source, ImmutableArray<Diagnostic> diagnostics, Severity from = Severity.Warning)
    {
        foreach (var diagnostic in diagnostics.Where(diagnostic => diagnostic.Severity >= from))
        {
            var path = surroundings.Shown(Path.Combine(source.Root, diagnostic.File));
            surroundings.Error.WriteLine(Printable.Plain((diagnostic with { File = path }).ToString()));
        }

        var errors = diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error);
        var warnings = diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Warning);
        if (errors + warnings > 0)
        {
            surroundings.Error.WriteLine($"{source.Name}: {Count(errors, "error")}, {Count(warnings, "warning")}");
        }

        return errors > 0;
    }

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
