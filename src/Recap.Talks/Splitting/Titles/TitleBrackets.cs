using System.Text.RegularExpressions;
using Recap.Talks.Facts;

namespace Recap.Talks.Splitting.Titles;

/// <summary>Reads what stands in brackets behind a title, or before it.</summary>
internal static partial class TitleBrackets
{
    /// <summary>How long a session was, as part of a pattern.</summary>
    public const string Duration = @"(?:durée\s*:\s*)?\d{1,3}\s?(?:min(?:utes?)?|mn|['’′]|heures?)";

    // The first word of what brackets at the end of a title tell of the session.
    private static readonly Vocabulary<bool> Formats = new(
        ("rex retour live livecode livecoding conf conférence talk session université tools deep en anglais français fr vo vf la le les vidéo vidéos video videos slide slides replay replays", true),
        ("support supports captation code bof birds keynote plénière lightning quickie table panel atelier ateliers workshop workshops codelab codelabs hands", true));

    /// <summary>A title without what brackets at its end tell of the session: "Title (REX)", "Title (Lightning talk)", "Title (EN)", "Title (vidéo, slides)".</summary>
    public static ReadOnlySpan<char> WithoutFormat(ReadOnlySpan<char> title)
    {
        var open = AtEnd(title);
        return open > 3 && MayNameFormat(title[open..]) && (Format().IsMatch(title[open..]) || Brackets().IsMatch(title[open..])) ? title[..open].TrimEnd(" -–—:") : title;
    }

    /// <summary>Where the brackets open with which a title ends; -1 where it ends otherwise.</summary>
    public static int AtEnd(ReadOnlySpan<char> title) => title is [.., ')' or ']'] ? title.LastIndexOfAny('(', '[') : -1;

    /// <summary>The kind of session that brackets before or behind a title name; null where they name none.</summary>
    public static TalkKind? KindIn(ReadOnlySpan<char> title)
    {
        if (title is not (['[' or '(', ..] or [.., ')' or ']']) || !title.ContainsAny(Decoration.KindStems))
        {
            return null;
        }

        foreach (var bracket in Brackets().EnumerateMatches(title))
        {
            if (Decoration.KindOf(title.Slice(bracket.Index, bracket.Length).ToString()) is { } kind)
            {
                return kind;
            }
        }

        return null;
    }

    // By the first word that it holds.
    private static bool MayNameFormat(ReadOnlySpan<char> bracket) => Formats.Of(SentenceWords.First(bracket[1..].TrimStart()));

    // Nothing but the kind and how long it was: "(Atelier Web)" is a company.
    [GeneratedRegex(@"[\[(]\s*(?:bof|birds of a feather|(?:keynote|plénière)(?: d[eu]?[\w' ]+)?|lightning(?: talk)?|quickie|talk éclair|table ronde|panel|(?:atelier|workshop|codelab|hands[- ]on(?: lab)?)s?(?: pratique)?)(?:\s*[-,:–]?\s*\d[^\])]*)?\s*[\])]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^[\[(]\s*(?:rex|retour d['’]expérience|live[- ]?cod(?:e|ing)|conf(?:érence)?|talk|session|université|tools[- ]in[- ]action|deep[- ]dive|(?:en\s+)?(?:anglais|français)|en|fr|vo|vf|(?:(?:la|les?)\s+)?(?:vidéos?|videos?|slides?|replays?|supports?|captation|code)(?:\s*[,/|+&-]\s*(?:vidéos?|videos?|slides?|replays?|code))*)(?:\s*[-,:–/]?\s*" + Duration + @")?\s*[\])]\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Format();
}
