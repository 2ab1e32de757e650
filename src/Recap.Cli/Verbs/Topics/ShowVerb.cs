using System.Collections.Immutable;
using System.CommandLine;
using Recap.Cli.Indexes;
using Recap.Cli.Output;
using Recap.Cli.Shell;
using Recap.Topics;
using Spectre.Console;

namespace Recap.Cli.Verbs.Topics;

/// <summary><c>recap topics show</c>: one topic with what speaks of it.</summary>
internal static class ShowVerb
{
    public static Verb Create(Surroundings surroundings)
    {
        var id = new Argument<string>("TOPIC") { Description = "Id of a topic, such as ebpf" };
        var options = new TopicOptions();
        var output = Formats.Option();
        var verb = new Verb("show", "Shows a topic: names, description, technologies, terms and number of examples.")
        {
            Examples = [("recap topics show autoscaling", "What belongs to autoscaling, and what speaks of it.")],
        };
        verb.Add(id);
        verb.Add(options.Data);
        verb.Add(output);
        verb.SetAction(parsed => Run(options.Read(surroundings, parsed), parsed.GetRequiredValue(id), parsed.GetValue(output)));
        return verb;
    }

    private static int Run(TopicWish wish, string id, OutputFormat format)
    {
        var data = wish.Load();
        var topic = data.Taxonomy.Find(id) ?? throw Composition.NoTopic(id);
        ImmutableArray<string> technologies = [.. wish.Glossary.Terms.Where(term => term.Topics.Contains(id) && term.Kind != "concept").Select(term => term.Name)];
        ImmutableArray<string> terms = [.. data.Terms.Where(term => term.Topics.Contains(id)).Select(term => term.Text)];
        var examples = data.Examples.Count(example => example.LabelledByHand && example.Topics.Contains(id));
        if (format == OutputFormat.Table)
        {
            Consoles.Write(wish.Surroundings, console => Write(console, topic, (technologies, terms, examples)));
        }
        else
        {
            Formats.WriteOne(wish.Surroundings.Out, format, new
            {
                topic.Id,
                topic.Group,
                topic.Parents,
                Name = TextsRow.Of(topic.Name),
                Description = TextsRow.Of(topic.Description),
                Technologies = technologies,
                Terms = terms,
                Examples = examples,
            });
        }

        return ExitCode.Fine;
    }

    private static void Write(IAnsiConsole console, Topic topic, (ImmutableArray<string> Technologies, ImmutableArray<string> Terms, int Examples) of)
    {
        console.MarkupLine($"[bold]{Printable.Markup(topic.Name.French)}[/]  {Printable.Markup(topic.Name.English)}  [dim]{Printable.Markup(topic.Id)}[/]");
        console.MarkupLine(Printable.Markup(topic.Description.French));
        console.MarkupLine(Printable.Markup(topic.Description.English));
        console.MarkupLine($"[dim]broader:[/] {Printable.Markup(string.Join(", ", topic.Parents))}");
        console.MarkupLine($"[dim]technologies:[/] {Printable.Markup(string.Join(", ", of.Technologies))}");
        console.MarkupLine($"[dim]terms:[/] {Printable.Markup(string.Join(", ", of.Terms))}");
        console.MarkupLine($"[dim]labelled examples:[/] {of.Examples}");
    }
}
