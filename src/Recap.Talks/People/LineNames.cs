using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Recap.Talks.Facts;

namespace Recap.Talks.People;

/// <summary>Reads the names of a line: pages and remarks behind them are no part of them.</summary>
internal static partial class LineNames
{
    // What names a page, and what opens a remark behind a name: most lines have neither.
    private static readonly SearchValues<string> PageStems =
        SearchValues.Create(["git", "twitter", "linkedin", "mastodon", "bluesky", "site", "blog"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> TailSigns = SearchValues.Create("-–—|•,(");
    private static readonly string[] TailBeginnings = ["salle", "room", "abstract", "vid", "slides", "lien", "niveau", "conf", "quickie", "talk", "keynote", "atelier", "fiche", "track", "replay"];
    private static readonly SearchValues<string> TailStems = SearchValues.Create(TailBeginnings, StringComparison.OrdinalIgnoreCase);

    /// <param name="text">The names, and what stands behind them.</param>
    /// <param name="least">How much each must look like a name.</param>
    /// <returns>The people; none where the text is anything else.</returns>
    public static ImmutableArray<Speaker> Read(ReadOnlySpan<char> text, Likeness least)
    {
        if (!PersonNames.MayBegin(text))
        {
            return [];
        }

        // "Anne github": what is no part of a name may be its second word.
        var opening = PersonNames.BeginsSentence(text) ? FirstWords(text) : text;
        var hasPages = opening.Contains('@') || opening.ContainsAny(PageStems);
        if (opening.Length < text.Length && !hasPages && !opening.ContainsAny(TailStems))
        {
            return [];
        }

        return NameList.Read(hasPages ? Pages().Replace(text.ToString(), "${next}") : text, least)
            ?? (WithoutRole(text) is { IsEmpty: false } named ? NameList.Read(named, least) : null)
            ?? (hasPages ? NameList.Read(Before(FromPage(), text), least) : null)
            ?? (MayHaveTail(text) && Before(Tail(), text) is var cut && cut.Length != text.Length ? NameList.Read(cut, least) : null) ?? [];
    }

    private static ReadOnlySpan<char> FirstWords(ReadOnlySpan<char> text)
    {
        var first = 0;
        while (!char.IsLetter(text[first]))
        {
            first++;
        }

        var second = first + text[first..].IndexOf(' ') + 1;
        return text[second..].IndexOf(' ') is >= 0 and var end ? text[..(second + end)] : text;
    }

    // "A - directrice de la sécurité, présidente de …": words about a person; nothing where there are none.
    private static ReadOnlySpan<char> WithoutRole(ReadOnlySpan<char> text) =>
        text.IndexOf(" - ") is var role and > 0 && role + 3 < text.Length && char.IsLower(text[role + 3]) ? text[..role] : [];

    // What such a pattern finds goes on to the end.
    private static ReadOnlySpan<char> Before(Regex pattern, ReadOnlySpan<char> text) => pattern.First(text) is { Length: > 0 } found ? text[..found.Index] : text;

    // Behind a sign stands how long it was, where, or what belongs to it.
    private static bool MayHaveTail(ReadOnlySpan<char> text)
    {
        for (var rest = text; rest.IndexOfAny(TailSigns) is >= 0 and var sign;)
        {
            rest = rest[(sign + 1)..];
            if (rest.TrimStart() is [>= '0' and <= '9', ..] || BeginsTail(rest.TrimStart()))
            {
                return true;
            }
        }

        return text.Contains("abstract", StringComparison.OrdinalIgnoreCase);
    }

    private static bool BeginsTail(ReadOnlySpan<char> text)
    {
        foreach (var beginning in TailBeginnings)
        {
            if (text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // "Présentateurs : A - GitHub / B - Twitter", "A - a@example.com".
    [GeneratedRegex(@"(?:\s*[-–—|•,(]\s*|\s+)\[?(?:github|gitlab|twitter|linkedin|mastodon|bluesky|site ?web|site|blog|website|[\w.+-]+@[\w-]+\.[\w.-]+)\]?\)?\s*(?<next>[/&,;|]|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Pages();

    [GeneratedRegex(@"\s*[-–—|•,(]\s*\[?(?:github|gitlab|twitter|linkedin|mastodon|bluesky|site ?web|site|blog|website)\b.*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FromPage();

    // "Par A - 45 minutes - Abstract", "Par A | Salle 3", "Par A (vidéo)".
    [GeneratedRegex(@"\s*(?:[-–—|•,]\s*(?:\d+ ?(?:min|h)|salle|room|abstract|vidéo|video|slides|lien|niveau|conférence|quickie|talk|keynote|atelier|fiche|track).*|\((?:vidéo|video|slides|lien|replay|abstract)[^)]*\)|\bAbstract\b.*)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tail();
}
