using System.CommandLine;
using System.Globalization;
using Recap.Cli.Output;
using Recap.Cli.Shell;
using Recap.Engine.Evaluating;

namespace Recap.Cli.Verbs;

/// <summary>What the two evaluations have in common: what is printed, and when they fail.</summary>
internal sealed class EvaluationOptions
{
    /// <summary>What one talk more or less does to a small set: a smaller fall says nothing.</summary>
    private const double Tolerance = 0.005;

    private readonly Option<string?> _index = IndexOption.Create();
    private readonly Option<bool> _perQuery = new("--per-query") { Description = "Print every question by itself, worst first" };
    private readonly Option<double?> _floor = new("--floor") { Description = "Fail where overall nDCG is below, 0..1", HelpName = "NDCG" };
    private readonly Option<string?> _baseline = new("--baseline") { Description = "Fail where nDCG, overall or of a kind, has fallen below a saved report", HelpName = "B.json" };
    private readonly Option<string?> _save = new("--save") { Description = "Save the report, for --baseline", HelpName = "B.json" };
    private readonly Option<OutputFormat> _output = Formats.Option();

    public IReadOnlyList<Option> All => [_perQuery, _floor, _baseline, _save, _index, _output];

    public string? IndexOf(ParseResult parsed) => parsed.GetValue(_index);

    /// <summary>Prints and saves a report.</summary>
    /// <returns><see cref="ExitCode.Failed"/> where a floor or the baseline is not reached.</returns>
    public int Finish(Surroundings surroundings, ParseResult parsed, EvaluationReport report)
    {
        Print(surroundings, parsed, report);
        if (parsed.GetValue(_save) is { } target)
        {
            File.WriteAllText(surroundings.FullPath(target), report.ToJson());
        }

        foreach (var name in report.Unknown)
        {
            surroundings.Error.WriteLine($"recap: judged, but not indexed: {Printable.Plain(name)}");
        }

        var falls = Falls(surroundings, parsed, report).ToList();
        foreach (var fall in falls)
        {
            surroundings.Error.WriteLine(FormattableString.Invariant($"recap: {Printable.Plain(fall.Name)}: nDCG {fall.Now:F3} is below {fall.Wanted:F3}"));
        }

        return falls.Count == 0 ? ExitCode.Fine : ExitCode.Failed;
    }

    private IEnumerable<EvaluationFall> Falls(Surroundings surroundings, ParseResult parsed, EvaluationReport report)
    {
        if (parsed.GetValue(_floor) is { } floor && report.Overall.Ndcg < floor)
        {
            yield return new EvaluationFall("overall", floor, report.Overall.Ndcg);
        }

        if (parsed.GetValue(_baseline) is not { } baseline)
        {
            yield break;
        }

        var path = surroundings.FullPath(baseline);
        var before = File.Exists(path) ? EvaluationReport.Parse(File.ReadAllText(path)) : throw new CommandException($"There is no file '{baseline}'.");
        foreach (var fall in report.FallsBelow(before, Tolerance))
        {
            yield return fall;
        }
    }

    private void Print(Surroundings surroundings, ParseResult parsed, EvaluationReport report)
    {
        if (parsed.GetValue(_output) != OutputFormat.Table)
        {
            Formats.WriteOne(surroundings.Out, parsed.GetValue(_output), report);
            return;
        }

        surroundings.Out.WriteLine($"questions  nDCG@{report.Depth.ToString(CultureInfo.InvariantCulture),-3} MRR@10   recall@50");
        Write(surroundings, report.Questions.Length, report.Overall, "overall");
        foreach (var (kind, measures) in report.ByKind)
        {
            Write(surroundings, report.Questions.Count(question => question.Kind == kind), measures, kind);
        }

        if (parsed.GetValue(_perQuery))
        {
            foreach (var question in report.Questions.OrderBy(question => question.Measures.Ndcg).ThenBy(question => question.Id, StringComparer.Ordinal))
            {
                Write(surroundings, 1, question.Measures, $"{question.Id}  {question.Text}");
            }
        }
    }

    private static void Write(Surroundings surroundings, int count, RankingMeasures measures, string name) =>
        surroundings.Out.WriteLine(FormattableString.Invariant(
            $"{count,9}  {measures.Ndcg,-8:F3} {measures.ReciprocalRank,-8:F3} {measures.Recall,-9:F3}  {Printable.Plain(name)}"));
}
