using System.Buffers;
using System.Text.RegularExpressions;
using Recap.Talks.Facts;
using Token = Recap.Talks.Splitting.Mentions.MaskedSentence.Token;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>Finds what a session was about by the word for a session and the people beside it: "la conférence de A sur …".</summary>
internal static partial class SessionTopics
{
    private static readonly SearchValues<string> WithWords = SearchValues.Create(["sur ", "autour ", "propos ", "consacr", "sentation", "introduction", "initiation", "couverte", "monstration"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> EntitledWords = SearchValues.Create(["intitul", "nomm", "baptis"], StringComparison.OrdinalIgnoreCase);

    // Words that are shown, and those that tell how long a session was, stand for one.
    private static readonly SearchValues<string> ShownWords = SearchValues.Create(["introduction", "initiation", "couverte", "monstration", "sentation", "heure", "minutes"], StringComparison.OrdinalIgnoreCase);

    // "d'ouverture", "de clôture", "du matin".
    private static readonly SearchValues<string> PlaceWords = SearchValues.Create(["ouverture", "introduction", "ture", "fin", "matin", "soir", "midi"], StringComparison.OrdinalIgnoreCase);

    private const string Of = "de ";

    // How far before a person a word may stand that leads there.
    private const int Reach = 40;

    // "la conférence de A sur …".
    internal static (string, string, Token?)? SessionOfPersonAbout(MaskedSentence sentence, PersonPlace place)
    {
        var person = place.Person;
        if (!place.IsLedTo || BeforeOf(place.Before) is not { IsEmpty: false } before || !sentence.FollowsSession(place.From + before.Length, 50, ".;:§") && !IsThatOne(before) || before[^Math.Min(before.Length, Reach)..] is var near && near.Contains("entre", StringComparison.OrdinalIgnoreCase) && IsCompared().IsMatch(near)
            || AboutPhrase.In(place.Behind) is not { Index: <= 60 } about || place.Behind[..about.Index].ContainsAny(".;"))
        {
            return null;
        }

        var topic = sentence.Text.AsSpan(person.At + 2 + about.Index + about.Length);
        return ("session-of-person-about", TopicMentions.UpToStop(topic), person);
    }

    // What stands before "de" and the like.
    private static ReadOnlySpan<char> BeforeOf(ReadOnlySpan<char> before)
    {
        var from = Math.Max(0, before.Length - Reach);
        return OfAtEnd().First(before[from..]) is { Length: > 0 } of ? before[..(from + of.Index)] : [];
    }

    // "Une heure sur … avec A", "un quart d'heure sur …".
    private const string While = "(?:(?:demi-)?heures?|quart d['’]heure|minutes)";

    // What is shown is what a session was about.
    private const string Shown = @"(?:présentation|introduction|initiation|découverte|démonstration)\s+(?:(?:de|du|des)\s+|d['’]\s*)";

    // "place à A pour un talk sur …", "A, avec un sujet sur …", "A nous a régalés avec sa présentation sur …".
    internal static (string, string, Token?)? PersonWithSession(MaskedSentence sentence, PersonPlace place) =>
        place.GoesOn && place.Behind.ContainsAny(WithWords) && WithSession().Match(place.Behind.ToString()) is { Success: true } with
            ? ("session-of-person-about", TopicMentions.UpToStop(place.Behind[with.Length..]), place.Person)
            : null;

    // "les conférences sur … étaient les meilleures, avec celle de A sur …", "le retour de A sur …".
    private static bool IsThatOne(ReadOnlySpan<char> before) =>
        before.TrimEnd() is var text && (text.EndsWith("celui", StringComparison.OrdinalIgnoreCase) || text.EndsWith("celle", StringComparison.OrdinalIgnoreCase) || text.EndsWith("retour", StringComparison.OrdinalIgnoreCase));

    // "la conférence sur … par A".
    internal static (string, string, Token?)? SessionAboutByPerson(MaskedSentence sentence, PersonPlace place) =>
        place.IsLedTo && (place.IsBehindSession || place.Before.ContainsAny(ShownWords)) && ByAtEnd().First(place.Before) is { Length: > 0 } by && SessionAbout().Match(place.Before[..by.Index].ToString()) is { Success: true } about && about.Groups["topic"].Length <= 120 && !about.Groups["topic"].ValueSpan.Contains('§')
            ? ("session-about-by-person", about.Groups["topic"].Value, place.Person)
            : null;

    // "la session Title par A", with nothing round the title.
    internal static (string, string, Token?)? SessionCalledByPerson(MaskedSentence sentence, PersonPlace place) =>
        place.IsLedTo && place.IsBehindSession && place.Before.TrimEnd().EndsWith("par", StringComparison.OrdinalIgnoreCase) && ParAtEnd().First(place.Before) is { Length: > 0 } by && SessionCalled().Match(place.Before[..by.Index].ToString()) is { Success: true } called
        && char.IsUpper(called.Groups["topic"].ValueSpan[0]) && !called.Groups["topic"].ValueSpan.TrimEnd('s').TrimEnd('e').EndsWith('é')
            ? ("session-called-by-person", called.Groups["topic"].Value, place.Person)
            : null;

    // "une conférence de Company sur …", "les talks … et celui de Company sur …".
    internal static (string, string, Token?)? SessionOfCompanyAbout(MaskedSentence sentence)
    {
        var text = sentence.Text.AsSpan();
        for (var at = text.IndexOf(Of); at >= 0;)
        {
            var (start, end) = (at == 0 || !WordSearch.IsOfWord(text[at - 1])) && OfCompany(text, at + Of.Length) is > 0 and var topic ? (topic, StopBehind(text, topic)) : (0, 0);
            if (end > start && sentence.FollowsSession(at, IsThatOne(text[..at]) ? 50 : 20, ".;§"))
            {
                return ("session-of-company-about", text[start..end].ToString(), null);
            }

            end = Math.Max(end, at + 1);
            at = text[end..].IndexOf(Of) is >= 0 and var next ? end + next : -1;
        }

        return null;
    }

    // Where the topic begins behind "Company sur": up to three words with capitals lead to it; 0 where they lead elsewhere.
    private static int OfCompany(ReadOnlySpan<char> text, int at)
    {
        var words = 0;
        for (; words < 3 && at < text.Length && char.IsUpper(text[at]); words++)
        {
            while (at < text.Length && (text[at] is '&' or '.' or '-' || WordSearch.IsOfWord(text[at])))
            {
                at++;
            }

            if (at == text.Length || !char.IsWhiteSpace(text[at++]))
            {
                return 0;
            }
        }

        return words > 0 && text[at..] is ['s', 'u', 'r', var blank, .. var behind] && char.IsWhiteSpace(blank) ? text.Length - behind.TrimStart().Length : 0;
    }

    private static int StopBehind(ReadOnlySpan<char> text, int from) => text[from..].IndexOfAny(".;,") is >= 0 and var stop ? from + stop : text.Length;

    // "La keynote d'ouverture a été animée par A": the session is called by its place.
    internal static (string, string, Token?)? SessionGivenBy(MaskedSentence sentence, PersonPlace place) =>
        place.IsLedTo && place.IsBehindSession && place.Before.Contains(" par ", StringComparison.OrdinalIgnoreCase) && place.Before.ContainsAny(PlaceWords) && GivenByAtEnd().Match(place.Before.ToString()) is { Success: true } given ? ("session-given-by", given.Groups["topic"].Value, place.Person) : null;

    // "une session intitulée …".
    internal static (string, string, Token?)? SessionEntitled(MaskedSentence sentence)
    {
        if (!sentence.Text.AsSpan().ContainsAny(EntitledWords))
        {
            return null;
        }

        foreach (Match match in Entitled().Matches(sentence.Text))
        {
            var rest = sentence.Text[(match.Index + match.Length)..];
            if (!sentence.FollowsSession(match.Index, 40, ".;¤§") || rest.Length == 0 || !char.IsLetter(rest[0]))
            {
                continue;
            }

            var end = EntitledEnd().Match(rest);
            if (end is { Success: true, Index: >= 6 and <= 101, ValueSpan: not "§" })
            {
                return ("session-entitled", rest[..end.Index], Giver(sentence, match.Index + match.Length + end.Index, end));
            }
        }

        return null;
    }

    // "intitulée … par A", "intitulée … et animée par …, A et B", "A a donné un talk intitulé …".
    private static Token? Giver(MaskedSentence sentence, int at, Match end) =>
        end.Value.EndsWith('§') ? sentence.Tokens.First(token => token.At == at + end.Length - 1)
            : end.Value.Contains("et", StringComparison.Ordinal) ? sentence.Tokens.FirstOrDefault(token => !token.IsTitle && token.At > at)
            : sentence.Tokens.LastOrDefault(token => !token.IsTitle && token.At < at);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"^\s*,?\s*(?:(?:qui\s+)?(?:nous\s+)?(?:a|ont|avait|avaient)\s+(?:[\w-]+\s+){1,3})?(?:pour|avec|dans|et|lors\s+d['’e]|(?:anim|ten[au]|tien|donn|propos|présent|fai[ts]|men|mèn)\w*)\s*(?:une?|s[ao]n?|leur)\s+(?:[\w-]+\s+){0,2}(?:(?:" + MaskedSentence.Session + "|" + While + @")(?:\s+\w+){0,2}\s+(?:sur|autour d[eu]s?|à propos d[eu]s?|consacrée? (?:à|aux|au))\s+|" + Shown + ")", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex WithSession();

    // "une résonance entre la keynote de A sur … et …": what is set beside something else is not told there.
    [GeneratedRegex(@"\bentre\s+(?:l[ae]\s+|l['’]\s*|une?\s+)\w+\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex IsCompared();

    [GeneratedRegex(@"(?:\b(?:de|du|par|by|avec)\s+|\bd['’]\s*)(?:(?:la|le|notre|mon|ma|jeune)\s+)?\z", Options)]
    private static partial Regex OfAtEnd();

    [GeneratedRegex(@",?\s+(?:(?:présentée?|animée?|donnée?)\s+)?(?:par|avec|de|d['’])\s*\z", Options)]
    private static partial Regex ByAtEnd();

    [GeneratedRegex(@"\b(?:(?:" + MaskedSentence.Session + "|" + While + @")(?:\s+(?:\w+\s+){0,2}(?:sur|autour d[eu]s?|à propos d[eu]s?|consacrée? (?:à|aux|au))\s+|(?:\s+de\s+la\s+(?:journée|matinée|soirée))?\s*:\s+)|" + Shown + @")(?<topic>(?:[^.;]|\.\w){3,})\z", Options)]
    private static partial Regex SessionAbout();

    [GeneratedRegex(@"\b(?<topic>(?:keynotes?|plénières?|conférences?|sessions?)\s+(?:d['’]ouverture|d['’]introduction|de clôture|de fermeture|de fin|du matin|du soir|du midi))\s+(?:a été|ont été|est|était|fut)\s+(?:animée?|donnée?|assurée?|servie?|présentée?|tenue?|ouverte?)s?\s+par\s+(?:une?\s+|l[ea]\s+)?\z", Options)]
    private static partial Regex GivenByAtEnd();

    [GeneratedRegex(@"\s+(?:présentée?\s+|animée?\s+|donnée?\s+)?par\s*\z", Options)]
    private static partial Regex ParAtEnd();

    [GeneratedRegex(@"\b" + MaskedSentence.Session + @"\s+(?:[:,]\s+)?(?<topic>\p{L}[^.;:§¤()]{5,100})\z", Options)]
    private static partial Regex SessionCalled();

    [GeneratedRegex(@"\b(?:intitulée?|s['’]intitul\w+|nommée?|baptisée?)\s*:?\s*", Options)]
    private static partial Regex Entitled();

    [GeneratedRegex(@"\s+ou encore|\s+par\s+§|\s+et\s+(?:animée?|présentée?|donnée?)\s|[.,;§]|\z", Options)]
    private static partial Regex EntitledEnd();
}
