using System.Buffers;
using System.Text.RegularExpressions;
using Recap.Talks.Facts;
using Token = Recap.Talks.Splitting.Mentions.MaskedSentence.Token;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>Finds what a session was about where a sentence tells it without quoting a title.</summary>
internal static partial class TopicMentions
{
    // A sentence that begins "La ", "L'", "Cette " tells of what follows.
    private const int LongestArticle = 6;

    // The first word of a sentence that says what a session on something was like.
    private static readonly Vocabulary<bool> Openings = new(("la un une le cette ce cet autre puis ensuite et", true));

    // Two words and an article, or a few more short ones.
    private const int LongestWay = 80;

    // How far behind its word a session's topic may begin.
    private const int AttendedReach = 90;

    private static readonly SearchValues<char> TitleEnds = SearchValues.Create(".;§¤!?");

    // "Ensuite, une dernière petite conférence".
    private const int LongestCount = 50;

    // What "j'ai" goes on with where the session was the writer's own.
    private static readonly string[] Owning = ["eu l", "co", "présent", "anim"];

    // The same where a word for a session follows.
    private static readonly string[] Giving = [.. Owning, "donn", "fai", "ten"];

    /// <summary>Whether a pattern is one of those that are tried only where bold.</summary>
    public static bool IsBold(string pattern) => pattern is "told-by-person" or "person-tells" or "person-leads" or "person-opens" or "pronoun-tells" or "attended-of-person" or "session-about-was" or "attended-title" or "session-colon" or "somebody-tells";

    // "puis la dernière session : Title.", "A nous a proposé une version courte de sa conférence : Title": the colon leads to what it was called.
    internal static (string, string, Token?)? SessionColon(MaskedSentence sentence) =>
        EndsInTitle(sentence.Text) && Colon().Match(sentence.Text) is { Success: true } colon && char.IsUpper(colon.Groups["topic"].ValueSpan[0]) && !Says().IsMatch(colon.Groups["topic"].ValueSpan)
            ? ("session-colon", colon.Groups["topic"].Value, sentence.Tokens.LastOrDefault(token => !token.IsTitle && token.At < colon.Groups["topic"].Index))
            : null;

    // Behind the last colon, in one piece.
    private static bool EndsInTitle(string text) =>
        text.LastIndexOf(':') is var colon and > 0 && text.AsSpan(colon + 1).Trim() is [var first, _, ..] title && char.IsUpper(first) && !title[..^1].ContainsAny(TitleEnds);

    // "j'ai présenté une conférence sur …".
    internal static (string, string, Token?)? Own(MaskedSentence sentence) =>
        MayOwn(sentence) && OwnSession().Match(sentence.Text) is { Success: true } own ? ("own-session", own.Groups["topic"].Value, null) : null;

