using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Recap.Cli.Output;
using Recap.Cli.Shell;
using Recap.Topics;
using Recap.Topics.Explaining;
using Spectre.Console;

namespace Recap.Cli.Verbs.Topics;

/// <summary><c>recap topics score</c>: how near texts are to the topics, and why.</summary>
internal static class ScoreVerb
{
    // What a table shows of one text.
    private const int TopicsShown = 5;
    private const int ReasonsShown = 6;

    public static Verb Create(Surroundings surroundings)
    {
        var words = new Argument<string[]>("TEXT") { Description = "Title or text of a talk", Arity = ArgumentArity.ZeroOrMore };
        var batch = new Option<string?>("--batch") { Description = "Score every row of a file: columns id, title and text, with a header row", HelpName = "FILE.tsv" };
        var options = new TopicOptions();
        var output = Formats.Option();
        var verb = new Verb("score", "Scores texts by topic: calibrated probabilities, with the words that carried them.")
        {
            Examples =
            [
                ("recap topics score \"Cilium remplace kube-proxy\"", "The nearest topics and why."),
                ("recap topics score --batch talks.tsv -o jsonl", "Every affinity of many talks, one talk a line."),
            ],
        };
        verb.Add(words);
        foreach (var option in (Option[])[batch, options.Data, options.Model, output])
        {
            verb.Add(option);
        }

        Words.RefuseOptions(words);
        verb.Validators.Add(result =>
        {
            if (result.GetValue(words) is { Length: > 0 } == result.GetValue(batch) is not null)
            {
                result.AddError("Give either a TEXT or --batch FILE.tsv.");
            }
        });
        verb.SetAction((parsed, token) => Task.FromResult(Run(
            options.Read(surroundings, parsed),
            parsed.GetValue(batch) is { } file ? TalkFile.Read(surroundings.FullPath(file)) : [new TalkText("1", string.Join(' ', parsed.GetValue(words) ?? []), "")],
            parsed.GetValue(output),
            token)));
        return verb;
    }

    private static int Run(TopicWish wish, IReadOnlyList<TalkText> talks, OutputFormat format, CancellationToken cancellationToken)
    {
        var model = wish.OpenModel(cancellationToken);
        if (format == OutputFormat.Table)
        {
            Consoles.Write(wish.Surroundings, console => WriteTables(console, wish, model, talks));
        }
        else
        {
            Formats.WriteRows(wish.Surroundings.Out, format, talks.Select(talk => new
            {
                talk.Id,
                Topics = model.Score(talk.Title, talk.Text, TechnologiesOf(wish, talk)).ToDictionary(affinity => affinity.Topic, affinity => affinity.Affinity, StringComparer.Ordinal),
            }));
        }

        return ExitCode.Fine;
    }

    private static ImmutableArray<string> TechnologiesOf(TopicWish wish, TalkText talk) => wish.Glossary.FindIn($"{talk.Title}\n{talk.Text}");

    private static void WriteTables(IAnsiConsole console, TopicWish wish, TopicModel model, IReadOnlyList<TalkText> talks)
    {
        foreach (var talk in talks)
        {
            var technologies = TechnologiesOf(wish, talk);
            var table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn("Affinity").RightAligned()).AddColumn("Topic").AddColumn("Because of (log-odds)");
            foreach (var affinity in model.Score(talk.Title, talk.Text, technologies).OrderByDescending(affinity => affinity.Affinity).Take(TopicsShown))
            {
                var reasons = model.Explain(affinity.Topic, talk.Title, talk.Text, technologies).Reasons.Take(ReasonsShown);
                table.AddRow(
                    affinity.Affinity.ToString("F2", CultureInfo.InvariantCulture),
                    Printable.Markup(affinity.Topic),
                    Printable.Markup(string.Join(", ", reasons.Select(Shown))));
            }

            console.MarkupLine($"[bold]{Printable.Markup(talk.Title.Length > 0 ? talk.Title : talk.Id)}[/]");
            console.Write(table);
        }
    }

    private static string Shown(TopicReason reason) =>
        string.Create(CultureInfo.InvariantCulture, $"{reason.Text} {reason.Weight:+0.0;-0.0}{(reason.Kind == TopicReasonKind.Words ? "" : $" ({reason.Kind.ToString().ToLowerInvariant()})")}");
}
