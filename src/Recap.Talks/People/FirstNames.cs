using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Recap.Talks.Facts;

namespace Recap.Talks.People;

/// <summary>Finds who speaks where a writer calls people by their given names only: "le bel exposé de Martin", "Carole nous raconte …".</summary>
internal static partial class FirstNames
{
    /// <summary>The people of the first sentence that says of given names that they gave or tell a session; empty where none does.</summary>
    /// <param name="text">What is told of the session.</param>
    /// <param name="glossary">Names that are technologies.</param>
    public static ImmutableArray<Speaker> In(string text, Glossary glossary)
    {
        if (!HoldsGivenName(text))
        {
            return [];
        }

        foreach (var place in Given().EnumerateMatches(text))
        {
            // Most sentences begin with another word, and what each group holds takes longer to find than the place.
            if (!PersonNames.IsGivenName(LastName(text.AsSpan(place.Index, place.Length))))
            {
                continue;
            }

            var match = Given().Match(text, place.Index);
            ImmutableArray<string> names = match.Groups["other"] is { Success: true } other ? [match.Groups["name"].Value, other.Value] : [match.Groups["name"].Value];
            if (names.All(name => PersonNames.IsGivenName(name) && glossary.Find(name) is null)
                && (match.Groups["session"].Success && !GoesOn().IsMatch(text.AsSpan(match.Index + match.Length)) || Tells().IsMatch(text.AsSpan(match.Index + match.Length))))
            {
                return [.. names.Select(name => new Speaker(name))];
            }
        }

        return [];
    }

    private static bool HoldsGivenName(ReadOnlySpan<char> text)
    {
        var capitals = new CharacterPlaces(text, PersonFinder.Capitals);
        for (var at = capitals.Next(0); at >= 0; at = capitals.Next(at + 1))
        {
            var end = at + 1;
            while (end < text.Length && (char.IsLetter(text[end]) || text[end] == '-'))
            {
                end++;
            }

            if (PersonNames.IsGivenName(text[at..end]))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> LastName(ReadOnlySpan<char> words)
    {
        var start = words.Length;
        while (start > 0 && (char.IsLetter(words[start - 1]) || words[start - 1] == '-'))
        {
            start--;
        }

        return words[start..];
    }

    private const string Verbs = "présent|expliqu|montr|racont|parl|détaill|partag|expos|insist|conclu|commenc|propos|rappel|abord|évoqu|démontr";

    private const string Name = @"\p{Lu}\p{Ll}{2,14}(?:-\p{Lu}\p{Ll}{2,14})?";

    [GeneratedRegex(@"(?:\b(?<session>(?:talk|conférence|conf|présentation|session|keynote|atelier|intervention|quickie|exposé|démo|sujet)\s+(?:[\p{Ll}-]+\s+){0,2}(?:de\s+|d['’]|par\s+|avec\s+)|(?:présenté|animé|donné|mené|assuré|proposé|raconté)e?s?\s+par\s+)|(?:^|[.!?\n:,]\s+|\b(?:et|puis|ensuite)\s+))(?<name>" + Name + @")(?:\s+et\s+(?<other>" + Name + "))?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Given();

    // A surname.
    [GeneratedRegex(@"^(?:\s+\p{Lu}|[-'’.\w])", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"^,?\s+(?:nous\s+(?:\w*[^\Ws]|\w*[^\Wn]s)\b|(?:(?:a|ont|vient|viennent|va)\s+(?:\w+\s+)?(?:" + Verbs + ")|(?:" + Verbs + @"|recommand|revien|décri))\w*)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tells();
}
