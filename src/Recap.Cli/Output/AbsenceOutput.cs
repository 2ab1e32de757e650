using System.Globalization;
using Recap.Engine.Querying;

namespace Recap.Cli.Output;

/// <summary>Why a talk is not among the hits, as <c>recap search --why-not</c> writes it.</summary>
internal static class AbsenceOutput
{
    public static void Write(Surroundings surroundings, OutputFormat format, Absence absence)
    {
        if (format != OutputFormat.Table)
        {
            Formats.WriteOne(surroundings.Out, format, AbsenceRow.Of(absence));
            return;
        }

        foreach (var line in Lines(absence))
        {
            surroundings.Out.WriteLine(Printable.Plain(line));
        }
    }

    private static IEnumerable<string> Lines(Absence absence) =>
    [
        absence.Rank is { } rank
            ? string.Create(CultureInfo.InvariantCulture, $"{absence.TalkId} is hit number {rank}.")
            : $"{absence.TalkId} is not among the hits.",
        .. absence.Reasons.Select(reason => $"  {reason.Message}"),
        .. absence.Explanation is { } explanation ? MatchWording.Say(explanation).Select(sentence => $"  {sentence}") : [],
    ];

    private sealed record AbsenceRow(string Id, int? Rank, IReadOnlyList<AbsenceReason> Reasons, IReadOnlyList<string> Score)
    {
        public static AbsenceRow Of(Absence absence) => new(
            absence.TalkId,
            absence.Rank,
            absence.Reasons,
            absence.Explanation is { } explanation ? MatchWording.Say(explanation) : []);
    }
}
