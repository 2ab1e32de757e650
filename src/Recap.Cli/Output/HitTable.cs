using System.Collections.Immutable;
using System.Globalization;
using Recap.Engine.Querying;
using Spectre.Console;

namespace Recap.Cli.Output;

/// <summary>Hits for people: title and best passage with what matched, who, where.</summary>
internal static class HitTable
{
    public static void Write(IAnsiConsole console, IReadOnlyList<TalkHit> hits)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn("#").RightAligned())
            .AddColumn("Talk").AddColumn("Speakers").AddColumn("Event").AddColumn("Told in");
        for (var i = 0; i < hits.Count; i++)
        {
            var talk = hits[i].Talk.Talk;
            table.AddRow(
                (i + 1).ToString(CultureInfo.InvariantCulture),
                Cell(hits[i]),
                Printable.Markup(Printable.Speakers(talk.Speakers)),
                Printable.Markup(talk.Event?.Name ?? ""),
                Printable.Markup($"{talk.Post}:{talk.Line}"));
        }

        console.Write(table);
    }

    private static string Cell(TalkHit hit)
    {
        var title = $"[bold]{Marked(hit.Title)}[/]";
        return hit.Snippets is [var first, ..] ? $"{title}\n[dim]{Marked(first)}[/]" : title;
    }

    private static string Marked(ImmutableArray<TextSegment> segments) =>
        string.Concat(segments.Select(segment =>
            segment.Highlighted ? $"[yellow]{Printable.Markup(segment.Text)}[/]" : Printable.Markup(segment.Text)));
}
