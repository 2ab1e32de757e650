using System.Collections.Immutable;
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
        var until = new Option<int?>("--until") { Description = "FILE has the columns of talks.tsv: train on its talks up to that year in place of those of --data, keep nothing, and measure on the later ones", HelpName = "YEAR" };
        var svg = new Option<string?>("--svg") { Description = "Also draw how often affinities come true", HelpName = "FILE.svg" };
        var options = new TopicOptions();
        var output = Formats.Option();
        var verb = new Verb("evaluate", "Measures the topic model on labelled texts it was not trained on.")
        {
            Examples =
            [
                ("recap topics evaluate labelled.tsv --svg reliability.svg", "Figures, and a drawing of the calibration."),
                ("recap topics evaluate talks.tsv --until 2021", "How a model trained on talks up to 2021 does on later ones."),
            ],
        };
        verb.Add(file);
        foreach (var option in (Option[])[until, svg, options.Data, options.Model, output])
        {
            verb.Add(option);
        }

        verb.SetAction((parsed, token) => Task.FromResult(Run(
            options.Read(surroundings, parsed),
            (surroundings.FullPath(parsed.GetRequiredValue(file)), parsed.GetValue(until)),
            (parsed.GetValue(svg) is { } path ? surroundings.FullPath(path) : null, parsed.GetValue(output)),
            token)));
        return verb;
    }

    private static int Run(TopicWish wish, (string File, int? Until) on, (string? Svg, OutputFormat Format) to, CancellationToken cancellationToken)
    {
        var (model, examples) = on.Until is { } year ? Split(wish, on.File, year, cancellationToken) : (null, TopicData.LoadExamples(on.File, TopicData.LoadTaxonomy(wish.Data)));
        if (!examples.Any(example => !example.Topics.IsEmpty))
        {
            throw new CommandException($"No text of '{wish.Surroundings.Shown(on.File)}' {(on.Until is null ? "" : $"after {on.Until} ")}has a topic.");
        }

        var figures = TopicEvaluator.Evaluate(model ?? wish.OpenModel(cancellationToken), wish.Glossary, examples, cancellationToken);
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

    private static (TopicModel Model, ImmutableArray<TopicExample> Later) Split(TopicWish wish, string file, int until, CancellationToken cancellationToken)
    {
        var data = wish.Load();
        var talks = TopicData.LoadTalks(file, data.Taxonomy);
        return (TopicTrainer.Train(data.WithTalks(talks.Where(talk => talk.Year <= until)), cancellationToken), [.. talks.Where(talk => talk.Year > until)]);
    }

    private static void Write(IAnsiConsole console, TopicEvaluation figures)
    {
        console.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{figures.Texts} texts  MAP {figures.MeanAveragePrecision:F3}  P@1 {figures.PrecisionAtOne:F3}  main in 3 {figures.MainInThree:F3}  R@3 {figures.RecallAtThree:F3}  micro-F1 {figures.MicroF1:F3}  macro-F1 {figures.MacroF1:F3}  ECE {figures.CalibrationError:F4}"));
        foreach (var language in figures.Languages.Where(_ => figures.Languages.Length > 1))
        {
            console.MarkupLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {Printable.Markup(language.Language)}: {language.Texts} texts  MAP {language.MeanAveragePrecision:F3}  P@1 {language.PrecisionAtOne:F3}"));
        }

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
