using System.Globalization;
using Recap.Engine.Relating;
using Spectre.Console;

namespace Recap.Cli.Output;

/// <summary>Suggestions for people: the talk asked about, then title, place and reasons of each.</summary>
internal static class RelatedTable
{
    private const int ReasonsShown = 3;

    public static void Write(Surroundings surroundings, RelatedGroup group)
    {
        var console = Consoles.Out(surroundings);
        if (group.About is { } about)
        {
            console.MarkupLine($"[bold]{Printable.Markup(about.Talk.Title)}[/]");
        }

        if (group.EmptyReason is { } reason)
        {
            console.MarkupLine($"  {Printable.Markup(Say(reason))}");
            return;
        }

        var table = new Grid().AddColumn(new GridColumn().RightAligned().NoWrap()).AddColumn();
        for (var i = 0; i < group.Suggestions.Length; i++)
        {
            table.AddRow((i + 1).ToString(CultureInfo.InvariantCulture), Cell(group.Suggestions[i]));
        }

        console.Write(table);
    }

    private static string Cell(RelatedTalk related)
    {
        var talk = related.Talk.Talk;
        string[] facts = [Printable.Speakers(talk.Speakers), talk.Event?.Name ?? "", $"{talk.Post}:{talk.Line}"];
        var reasons = related.Reasons.Take(ReasonsShown).Select(reason => ReasonWording.ById.Say(reason, "en"));
        string[] lines =
        [
            $"[bold]{Printable.Markup(talk.Title)}[/] {related.Score.ToString("P0", CultureInfo.InvariantCulture)}",
            $"[blue]{Printable.Markup(string.Join(" · ", facts.Where(fact => fact.Length > 0)))}[/]",
            Printable.Markup(string.Join(". ", reasons)),
        ];
        return string.Join('\n', lines);
    }

    private static string Say(EmptyReason reason) => reason switch
    {
        EmptyReason.NoCloseTalk => "No other talk is close enough.",
        EmptyReason.NothingToGoBy => "There are no words to go by.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "There are no words for it."),
    };
}
