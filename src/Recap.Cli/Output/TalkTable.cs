using System.Collections.Immutable;
using System.Globalization;
using Recap.Talks;
using Spectre.Console;

namespace Recap.Cli.Output;

/// <summary>Talks for people: a table for each post.</summary>
internal static class TalkTable
{
    public static void Write(IAnsiConsole console, PostTalks post, ImmutableArray<Talk> talks)
    {
        console.MarkupLine($"[bold]{Printable.Markup(post.Title ?? post.Post)}[/]  [dim]{Printable.Markup(post.Post)}[/]");
        var table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn("Line").RightAligned())
            .AddColumn("Talk").AddColumn("Speakers").AddColumn("Event").AddColumn("Technologies");
        foreach (var talk in talks)
        {
            table.AddRow(
                talk.Line.ToString(CultureInfo.InvariantCulture),
                Printable.Markup(talk.Kind == TalkKind.Talk ? talk.Title : $"{talk.Title} ({NameOf(talk.Kind)})"),
                Printable.Markup(Printable.Speakers(talk.Speakers)),
                Printable.Markup(talk.Event?.Name ?? ""),
                Printable.Markup(string.Join(", ", talk.Technologies)));
        }

        if (talks.Length > 0)
        {
            console.Write(table);
        }
        else
        {
            console.MarkupLine($"  [dim]{Printable.Markup(post.LeftOut ?? "no talk")}[/]");
            console.WriteLine();
        }
    }

    /// <summary>What the judge made of every passage.</summary>
    public static void WriteEvidence(IAnsiConsole console, ImmutableArray<TalkEvidence> evidence)
    {
        foreach (var passage in evidence)
        {
            var verdict = passage.Talk is null ? "[red]no talk[/]" : "[green]talk[/]   ";
            console.MarkupLine(
                $"  {passage.Line,5}  {verdict}  {passage.Score,6:+0.00;-0.00}  {Printable.Markup(passage.Passage)}  [dim]{NameOf(passage.Mark)}[/]");
            foreach (var reason in passage.Reasons)
            {
                console.MarkupLine($"         {reason.Weight,15:+0.00;-0.00}  {Printable.Markup(reason.Code)}  [dim]{Printable.Markup(reason.Detail)}[/]");
            }
        }

        console.WriteLine();
    }

    private static string NameOf<T>(T value)
        where T : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()).Replace('-', ' ');
}
