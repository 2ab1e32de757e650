using System.Buffers;
using System.Text.RegularExpressions;
using Token = Recap.Talks.Splitting.Mentions.MaskedSentence.Token;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>Finds what a session was about by the word for a session and the people beside it: "la conférence de A sur …".</summary>
internal static partial class SessionTopics
{
    private static readonly SearchValues<string> WithWords = SearchValues.Create(["sur ", "autour ", "propos ", "consacr", "sentation", "introduction", "initiation", "couverte", "monstration"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> EntitledWords = SearchValues.Create(["intitul", "nomm", "baptis"], StringComparison.OrdinalIgnoreCase);

    // "la conférence de A sur …".
    internal static (string, string, Token?)? SessionOfPersonAbout(MaskedSentence sentence, PersonPlace place)
    {
        var person = place.Person;
        if (!place.IsLedTo || OfAtEnd().Match(place.Before) is not { Success: true } of || IsCompared().IsMatch(place.Before.AsSpan(0, of.Index)) || !sentence.FollowsSession(person.At - place.Before.Length + of.Index, 50, ".;:§") && !IsThatOne(place.Before.AsSpan(0, of.Index))
            || TopicMentions.AboutIn(place.Behind) is not { Index: <= 60 } about || place.Behind[..about.Index].ContainsAny(".;"))
        {
            return null;
        }

        var topic = sentence.Text.AsSpan(person.At + 2 + about.Index + about.Length);
        return ("session-of-person-about", TopicMentions.UpToStop(topic), person);
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
        place.IsLedTo && ByAtEnd().Match(place.Before) is { Success: true } by && SessionAbout().Match(place.Before[..by.Index]) is { Success: true } about && about.Groups["topic"].Length <= 120 && !about.Groups["topic"].ValueSpan.Contains('§')
            ? ("session-about-by-person", about.Groups["topic"].Value, place.Person)
            : null;

    // "la session Title par A", with nothing round the title.
    internal static (string, string, Token?)? SessionCalledByPerson(MaskedSentence sentence, PersonPlace place) =>
        place.IsLedTo && place.IsBehindSession && ParAtEnd().Match(place.Before) is { Success: true } by && SessionCalled().Match(place.Before[..by.Index]) is { Success: true } called
        && char.IsUpper(called.Groups["topic"].ValueSpan[0]) && !called.Groups["topic"].ValueSpan.TrimEnd('s').TrimEnd('e').EndsWith('é')
            ? ("session-called-by-person", called.Groups["topic"].Value, place.Person)
            : null;

    // "une conférence de Company sur …", "les talks … et celui de Company sur …".
    internal static (string, string, Token?)? SessionOfCompanyAbout(MaskedSentence sentence)
    {
        if (!sentence.Text.Contains("sur", StringComparison.Ordinal) || !MayNameCompany(sentence.Text))
        {
            return null;
        }

        foreach (Match match in OfCompanyAbout().Matches(sentence.Text))
        {
            if (sentence.FollowsSession(match.Index, IsThatOne(sentence.Text.AsSpan(0, match.Index)) ? 50 : 20, ".;§"))
            {
                return ("session-of-company-about", match.Groups["topic"].Value, null);
            }
        }

        return null;
    }

    // "de" before a capital.
    private static bool MayNameCompany(ReadOnlySpan<char> text)
    {
        const string Of = "de ";
        for (var at = text.IndexOf(Of); at >= 0; at = text.IndexOf(Of))
        {
            text = text[(at + Of.Length)..];
            if (text is [var first, ..] && char.IsUpper(first))
            {
                return true;
            }
        }

        return false;
    }

    // "La keynote d'ouverture a été animée par A": the session is called by its place.
    internal static (string, string, Token?)? SessionGivenBy(MaskedSentence sentence, PersonPlace place) =>
        place.IsLedTo && place.IsBehindSession && GivenByAtEnd().Match(place.Before) is { Success: true } given ? ("session-given-by", given.Groups["topic"].Value, place.Person) : null;

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

    [GeneratedRegex(@"\bde (?:\p{Lu}[\w&.-]*\s){1,3}sur\s+(?<topic>[^.;,]+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OfCompanyAbout();

    [GeneratedRegex(@"\b(?:intitulée?|s['’]intitul\w+|nommée?|baptisée?)\s*:?\s*", Options)]
    private static partial Regex Entitled();

    [GeneratedRegex(@"\s+ou encore|\s+par\s+§|\s+et\s+(?:animée?|présentée?|donnée?)\s|[.,;§]|\z", Options)]
    private static partial Regex EntitledEnd();
}
