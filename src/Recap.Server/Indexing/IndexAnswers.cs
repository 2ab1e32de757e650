using Recap.Engine.Indexing;
using Recap.Server.Answers;
using Recap.Talks;
using V1 = Recap.Protocol.V1;

namespace Recap.Server.Indexing;

/// <summary>Says in the contract's words what became of the index.</summary>
internal static class IndexAnswers
{
    private const int MaxDiagnostics = 1000;

    public static V1.ReindexProgress ToProgress(ReindexProgress progress) => new()
    {
        Phase = ToPhase(progress.Phase),
        Done = progress.Done,
        Total = progress.Total,
    };

    public static V1.ReindexReport ToReport(ReindexReport report)
    {
        var source = report.Sources[0];
        return new V1.ReindexReport
        {
            Generation = TalkAnswers.ToGeneration(report.Generation),
            Added = { source.Added },
            Changed = { source.Changed },
            Removed = { source.Removed },
            Unchanged = source.Unchanged,
            Failed = { source.Failed },
            TalksWritten = source.TalksWritten,
            Diagnostics =
            {
                source.Diagnostics.OrderByDescending(diagnostic => diagnostic.Severity).Take(MaxDiagnostics)
                    .Select(diagnostic => ToDiagnostic(source.Source.Name, diagnostic)),
            },
            DryRun = report.DryRun,
            PostCount = report.Generation.Posts,
            TalkCount = report.Generation.Talks,
        };
    }

    public static V1.Diagnostic ToDiagnostic(string source, Diagnostic diagnostic) => new()
    {
        Source = source,
        File = diagnostic.File,
        Line = diagnostic.Line,
        Severity = ToSeverity(diagnostic.Severity),
        Code = diagnostic.Code,
        Message = diagnostic.Message,
    };

    public static V1.Severity ToSeverity(Severity severity) => severity switch
    {
        Severity.Info => V1.Severity.Info,
        Severity.Warning => V1.Severity.Warning,
        Severity.Error => V1.Severity.Error,
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "The contract has no word for it."),
    };

    public static V1.ReindexPhase ToPhase(ReindexPhase phase) => phase switch
    {
        ReindexPhase.Comparing => V1.ReindexPhase.Comparing,
        ReindexPhase.Reading => V1.ReindexPhase.Reading,
        ReindexPhase.Writing => V1.ReindexPhase.Writing,
        ReindexPhase.Committing => V1.ReindexPhase.Committing,
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "The contract has no word for it."),
    };
}
