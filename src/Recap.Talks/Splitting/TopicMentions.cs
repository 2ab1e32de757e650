using System.Buffers;
using System.Collections.Immutable;
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

    /// <summary>What a sentence may be about, the surest first.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="bold">Whether sentences count in which nothing but a person telling speaks of a session.</param>
    public static IEnumerable<(string Pattern, string Topic, Token? Person)> In(MaskedSentence sentence, bool bold)
    {
        if (sentence.Sessions.Count > 0)
        {
            foreach (var found in SessionTopics.In(sentence))
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

    /// <summary>Whether a pattern is one of those that are tried only where bold.</summary>
    public static bool IsBold(string pattern) => pattern is "told-by-person" or "person-tells" or "pronoun-tells" or "attended-of-person" or "session-about-was";

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

        if (PronounTells(sentence) is { } pronoun)
        {
            yield return pronoun;
        }

        if (sentence.Sessions.Count == 0)
        {
            yield break;
        }

        if (First(sentence, AttendedOfPerson) is { } ofPerson)
        {
            yield return ofPerson;
        }

        if (SessionAboutWas(sentence) is { } was)
        {
            yield return was;
        }
    }

    internal static (string, string, Token?)? First(MaskedSentence sentence, Func<MaskedSentence, PersonPlace, (string, string, Token?)?> pattern)
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

    // "Il nous a parlé de …": who, the sentence before says.
    private static (string, string, Token?)? PronounTells(MaskedSentence sentence)
    {
        var text = sentence.Text.AsSpan().TrimStart();
        return BeginsWithPronoun(text) && Telling(text[text.IndexOf(' ')..]) is { Success: true } tells && tells.Groups["aux"].Success
            ? ("pronoun-tells", tells.Groups["topic"].Value, null)
            : null;
    }

    private static bool BeginsWithPronoun(ReadOnlySpan<char> text)
    {
        foreach (var pronoun in Pronouns)
        {
            if (text.StartsWith(pronoun))
            {
                return true;
            }
        }

        return false;
    }

    // Without the stem of a verb that tells, there is nothing to match.
    private static Match? Telling(ReadOnlySpan<char> behind) => behind.ContainsAny(TellingStems) ? TellsAtStart().Match(behind.ToString()) : null;

    // "La conférence sur … était …".
    private static (string, string, Token?)? SessionAboutWas(MaskedSentence sentence) =>
        SessionWas().Match(sentence.Text) is { Success: true } was ? ("session-about-was", was.Groups["topic"].Value, null) : null;

    private static readonly ImmutableArray<string> Pronouns = ["Il ", "Elle ", "Ils ", "Elles ", "Celui-ci ", "Celle-ci ", "Ceux-ci "];

    // "j'ai vu la keynote de A", "La présentation de A était …", with no word of its topic: the session is called by whose it was.
    private static (string, string, Token?)? AttendedOfPerson(MaskedSentence sentence, PersonPlace place)
    {
        if (!place.IsLedTo || SessionOfAtEnd().Match(place.Before) is not { Success: true } of)
        {
            return null;
        }

        var before = place.Before.AsSpan();
        var word = of.Groups["word"];

        // "deux conférences de A": what each was about is told behind.
        return !word.ValueSpan.EndsWith('s') && (before.Length == place.Person.At && of.Index <= LongestArticle || Attends().IsMatch(before[..(word.Index + word.Length)]))
            ? ("attended-of-person", $"{before[word.Index..]}{sentence.Text.AsSpan(place.Person.At, 2)}", place.Person)
            : null;
    }

    // "j'ai vu une session … sur …", "assister à une présentation sur …".
    private static (string, string, Token?)? AttendedAbout(MaskedSentence sentence)
    {
        foreach (var end in sentence.Sessions)
        {
            var rest = sentence.Text.AsSpan(end, Math.Min(AttendedReach, sentence.Text.Length - end));
            // "des conférences sur la sécurité": several have no more than a theme in common.
            if (sentence.Text[end - 1] is not ('s' or 'S') && AboutIn(rest) is { } about && !rest[..about.Index].ContainsAny(".;¤§,") && Attends().IsMatch(sentence.Text.AsSpan(Math.Max(0, end - 70), end - Math.Max(0, end - 70))))
            {
                var topic = sentence.Text.AsSpan(end + about.Index + about.Length);
                return ("attended-about", UpToStop(topic), null);
            }
        }

        return null;
    }

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
        place.GoesOn && Telling(place.Behind) is { Success: true } tells && (tells.Groups["aux"].Success || !tells.Groups["verb"].ValueSpan.EndsWith("er")) ? ("person-tells", tells.Groups["topic"].Value, place.Person) : null;

    /// <summary>Where a text says first that what follows is a topic; null where it does not.</summary>
    internal static (int Index, int Length)? AboutIn(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(AboutWords))
        {
            foreach (var about in About().EnumerateMatches(text))
            {
                return (about.Index, about.Length);
            }
        }

        return null;
    }

    // A point within a word ends nothing: "Node.js".
    internal static string UpToStop(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny('.', ';');
        while (end >= 0 && end + 1 < text.Length && text[end] == '.' && char.IsLetterOrDigit(text[end + 1]))
        {
            var next = text[(end + 1)..].IndexOfAny('.', ';');
            end = next < 0 ? -1 : end + 1 + next;
        }

        return (end < 0 ? text : text[..end]).ToString();
    }

    private static readonly SearchValues<string> TellingStems = SearchValues.Create(
        ["fait", "sent", "expli", "montr", "racont", "relat", "expos", "taill", "partag", "voqu", "abord", "cri", "illustr", "parl", "cod", "propos", "revien", "remet", "donn", "emm", "embarqu", "retrac"],
        StringComparison.OrdinalIgnoreCase);

    private const string Tells = @"(?<aux>(?:nous\s+)?(?:a|ont|avait|vient|viennent|(?:est|sont|était|étaient)\s+(?:\w+\s+)?venue?s?|venait|venaient|venue?s?)\s+(?:(?:nous|ensuite|alors|aussi|également|enfin|y)\s+){0,2})?(?:nous\s+)?(?:fait\s+(?:également\s+|aussi\s+)?(?:un retour d['’]expérience|une présentation|un talk|une démo|une démonstration|une introduction|une initiation)\s+(?:[\w-]+\s+){0,3}?(?:sur|de|du|d['’]|à)|fait\s+part\s+de\s+(?:son|sa|ses|leurs?)\s+(?:retours?\s+d['’]expériences?|expériences?)\s+(?:sur|de|du|d['’]|avec|autour\s+d\w+)|(?:emm[eè]n|embarqu)\w*\s+(?:dans|vers|au|aux)|(?<verb>(?:présent|expli|montr|racont|relat|expos|détaill|démontr|partag|évoqu|abord|décri|illustr|parl|retrac|live[- ]cod)\w*)|propos(?:e|ent|ait|aient)|revien\w*\s+sur|remet\w*\s+en\s+cause|donn\w*\s+(?:(?:une|sa|la)\s+\w+\s+sur|(?:des|quelques|les|ses)\s+(?:clé|clef|conseil|astuce|piste|exemple|idée|retour)s?\s+(?:pour|sur)))";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"\b(?:sur|à propos d[eu]s?|autour d[eu]s?|concernant|consacrée? (?:à|aux|au))\s+", Options)]
    private static partial Regex About();

    [GeneratedRegex(@"^\s*(?:(?:la|une?|le|cette|ce|cet|autre|puis|ensuite|et)\s+){1,2}(?:\w+\s+){0,2}?" + MaskedSentence.Session + @"\s+(?:(?:\w+\s+){0,2}(?:sur|autour d[eu]s?|à propos d[eu]s?|consacrée? (?:à|aux|au))\s+)(?<topic>[^.;,]{3,90}?)\s+(?:était|est|a été|fut|m['’]a|nous a|a (?:\w+é|permis|mis|fait)\b)", Options)]
    private static partial Regex SessionWas();

    [GeneratedRegex(@"\b(?<word>" + MaskedSentence.Session + @")\s+(?:(?:d['’]|de\s+)?[\w-]+\s+){0,2}(?:de\s+|d['’]\s*|par\s+)(?:(?:la|le)\s+)?$", Options)]
    private static partial Regex SessionOfAtEnd();

    [GeneratedRegex(@"\b(?:assist\w+\s+(?:à|au|aux)|vue?s?|voir|suivi\w*|suivre|particip\w+\s+(?:à|au)|écout\w+|découvr\w+|découvert\w*|rejoindre|retien\w*|retenu\w*|tour\s+de|prêté\w*|apprécié\w*|aimé\w*)\s+(?:[\w-]+\s+|[ldn]['’]){0,5}" + MaskedSentence.Session + "$", Options)]
    private static partial Regex Attends();

    [GeneratedRegex(@"\b(?:présentée?s?|animée?s?|racontée?s?)\s+par\s+$", Options)]
    private static partial Regex ToldAtEnd();

    [GeneratedRegex(@"\bj['’]ai (?:eu (?:la chance|le plaisir|l['’]honneur|l['’]occasion) (?:de |d['’]))?(?:co-?)?(?:présent|anim|donn|fai|ten)(?:é|er|t|u)\s+(?:(?:une?|mon|ma|notre)\s+" + MaskedSentence.Session + @"\s+(?:sur|autour d[eu]s?|à propos d[eu]s?|intitulée?)\s+|l[ea]s?\s+)(?<topic>[^.;§]{6,})", Options)]
    private static partial Regex OwnSession();

    [GeneratedRegex(@"^(?:,[^,.]{0,60},|\s+(?:de|chez)\s+\p{Lu}\w+(?:\s*\([^)]{0,40}\))?|\s*\([^)]{0,60}\))?,?\s+(?:¤.\s+)?(?:(?:qui|y|également|ensuite|aussi|leur|lui)\s+)*(?:[\w' ]{0,30}\b(?<aux>venu)\s+)?" + Tells + @"\s*(?:[^.;¤,]{0,20}?\bsur\s+)?(?:(?:également|aussi|ensuite|alors|enfin|ainsi|par la suite)\s+)?(?<topic>(?:[^.;]|\.\w){6,})", Options)]
    private static partial Regex TellsAtStart();
}
