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
        var table = new Grid().AddColumn(new GridColumn().RightAligned().NoWrap()).AddColumn();
        for (var i = 0; i < hits.Count; i++)
        {
            table.AddRow((i + 1).ToString(CultureInfo.InvariantCulture), Cell(hits[i]));
        }

        console.Write(table);
    }

    private static string Cell(TalkHit hit)
    {
        var talk = hit.Talk.Talk;
        string[] facts = [Printable.Speakers(talk.Speakers), talk.Event?.Name ?? "", $"{talk.Post}:{talk.Line}"];
        string[] lines =
        [
            $"[bold]{Marked(hit.Title)}[/]",
            $"[blue]{Printable.Markup(string.Join(" · ", facts.Where(fact => fact.Length > 0)))}[/]",
            .. hit.Snippets.Take(1).Select(Marked),
            .. hit.Tellings.Select(telling => $"Told too in {Printable.Markup(telling)}"),
            .. hit.Explanation is { } explanation ? MatchWording.Say(explanation).Select(Printable.Markup) : [],
        ];
        return string.Join('\n', lines);
    }

    private static string Marked(ImmutableArray<TextSegment> segments) =>
        string.Concat(segments.Select(segment =>
            segment.Highlighted ? $"[yellow]{Printable.Markup(segment.Text)}[/]" : Printable.Markup(segment.Text)));
}
