using Recap.Cli.Output;
using Recap.Cli.Shell;
using Recap.Topics;
using Spectre.Console;

namespace Recap.Cli.Verbs.Topics;

/// <summary><c>recap topics list</c>: the taxonomy.</summary>
internal static class ListVerb
{
    public static Verb Create(Surroundings surroundings)
    {
        var options = new TopicOptions();
        var output = Formats.Option();
        var verb = new Verb("list", "Lists the topics, by group.")
        {
            Examples = [("recap topics list -o jsonl | jq -r .id", "The ids that search filters by.")],
        };
        verb.Add(options.Data);
        verb.Add(output);
        verb.SetAction(parsed =>
        {
            var taxonomy = TopicData.LoadTaxonomy(options.Read(surroundings, parsed).Data);
            if (parsed.GetValue(output) == OutputFormat.Table)
            {
                Consoles.Write(surroundings, console => Write(console, taxonomy));
            }
            else
            {
                Formats.WriteRows(surroundings.Out, parsed.GetValue(output), taxonomy.Topics.Select(TopicRow.Of));
            }

            return ExitCode.Fine;
        });
        return verb;
    }

    private static void Write(IAnsiConsole console, Taxonomy taxonomy)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("Group").AddColumn("Id").AddColumn("French").AddColumn("English");
        foreach (var group in taxonomy.Groups)
        {
            foreach (var topic in taxonomy.Topics.Where(topic => topic.Group == group.Id))
            {
                table.AddRow(Printable.Markup(group.Name.French), Printable.Markup(topic.Id), Printable.Markup(topic.Name.French), Printable.Markup(topic.Name.English));
            }
        }

        console.Write(table);
    }
}

/// <summary>A topic as the tool writes it.</summary>
internal sealed record TopicRow(string Id, string Group, IReadOnlyList<string> Parents, TextsRow Name, TextsRow Description)
{
    public static TopicRow Of(Topic topic) => new(topic.Id, topic.Group, topic.Parents, TextsRow.Of(topic.Name), TextsRow.Of(topic.Description));
}

/// <summary>A text in both languages.</summary>
internal sealed record TextsRow(string Fr, string En)
{
    public static TextsRow Of(Bilingual text) => new(text.French, text.English);
}
