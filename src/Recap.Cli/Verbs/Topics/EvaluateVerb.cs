using System.CommandLine;
using System.Globalization;
using Recap.Cli.Output;
using Recap.Cli.Shell;
using Recap.Topics;
using Recap.Topics.Evaluating;
using Spectre.Console;

namespace Recap.Cli.Verbs.Topics;

/// <summary><c>recap topics evaluate</c>: how well the model does on labelled texts.</summary>
internal static class EvaluateVerb
{
    public static Verb Create(Surroundings surroundings)
    {
        var file = new Argument<string>("FILE") { Description = "Labelled texts: columns language, topics (ids by commas, main first), title, text, with a header row" };
        var svg = new Option<string?>("--svg") { Description = "Also draw how often affinities come true", HelpName = "FILE.svg" };
        var options = new TopicOptions();
        var output = Formats.Option();
        var verb = new Verb("evaluate", "Measures the topic model on labelled texts it was not trained on.")
        {
            Examples = [("recap topics evaluate labelled.tsv --svg reliability.svg", "Figures, and a drawing of the calibration.")],
        };
        verb.Add(file);
        foreach (var option in (Option[])[svg, options.Data, options.Model, output])
        {
            verb.Add(option);
        }

        verb.SetAction((parsed, token) => Task.FromResult(Run(
            options.Read(surroundings, parsed),
            surroundings.FullPath(parsed.GetRequiredValue(file)),
            (parsed.GetValue(svg) is { } path ? surroundings.FullPath(path) : null, parsed.GetValue(output)),
            token)));
        return verb;
    }

    private static int Run(TopicWish wish, string file, (string? Svg, OutputFormat Format) to, CancellationToken cancellationToken)
    {
        var examples = TopicData.LoadExamples(file, TopicData.LoadTaxonomy(wish.Data));
        if (!examples.Any(example => !example.Topics.IsEmpty))
        {
            throw new CommandException($"No text of '{wish.Surroundings.Shown(file)}' has a topic.");
        }

        var figures = TopicEvaluator.Evaluate(wish.OpenModel(cancellationToken), wish.Glossary, examples, cancellationToken);
        if (to.Svg is { } svg)
        {
            File.WriteAllText(svg, ReliabilityDiagram.ToSvg(figures));
        }

        if (to.Format == OutputFormat.Table)
        {
            Consoles.Write(wish.Surroundings, console => Write(console, figures));
        }
        else
        {
            Formats.WriteOne(wish.Surroundings.Out, to.Format, figures);
        }

        return ExitCode.Fine;
    }

    private static void Write(IAnsiConsole console, TopicEvaluation figures)
    {
        console.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{figures.Texts} texts  MAP {figures.MeanAveragePrecision:F3}  P@1 {figures.PrecisionAtOne:F3}  main in 3 {figures.MainInThree:F3}  R@3 {figures.RecallAtThree:F3}  micro-F1 {figures.MicroF1:F3}  macro-F1 {figures.MacroF1:F3}  ECE {figures.CalibrationError:F4}"));
        var table = new Table().Border(TableBorder.Simple).AddColumn("Topic");
        foreach (var column in new[] { "Labelled", "Said", "Right", "F1" })
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        foreach (var topic in figures.Topics.OrderByDescending(topic => topic.Labelled).ThenBy(topic => topic.Topic, StringComparer.Ordinal))
        {
            table.AddRow(Printable.Markup(topic.Topic), $"{topic.Labelled}", $"{topic.Said}", $"{topic.Right}", topic.F1.ToString("F2", CultureInfo.InvariantCulture));
        }

        console.Write(table);
    }
}