    private static bool MayOwn(MaskedSentence sentence)
    {
        const string Have = "ai ";
        var verbs = sentence.Sessions.Count > 0 ? Giving : Owning;
        var text = sentence.Text.AsSpan();
        for (var at = text.IndexOf(Have, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(Have, StringComparison.OrdinalIgnoreCase))
        {
            var isOwn = at > 0 && text[at - 1] is '\'' or '’';
            text = text[(at + Have.Length)..];
            if (isOwn && BeginsWithAny(text, verbs))
            {
                return true;
            }
        }

        return false;
    }

    private static bool BeginsWithAny(ReadOnlySpan<char> text, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // "La conférence sur … était …"; a demo on something is a part of a session more often than one.
    internal static (string, string, Token?)? SessionAboutWas(MaskedSentence sentence) =>
        Openings.Of(SentenceWords.First(sentence.Text.AsSpan().TrimStart())) && OpensWithSession(sentence) && SessionWas().Match(sentence.Text) is { Success: true } was && !was.Groups["session"].ValueSpan.StartsWith("démo", StringComparison.OrdinalIgnoreCase) ? ("session-about-was", was.Groups["topic"].Value, null) : null;

    // Few words lead to the session, and from it to what it was about.
    private static bool OpensWithSession(MaskedSentence sentence)
    {
        foreach (var end in sentence.Sessions)
        {
            if (end <= LongestWay && AboutPhrase.MayBeIn(sentence.Text.AsSpan(end, Math.Min(LongestWay, sentence.Text.Length - end))))
            {
                return true;
            }
        }

        return false;
    }

    // "j'ai vu la keynote de A", "La présentation de A était …", with no word of its topic: the session is called by whose it was.
    internal static (string, string, Token?)? AttendedOfPerson(MaskedSentence sentence, PersonPlace place)
    {
        if (!place.IsLedTo || !place.IsBehindSession || SessionOf(sentence, place) is not { } session)
        {
            return null;
        }

        var before = sentence.Text.AsSpan(place.From, place.Person.At - place.From);
        var (start, end) = (session.Start - place.From, session.End - place.From);

        // "deux conférences de A": what each was about is told behind.
        return before[end - 1] != 's' && (place.From == 0 && start <= LongestArticle || Attends().IsMatch(before[..end]))
            ? ("attended-of-person", $"{(Is().IsMatch(before[start..]) ? $"{before[start..end]} de " : before[start..])}{sentence.Text.AsSpan(place.Person.At, 2)}", place.Person)
            : null;
    }

    // The first word for a session from which few words lead to a person.
    private static (int Start, int End)? SessionOf(MaskedSentence sentence, PersonPlace place)
    {
        foreach (var end in sentence.Sessions)
        {
            if (end > place.From && end < place.Person.At && sentence.Text.AsSpan(end, place.Person.At - end) is var between && between.Length <= LongestWay && OfPerson().IsMatch(between)
                && SessionWords.StartOf(sentence.Text, end) is var start && start >= place.From)
            {
                return (start, end);
            }
        }

        return null;
    }

    // "j'ai vu une session … sur …", "assister à une présentation sur …".
    internal static (string, string, Token?)? AttendedAbout(MaskedSentence sentence)
    {
        foreach (var end in sentence.Sessions)
        {
            var rest = sentence.Text.AsSpan(end, Math.Min(AttendedReach, sentence.Text.Length - end));
            // "des conférences sur la sécurité": several have no more than a theme in common.
            if (sentence.Text[end - 1] is not ('s' or 'S') && AboutPhrase.In(rest) is { } about && !rest[..about.Index].ContainsAny(".;¤§,") && (Attends().IsMatch(sentence.Text.AsSpan(Math.Max(0, end - 70), end - Math.Max(0, end - 70))) || end <= LongestCount && Counted().IsMatch(sentence.Text.AsSpan(0, end))))
            {
                var topic = sentence.Text.AsSpan(end + about.Index + about.Length);
                return ("attended-about", UpToStop(topic), null);
            }
        }

        return null;
    }

    // "…, présenté par A".
    internal static (string, string, Token?)? ToldByPerson(MaskedSentence sentence)
    {
        if (sentence.Places is not [{ IsLedTo: true, Person: var person }, ..])
        {
            return null;
        }

        var text = sentence.Text.AsSpan(0, person.At);
        if (!text.TrimEnd().EndsWith("par", StringComparison.OrdinalIgnoreCase) || !ToldAtEnd().IsMatch(text[Math.Max(0, person.At - 300)..]))
        {
            return null;
        }

        var comma = text.IndexOfAny(",.;");
        return comma is >= 3 and <= 90 && !sentence.Sessions.Exists(end => end <= comma) && text[comma] == ',' && person.At - comma < 180 ? ("told-by-person", text[..comma].TrimStart(" -*•–—\"").ToString(), person) : null;
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

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"^\s*(?:(?:la|une?|le|cette|ce|cet|autre|puis|ensuite|et)\s+){1,2}(?:\w+\s+){0,2}?(?<session>" + MaskedSentence.Session + @")\s+(?:(?:\w+\s+){0,2}(?:sur|autour d[eu]s?|à propos d[eu]s?|consacrée? (?:à|aux|au))\s+)(?<topic>[^.;,]{3,90}?)\s+(?:était|est|a été|fut|m['’]a|nous a|a (?:\w+é|permis|mis|fait)\b)", Options)]
    private static partial Regex SessionWas();

    [GeneratedRegex(@"\b(?:l[ae]|une?|sa|son|leur|première?|deuxième|seconde?|troisième|dernière?)\s+" + MaskedSentence.Session + @"(?:\s+[\w§'’-]+){0,4}?\s*:\s+(?<topic>\p{L}[^.;:§¤!?]{5,80})[.!?]?\s*\z", Options)]
    private static partial Regex Colon();

    // What follows a colon may as well be a sentence.
    [GeneratedRegex(@"\b(?:je|nous|vous|on|ils?|elles?|c['’]est|est|sont|ont|faut|j['’]ai|très|merci)\b", Options)]
    private static partial Regex Says();

    [GeneratedRegex(@"^\s+(?:(?:d['’]|de\s+)?[\w-]+\s+){0,2}(?:de\s+|d['’]\s*|par\s+)(?:(?:la|le)\s+)?\z", Options)]
    private static partial Regex OfPerson();

    // "La présentation était animée par A" is A's.
    [GeneratedRegex(@"\s(?:est|était|fut|a été|sera)\s", Options)]
    private static partial Regex Is();

    [GeneratedRegex(@"\b(?:assist\w+\s+(?:à|au|aux)|vue?s?|voir|suivi\w*|suivre|particip\w+\s+(?:à|au)|(?:démarr|commenc|début|ouv[er]|termin|conclu|clôtur|poursui|continu|encha[iî]n)\w*\s+(?:par|avec|sur)|(?:est|sont)\s+venue?s?|vient|venait|vint|viennent|suivai?t|place\s+à|s['’]ensui\w+|écout\w+|découvr\w+|découvert\w*|rejoindre|retien\w*|retenu\w*|tour\s+de|direction\s+[^.;:]{2,40}?\s+pour|(?:a|ont|avait|avaient)\s+lieu|prends?\s+part\s+à|prêté\w*|apprécié\w*|aimé\w*)\s+(?:[\w-]+\s+|[ldn]['’]){0,5}" + MaskedSentence.Session + @"\z", Options)]
    private static partial Regex Attends();

    // "Une dernière conférence sur …": what is counted was attended.
    [GeneratedRegex(@"^\W*(?:(?:puis|ensuite|enfin|et|maintenant)\b\W*){0,2}une?\s+(?:(?:dernière?|première?|deuxième|seconde?|troisième|quatrième|cinquième|autre|petite?|nouvelle)\s+){1,2}(?:\w+\s+)?" + MaskedSentence.Session + @"\z", Options)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\b(?:présentée?s?|animée?s?|racontée?s?)\s+par\s+\z", Options)]
    private static partial Regex ToldAtEnd();

    [GeneratedRegex(@"\bj['’]ai (?:eu (?:la chance|le plaisir|l['’]honneur|l['’]occasion) (?:de |d['’]))?(?:co-?)?(?:(?:présent|anim|donn|fai|ten)(?:é|er|t|u)\s+(?:une?|mon|ma|notre)\s+(?:\w+\s+){0,2}?" + MaskedSentence.Session + @"(?:,\s+une?\s+\w+)?\s+(?:sur|autour d[eu]s?|à propos d[eu]s?|intitulée?)\s+|(?:présent|anim)(?:é|er)\s+l[ea]s?\s+)(?<topic>[^.;§]{6,})", Options)]
    private static partial Regex OwnSession();
}
