using System.Buffers;
using System.Text.RegularExpressions;
using Token = Recap.Talks.Splitting.MaskedSentence.Token;

namespace Recap.Talks.Splitting;

/// <summary>Finds what a session was about where a sentence tells it without quoting a title.</summary>
internal static partial class TopicMentions
{
    // A sentence that begins "La ", "L'", "Cette " tells of what follows.
    private const int LongestArticle = 6;

    // How far behind its word a session's topic may begin.
    private const int AttendedReach = 90;

    private static readonly SearchValues<string> AboutWords = SearchValues.Create(["sur", "propos", "autour", "concernant", "consacr"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> EntitledWords = SearchValues.Create(["intitul", "nomm", "baptis"], StringComparison.OrdinalIgnoreCase);

    /// <summary>What a sentence may be about, the surest first.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="bold">Whether sentences count in which nothing but a person telling speaks of a session.</param>
    public static IEnumerable<(string Pattern, string Topic, Token? Person)> In(MaskedSentence sentence, bool bold)
    {
        if (sentence.Sessions.Count > 0)
        {
            foreach (var found in Sessions(sentence))
            {
                yield return found;
            }
        }

        if (sentence.Text.Contains("ai ", StringComparison.Ordinal) && OwnSession().Match(sentence.Text) is { Success: true } own)
        {
            yield return ("own-session", own.Groups["topic"].Value, null);
        }

        if (bold)
        {
            foreach (var found in Told(sentence))
            {
                yield return found;
            }
        }

        if (sentence.Sessions.Count > 0 && AttendedAbout(sentence) is { } attended)
        {
            yield return attended;
        }
    }

    private static IEnumerable<(string Pattern, string Topic, Token? Person)> Told(MaskedSentence sentence)
    {
        if (ToldByPerson(sentence) is { } told)
        {
            yield return told;
        }

        if (First(sentence, PersonTells) is { } tells)
        {
            yield return tells;
        }

        if (sentence.Sessions.Count > 0 && First(sentence, AttendedOfPerson) is { } ofPerson)
        {
            yield return ofPerson;
        }
    }

    private static IEnumerable<(string Pattern, string Topic, Token? Person)> Sessions(MaskedSentence sentence)
    {
        if (First(sentence, SessionGivenBy) is { } given)
        {
            yield return given;
        }

        if (First(sentence, SessionOfPersonAbout) is { } ofPerson)
        {
            yield return ofPerson;
        }

        if (First(sentence, SessionAboutByPerson) is { } byPerson)
        {
            yield return byPerson;
        }

        if (First(sentence, SessionOfByPerson) is { } madeBy)
        {
            yield return madeBy;
        }

        if (SessionOfCompanyAbout(sentence) is { } ofCompany)
        {
            yield return ofCompany;
        }

        if (SessionEntitled(sentence) is { } entitled)
        {
            yield return entitled;
        }
    }

    private static (string, string, Token?)? First(MaskedSentence sentence, Func<MaskedSentence, PersonPlace, (string, string, Token?)?> pattern)
    {
        foreach (var place in sentence.Places)
        {
            if (pattern(sentence, place) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    // "la conférence de A sur …".
    private static (string, string, Token?)? SessionOfPersonAbout(MaskedSentence sentence, PersonPlace place)
    {
        var person = place.Person;
        if (!place.IsLedTo || OfAtEnd().Match(place.Before) is not { Success: true } of || !sentence.FollowsSession(person.At - place.Before.Length + of.Index, 50, ".;:§")
            || About().Match(place.Behind) is not { Success: true, Index: <= 60 } about || place.Behind.AsSpan(0, about.Index).ContainsAny(".;"))
        {
            return null;
        }

        var topic = sentence.Text.AsSpan(person.At + 2 + about.Index + about.Length);
        return ("session-of-person-about", UpToStop(topic), person);
    }

    // "la conférence sur … par A".
    private static (string, string, Token?)? SessionAboutByPerson(MaskedSentence sentence, PersonPlace place) =>
        place.IsLedTo && ByAtEnd().Match(place.Before) is { Success: true } by && SessionAbout().Match(place.Before[..by.Index]) is { Success: true } about && about.Groups["topic"].Length <= 120
            ? ("session-about-by-person", about.Groups["topic"].Value, place.Person)
            : null;

    // "une présentation de Title par A".
    private static (string, string, Token?)? SessionOfByPerson(MaskedSentence sentence, PersonPlace place) =>
        place.IsLedTo && ParAtEnd().Match(place.Before) is { Success: true } by && SessionOf().Match(place.Before[..by.Index]) is { Success: true } of && char.IsUpper(of.Groups["topic"].ValueSpan[0])
            ? ("session-of-by-person", of.Groups["topic"].Value, place.Person)
            : null;

    // "j'ai vu la keynote de A", "La présentation de A était …", with no word of its topic: the session is called by whose it was.
    private static (string, string, Token?)? AttendedOfPerson(MaskedSentence sentence, PersonPlace place)
    {
        if (!place.IsLedTo || SessionOfAtEnd().Match(place.Before) is not { Success: true } of)
        {
            return null;
        }

        var before = place.Before.AsSpan();
        var word = of.Groups["word"];
        return before.Length == place.Person.At && of.Index <= LongestArticle || Attends().IsMatch(before[..(word.Index + word.Length)])
            ? ("attended-of-person", $"{before[word.Index..]}{sentence.Text.AsSpan(place.Person.At, 2)}", place.Person)
            : null;
    }

    // "j'ai vu une session … sur …", "assister à une présentation sur …".
    private static (string, string, Token?)? AttendedAbout(MaskedSentence sentence)
    {
        foreach (var end in sentence.Sessions)
        {
            var rest = sentence.Text.AsSpan(end, Math.Min(AttendedReach, sentence.Text.Length - end));
            if (rest.ContainsAny(AboutWords) && About().Match(rest.ToString()) is { Success: true } about && !rest[..about.Index].ContainsAny(".;¤§,") && Attends().IsMatch(sentence.Text.AsSpan(Math.Max(0, end - 70), end - Math.Max(0, end - 70))))
            {
                var topic = sentence.Text.AsSpan(end + about.Index + about.Length);
                return ("attended-about", UpToStop(topic), null);
            }
        }

        return null;
    }

    // "une conférence de Company sur …", "les talks … et celui de Company sur …".
    private static (string, string, Token?)? SessionOfCompanyAbout(MaskedSentence sentence)
    {
        if (!sentence.Text.Contains("sur", StringComparison.Ordinal))
        {
            return null;
        }

        foreach (Match match in OfCompanyAbout().Matches(sentence.Text))
        {
            var before = sentence.Text.AsSpan(0, match.Index).TrimEnd();
            var reach = before.EndsWith("celui", StringComparison.OrdinalIgnoreCase) || before.EndsWith("celle", StringComparison.OrdinalIgnoreCase) ? 50 : 20;
            if (sentence.FollowsSession(match.Index, reach, ".;§"))
            {
                return ("session-of-company-about", match.Groups["topic"].Value, null);
            }
        }

        return null;
    }

    // "La keynote d'ouverture a été animée par A": the session is called by its place.
    private static (string, string, Token?)? SessionGivenBy(MaskedSentence sentence, PersonPlace place) =>
        place.IsLedTo && GivenByAtEnd().Match(place.Before) is { Success: true } given ? ("session-given-by", given.Groups["topic"].Value, place.Person) : null;

    // "une session intitulée …".
    private static (string, string, Token?)? SessionEntitled(MaskedSentence sentence)
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

    // "…, présenté par A".
    private static (string, string, Token?)? ToldByPerson(MaskedSentence sentence)
    {
        if (sentence.Places is not [{ IsLedTo: true, Person: var person }, ..] || !ToldAtEnd().IsMatch(sentence.Text.AsSpan()[Math.Max(0, person.At - 300)..person.At]))
        {
            return null;
        }

        var text = sentence.Text.AsSpan(0, person.At);
        var comma = text.IndexOfAny(",.;");
        return comma is >= 3 and <= 90 && !sentence.Sessions.Exists(end => end <= comma) && text[comma] == ',' && person.At - comma < 180 ? ("told-by-person", text[..comma].TrimStart(" -*•–—\"").ToString(), person) : null;
    }

    // "A nous a parlé de …".
    private static (string, string, Token?)? PersonTells(MaskedSentence sentence, PersonPlace place) =>
        place.GoesOn && TellsAtStart().Match(place.Behind) is { Success: true } tells && (tells.Groups["aux"].Success || !tells.Groups["verb"].ValueSpan.EndsWith("er")) ? ("person-tells", tells.Groups["topic"].Value, place.Person) : null;

    // A point within a word ends nothing: "Node.js".
    private static string UpToStop(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny('.', ';');
        while (end >= 0 && end + 1 < text.Length && text[end] == '.' && char.IsLetterOrDigit(text[end + 1]))
        {
            var next = text[(end + 1)..].IndexOfAny('.', ';');
            end = next < 0 ? -1 : end + 1 + next;
        }

        return (end < 0 ? text : text[..end]).ToString();
    }

    private const string Tells = @"(?<aux>(?:nous\s+)?(?:a|ont|avait|vient|viennent|(?:est|sont|était|étaient)\s+(?:\w+\s+)?venue?s?|venait|venaient|venue?s?)\s+(?:(?:nous|ensuite|alors|aussi|également|enfin|y)\s+){0,2})?(?:nous\s+)?(?:fait\s+(?:également\s+|aussi\s+)?(?:un retour d['’]expérience|une présentation|un talk|une démo|une démonstration|une introduction|une initiation)\s+(?:sur|de|du|d['’]|à)|(?<verb>(?:présent|expli|montr|racont|relat|expos|détaill|démontr|partag|évoqu|abord|décri|illustr|parl|live[- ]cod)\w*)|propos(?:e|ent|ait|aient)|revien\w*\s+sur|remet\w*\s+en\s+cause|donn\w*\s+(?:(?:une|sa|la)\s+\w+\s+sur|(?:des|quelques|les|ses)\s+(?:clé|clef|conseil|astuce|piste|exemple|idée|retour)s?\s+(?:pour|sur)))";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"(?:\b(?:de|du|par|by|avec)\s+|\bd['’]\s*)(?:(?:la|le|notre|mon|ma|jeune)\s+)?$", Options)]
    private static partial Regex OfAtEnd();

    [GeneratedRegex(@"\b(?:sur|à propos d[eu]s?|autour d[eu]s?|concernant|consacrée? (?:à|aux|au))\s+", Options)]
    private static partial Regex About();

    [GeneratedRegex(@",?\s+(?:(?:présentée?|animée?|donnée?)\s+)?(?:par|de|d['’])\s*$", Options)]
    private static partial Regex ByAtEnd();

    [GeneratedRegex(@"\b" + MaskedSentence.Session + @"\s+(?:\w+\s+){0,2}(?:sur|autour d[eu]s?|à propos d[eu]s?|consacrée? (?:à|aux|au))\s+(?<topic>[^.;]{3,})$", Options)]
    private static partial Regex SessionAbout();

    [GeneratedRegex(@"\b(?<topic>(?:keynotes?|plénières?|conférences?|sessions?)\s+(?:d['’]ouverture|d['’]introduction|de clôture|de fermeture|de fin|du matin|du soir|du midi))\s+(?:a été|ont été|est|était|fut)\s+(?:animée?|donnée?|assurée?|servie?|présentée?|tenue?|ouverte?)s?\s+par\s+(?:une?\s+|l[ea]\s+)?$", Options)]
    private static partial Regex GivenByAtEnd();

    [GeneratedRegex(@"\s+(?:présentée?\s+|animée?\s+|donnée?\s+)?par\s*$", Options)]
    private static partial Regex ParAtEnd();

    [GeneratedRegex(@"\b" + MaskedSentence.Session + @"\s+(?:de\s+|du\s+|d['’])(?<topic>[^.;,§¤]{3,60})$", Options)]
    private static partial Regex SessionOf();

    [GeneratedRegex(@"\b(?<word>" + MaskedSentence.Session + @")\s+(?:(?:d['’]|de\s+)?[\w-]+\s+){0,2}(?:de\s+|d['’]\s*|par\s+)(?:(?:la|le)\s+)?$", Options)]
    private static partial Regex SessionOfAtEnd();

    [GeneratedRegex(@"\b(?:assist\w+\s+(?:à|au|aux)|vue?s?|voir|suivi\w*|suivre|particip\w+\s+(?:à|au)|écout\w+|découvr\w+|découvert\w*|rejoindre|retien\w*|retenu\w*|tour\s+de|prêté\w*|apprécié\w*|aimé\w*)\s+(?:[\w-]+\s+|[ldn]['’]){0,5}" + MaskedSentence.Session + "$", Options)]
    private static partial Regex Attends();

    [GeneratedRegex(@"\bde (?:\p{Lu}[\w&.-]*\s){1,3}sur\s+(?<topic>[^.;,]+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OfCompanyAbout();

    [GeneratedRegex(@"\b(?:intitulée?|s['’]intitul\w+|nommée?|baptisée?)\s*:?\s*", Options)]
    private static partial Regex Entitled();

    [GeneratedRegex(@"\s+ou encore|\s+par\s+§|\s+et\s+(?:animée?|présentée?|donnée?)\s|[.,;§]|$", Options)]
    private static partial Regex EntitledEnd();

    [GeneratedRegex(@"\b(?:présentée?s?|animée?s?|racontée?s?)\s+par\s+$", Options)]
    private static partial Regex ToldAtEnd();

    [GeneratedRegex(@"\bj['’]ai (?:eu (?:la chance|le plaisir|l['’]honneur|l['’]occasion) (?:de |d['’]))?(?:co-?)?(?:présent|anim|donn|fai|ten)(?:é|er|t|u)\s+(?:(?:une?|mon|ma|notre)\s+" + MaskedSentence.Session + @"\s+(?:sur|autour d[eu]s?|à propos d[eu]s?|intitulée?)\s+|l[ea]s?\s+)(?<topic>[^.;§]{6,})", Options)]
    private static partial Regex OwnSession();

    [GeneratedRegex(@"^(?:,[^,.]{0,60},|\s+(?:de|chez)\s+\p{Lu}\w+(?:\s*\([^)]{0,40}\))?)?,?\s+(?:¤.\s+)?(?:(?:qui|y|également|ensuite|aussi|leur|lui)\s+)*(?:[\w' ]{0,30}\b(?<aux>venu)\s+)?" + Tells + @"\s*(?:[^.;¤,]{0,20}?\bsur\s+)?(?:également\s+|aussi\s+)?(?<topic>(?:[^.;]|\.\w){6,})", Options)]
    private static partial Regex TellsAtStart();
}
