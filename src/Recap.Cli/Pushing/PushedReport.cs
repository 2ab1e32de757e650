using System.Collections.Immutable;
using Recap.Engine.Indexing;
using Recap.Talks;
using V1 = Recap.Protocol.V1;

namespace Recap.Cli.Pushing;

/// <summary>Puts what a server says of a push into the words of a reindex here, so that both are told alike.</summary>
internal static class PushedReport
{
    public static ReindexReport Of(V1.ReindexReport report, ContentSource source, ImmutableArray<Diagnostic> noticed) => new()
    {
        Sources =
        [
            new SourceReport
            {
                Source = source,
                Added = [.. report.Added],
                Changed = [.. report.Changed],
                Removed = [.. report.Removed],
                Unchanged = report.Unchanged,
                Failed = [.. report.Failed],
                TalksWritten = report.TalksWritten,
                Diagnostics = [.. noticed, .. report.Diagnostics.Select(ToDiagnostic)],
            },
        ],
        Generation = new Generation
        {
            Number = report.Generation.Number,
            BuiltAt = report.Generation.BuildTime.ToDateTimeOffset(),
            Posts = report.PostCount,
            Talks = report.TalkCount,
            Fingerprint = report.Generation.Fingerprint,
        },
        DryRun = report.DryRun,
    };

    private static Diagnostic ToDiagnostic(V1.Diagnostic diagnostic) => new()
    {
        File = diagnostic.File,
        Line = diagnostic.Line,
        Severity = diagnostic.Severity switch
        {
            V1.Severity.Error => Severity.Error,
            V1.Severity.Warning => Severity.Warning,
            _ => Severity.Info,
        },
        Code = diagnostic.Code,
        Message = diagnostic.Message,
    };
}
