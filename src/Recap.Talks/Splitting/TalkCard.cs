using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Recap.Talks.Facts;
using Recap.Talks.People;
using Recap.Talks.Posts;
using Recap.Talks.Splitting.Titles;

namespace Recap.Talks.Splitting;

/// <summary>Reads the card of facts with which notes of one session open: "Conférence : Title", "Lieu : …", "Oratrice : A".</summary>
internal static partial class TalkCard
{
    // A card is among the first things of a post.
    private const int Reach = 20;
    private const int LongestTitle = 160;

    // The title, the people, and at least one of where, when and for whom.
    private const int FewestFields = 3;

    private static readonly SearchValues<string> PeopleStems = SearchValues.Create(["renci", "orat", "speaker", "intervenant", "sentat"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> SessionStems = SearchValues.Create(["talk", "conf", "session", "presentation", "sujet"], StringComparison.Ordinal);

    /// <summary>The title and the people of the only card of a post, a list of facts; null where its first blocks hold none, or where it has several.</summary>
    /// <param name="blocks">All of the post.</param>
    public static TitleLine? Of(ImmutableArray<Block> blocks)
    {
        // Most posts have none among their first blocks, and need not be read to their end to see that it is the only one.
        if (!NamesPeople(blocks) || Fields(blocks, PeopleStems, PeopleField()) is not [(var people, _)] || people >= Reach || blocks[people].Kind != BlockKind.ListItem)
        {
            return null;
        }

        var (from, to) = (people, people + 1);
        while (from > 0 && blocks[from - 1].Kind == BlockKind.ListItem)
        {
            from--;
        }

        while (to < blocks.Length && blocks[to].Kind == BlockKind.ListItem)
        {
            to++;
        }

        return Fields(blocks[from..to], null, AnyField()).Count >= FewestFields && Fields(blocks[from..to], null, TitleField()) is [(_, { Length: > 3 and <= LongestTitle } title)]
            && SpeakerLines.Read([.. blocks.Skip(people)]).People is { IsEmpty: false } speakers ? new TitleLine { Title = Decoration.Unquote(title), Speakers = speakers, Form = SpeakerForm.Said } : null;
    }

    /// <summary>The title that a card gives below a heading that only counts sessions: "Première conférence", "Talk 2"; null where there is none.</summary>
    /// <param name="folded">The heading, folded.</param>
    /// <param name="below">The blocks below it.</param>
    public static string? TitleBelow(string folded, List<Block> below) =>
        folded.AsSpan().ContainsAny(SessionStems) && Counted().IsMatch(folded) && Fields([.. below.Take(Reach)], null, TitleField()) is [(_, { Length: > 3 and <= LongestTitle } title)] ? Decoration.Unquote(title) : null;

    private static bool NamesPeople(ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks.AsSpan(0, Math.Min(Reach, blocks.Length)))
        {
            if (block.Kind == BlockKind.ListItem && block.Text is var text && text.Contains(':') && text.AsSpan().ContainsAny(PeopleStems))
            {
                return true;
            }
        }

        return false;
    }

    private static List<(int Block, string Value)> Fields(ImmutableArray<Block> blocks, SearchValues<string>? stems, Regex field)
    {
        var fields = new List<(int, string)>();
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i].Kind is BlockKind.ListItem or BlockKind.Paragraph && blocks[i].Text is var text && text.Contains(':') && (stems is null || text.AsSpan().ContainsAny(stems)))
            {
                fields.AddRange(field.Matches(text).Select(match => (i, PlainText.Line(match.Groups["value"].Value).Trim())));
            }
        }

        return fields;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"^\s*\p{L}[\p{L} '’().-]{2,30}:\s*(?<value>\S.*)?\z", Options)]
    private static partial Regex AnyField();

    [GeneratedRegex(@"^(?:(?:premi|deuxi|second|troisi|quatri|cinqui|derni)\w*\s+)?(?:talk|conference|conf|session|presentation|sujet)(?:\s+(?:n\W\s*|#)?\d+)?\z", Options)]
    private static partial Regex Counted();

    [GeneratedRegex(@"^\s*(?:titre(?:\s+(?:de\s+la|du|de\s+l['’])\s*\w+)?|intitulé|conférence|conf|talk|session|présentation|sujet)\s*:\s*(?<value>\S.*)\z", Options)]
    private static partial Regex TitleField();

    [GeneratedRegex(@"^\s*(?:conférenci(?:er|ère)|orat(?:eur|rice)|speaker|intervenant|présentat(?:eur|rice))(?:[(.·]?e?[).·]?s?\)?)?\s*:(?<value>.*)\z", Options)]
    private static partial Regex PeopleField();
}
