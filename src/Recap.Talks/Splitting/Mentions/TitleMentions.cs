using System.Buffers;
using System.Text.RegularExpressions;
using Found = (string Pattern, Recap.Talks.Splitting.Mentions.MaskedSentence.Token Title, Recap.Talks.Splitting.Mentions.MaskedSentence.Token? Person);
using Token = Recap.Talks.Splitting.Mentions.MaskedSentence.Token;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>Finds quoted and linked titles whose neighbours in the sentence say that they are talks.</summary>
internal static partial class TitleMentions
{
    private const int LongestWay = 200;

    // An item of a programme holds a title and who gives it.
    private const int ShortestTold = 60;

    // Fewer words name a product or a track.
    private const int FewestBlanks = 2;

    // ", intitulée : ", and blanks to spare.
    private const int LongestJoint = 32;

    // A name for a session that ends as close before a title stands before it as a whole.
    private const int NearBefore = 4;

    private static readonly SearchValues<string> BookShops = SearchValues.Create(["amazon.", "amzn.", "fnac.", "goodreads.", "leanpub.", "oreilly.", "manning.", "eyrolles.", "pragprog.", "babelio.", "wikipedia."], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> AttendingStems = SearchValues.Create(
        ["assist", "particip", "suivi", "cout", "encha", "continu", "poursui", "termin", "commenc", "but", "attaqu", "fini", "ouv", "conclu", "tur", "place", "consacr"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The titles of a sentence, those beside their people first; one title may be found in several ways.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="bold">Whether a title counts as well that its writer only says to have been at.</param>
    public static List<Found> In(MaskedSentence sentence, bool bold)
    {
        var found = new List<Found>();
        if (sentence.Places.Length > 0)
        {
            AddTitleByPerson(sentence, found);
            AddPersonTitle(sentence, found);
            AddPersonTellsTitle(sentence, found);
        }

        if (sentence.Sessions.Count > 0)
        {
            AddSessionTitlePerson(sentence, found);
            AddTitleIsSession(sentence, found);
            AddSessionEntitled(sentence, found);
        }

        AddSessionTitle(sentence, found);
        AddLinkedSession(sentence, found);
        if (bold)
        {
            AddAttendedTitle(sentence, found);
            if (found.Count == 0 && sentence.Places.Length > 0)
            {
                TitlesBeside.Add(sentence, found);
            }
        }

        return found;
    }

    private static void AddTitleByPerson(MaskedSentence sentence, List<Found> found)
    {
        for (var i = 0; i + 1 < sentence.Tokens.Length; i++)
        {
            var (title, person) = (sentence.Tokens[i], sentence.Tokens[i + 1]);
            if (title.IsTitle && !person.IsTitle && (IsTold(title) || IsLinkedTitle(title)) && ByPerson().IsMatch(sentence.Between(i, i + 1)) && NoTitle.Stands(sentence, title) && !IsWordsOf(title, sentence.Between(i, i + 1)))
            {
                found.Add(("title-by-person", title, person));
            }
        }
    }

    private static void AddPersonTitle(MaskedSentence sentence, List<Found> found)
    {
        for (var i = 0; i + 1 < sentence.Tokens.Length; i++)
        {
            var (person, title) = (sentence.Tokens[i], sentence.Tokens[i + 1]);
            if (person.IsTitle || !title.IsTitle || !IsTold(title) || !AreBeside(sentence.Between(i, i + 1)) || !NoTitle.Stands(sentence, title))
            {
                continue;
            }

            found.Add(("person-title", title, person));
            for (var next = i + 2; next < sentence.Tokens.Length && sentence.Tokens[next].IsTitle && Joint().IsMatch(sentence.Between(next - 1, next)); next++)
            {
                found.Add(("person-title", sentence.Tokens[next], person));
            }
        }
    }

    private static bool AreBeside(ReadOnlySpan<char> between) => (between.Length <= LongestJoint || between.Contains('(')) && Beside().IsMatch(between);

    private static void AddPersonTellsTitle(MaskedSentence sentence, List<Found> found)
    {
        for (var i = 0; i + 1 < sentence.Tokens.Length; i++)
        {
            var (person, title) = (sentence.Tokens[i], sentence.Tokens[i + 1]);
            if (!person.IsTitle && title.IsTitle && title.At - person.At < LongestWay && IsToldOf(title, sentence.Between(i, i + 1)) && NoTitle.Stands(sentence, title))
            {
                found.Add(("person-tells-title", title, person));
            }
        }
    }

    // Nothing but a verb that gives a session leads to a link that is its title: other links lead to what is told of.
    private static bool IsToldOf(Token title, ReadOnlySpan<char> between) =>
        IsTold(title) ? Tells().IsMatch(between) && (IsSession(title) || IsCapital(title) || Presents().IsMatch(between)) : IsLinkedTitle(title) && Gives().IsMatch(between);

    private static void AddSessionTitlePerson(MaskedSentence sentence, List<Found> found)
    {
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            var title = sentence.Tokens[i];
            if (title.IsTitle && sentence.PersonBehind(i) is { } person && person.At - title.At < LongestWay && sentence.FollowsSession(title.At, 50, ".;¤§")
                && (IsCapital(title) || !title.IsQuoted) && NoTitle.Stands(sentence, title))
            {
                found.Add(("session-title-person", title, person));
                i = sentence.Tokens.IndexOf(person);
            }
        }
    }

    // "l'atelier de A (B), appelé « Title »": whoever stands between gave it.
    private static void AddSessionEntitled(MaskedSentence sentence, List<Found> found)
    {
        foreach (var title in sentence.Tokens)
        {
            if (title.IsTitle && IsCapital(title) && sentence.FollowsSession(title.At, LongestWay, ".;¤") && IsEntitled(sentence, title))
            {
                if (sentence.LastPerson(sentence.SessionBefore(title.At), title.At) is { } person)
                {
                    found.Add(("session-title-person", title, person));
                }
            }
        }
    }

    private static void AddSessionTitle(MaskedSentence sentence, List<Found> found)
    {
        foreach (var title in sentence.Tokens)
        {
            if (title.IsTitle && title.Text.Contains(' ') && (title.IsQuoted || IsSession(title))
                && (sentence.FollowsSession(title.At, 60, ".;¤§") && IsAnnounced(sentence, title) || IsSession(title) && IsCapital(title) && sentence.Before(title).TrimEnd().EndsWith(" dans"))
                && (IsSession(title) || IsCapital(title) || IsEntitled(sentence, title)) && NoTitle.Stands(sentence, title))
            {
                found.Add(("session-title", title, null));
            }
        }
    }

    // Most such words stand right before the title.
    private static bool IsAnnounced(MaskedSentence sentence, Token title) =>
        sentence.SessionBefore(title.At) is var end && end > title.At - NearBefore && sentence.Text.AsSpan(end, title.At - end).IsWhiteSpace() || Announces().IsMatch(sentence.Before(title));

    private static bool IsEntitled(MaskedSentence sentence, Token title) =>
        sentence.Before(title) is var before && before.TrimEnd(" :,") is [.., 'é' or 'É'] or [.., 'é' or 'É', 'e' or 'E'] && Entitled().IsMatch(before);

    // "A, durant [Title](page of the session), …": where people or sessions are spoken of, a title that leads to a session's page is that session's.
    private static void AddLinkedSession(MaskedSentence sentence, List<Found> found)
    {
        foreach (var title in sentence.Tokens)
        {
            if (!title.IsTitle || title.Target?.Kind is not LinkKind.Schedule)
            {
                continue;
            }

            if (IsCapital(title) && title.Text.AsSpan().Count(' ') >= FewestBlanks && NoTitle.Stands(sentence, title)
                && (IsLivedItem(sentence, title) || (sentence.Places.Length > 0 || sentence.Sessions.Count > 0) && !Judging.TalkWords.IsUnseen(sentence.Text)))
            {
                found.Add(("linked-session", title, sentence.Places is [var only] ? only.Person : sentence.FirstPerson(-1, title.At) ?? ByHandle(sentence, title)));
            }
        }
    }

    private static Token? ByHandle(MaskedSentence sentence, Token title) =>
        Handle().Match(sentence.Text[(title.At + 2)..]) is { Success: true } by ? title with { People = [new Speaker(by.Groups["name"].Value)] } : null;

    // "- [Title](page of the session) par @handle : ça m'a donné des idées": who writes so has been there.
    private static bool IsLivedItem(MaskedSentence sentence, Token title) =>
        title is { IsQuoted: true, At: 0 } && sentence.Text.Length >= ShortestTold && Lived().IsMatch(sentence.Text);

    // "J'ai ensuite assisté à « Title »", "La journée a commencé par « Title »".
    private static void AddAttendedTitle(MaskedSentence sentence, List<Found> found)
    {
        foreach (var title in sentence.Tokens)
        {
            if (title.IsTitle && (title.IsQuoted && IsCapital(title) && title.Text.AsSpan().Count(' ') >= FewestBlanks || IsSession(title)) && MayAttend(sentence.Before(title)) && Attended().IsMatch(sentence.Before(title)))
            {
                found.Add(("attended-title", title, null));
            }
        }
    }

    private static bool MayAttend(ReadOnlySpan<char> before) => before.ContainsAny(AttendingStems) || before.Contains("dédi", StringComparison.OrdinalIgnoreCase);

    // "« Title », un atelier …": what it was stands behind it.
    private static void AddTitleIsSession(MaskedSentence sentence, List<Found> found)
    {
        foreach (var title in sentence.Tokens)
        {
            if (!title.IsTitle)
            {
                continue;
            }

            var behind = sentence.Text.AsSpan(title.At + 2);
            if (behind.TrimStart() is [',' or '(' or 'e' or 'E' or 'é' or 'É' or 'f' or 'F' or 'r' or 'R', ..] && (IsTold(title) || IsLinkedTitle(title)) && IsSessionBehind().IsMatch(behind[..Math.Min(behind.Length, LongestWay)]) && NoTitle.Stands(sentence, title))
            {
                found.Add(("title-is-session", title, sentence.FirstPerson(title.At, title.At + LongestWay)));
            }
        }
    }

    internal static bool IsCapital(Token title)
    {
        foreach (var c in title.Text)
        {
            if (char.IsLetterOrDigit(c))
            {
                return char.IsUpper(c) || char.IsDigit(c);
            }
        }

        return false;
    }

    // Beside a person, lower case quotes a title as well, but few words of it quote a saying.
    private static bool IsTold(Token title) => IsSession(title) || title.IsQuoted && (IsCapital(title) || title.Text.AsSpan().Count(' ') >= 2);

    // "[Title](page) de A": wherever that leads, unless it is to a book.
    internal static bool IsLinkedTitle(Token title) => title.Target is { } target && IsCapital(title) && title.Text.Contains(' ') && !target.Url.AsSpan().ContainsAny(BookShops);

    // "être « un membre actif » - A": what somebody said begins as his sentence goes on.
    private static bool IsWordsOf(Token title, ReadOnlySpan<char> between) => between.TrimStart() is ['-' or '–' or '—', ..] && !IsCapital(title) && !IsSession(title);

    internal static bool IsSession(Token token) =>
        token.Target is { } target && (target.Kind is LinkKind.Schedule or LinkKind.Video or LinkKind.Slides || target.IsPdf);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"^[\s).,*_]*(?:[-–—]\s+)?\(?(?:(?:co-?)?(?:présent|anim|donn|propos|racont|men|assur|tenu|fait)[ée]?e?s? )?(?:(?:de|d['’])\s*(?:(?:la|le|du|une?|notre|mon|ma|jeune)\s+){0,3}|(?:par|by|avec)\s+(?:l['’]\s*|[\p{L}’'-]+\s+){0,4}|,?\s*(?:où|(?:dans|pendant|durant|lors)\s+(?:de\s+)?(?:laquelle|lequel|duquel))\s*|[-–—,:(]\s*(?:(?:la|le|du|une?|notre)\s+){0,3})\z", Options)]
    private static partial Regex ByPerson();

    [GeneratedRegex(@"^\s*(?:\([^)]{0,80}\)\s*)?[:(,–—-]{0,2}\s*(?:et\s+|pour\s+|l[ea]s?\s+|l['’]\s*|(?:intitulée?s?|nommée?s?)\s*:?\s*)?\z", Options)]
    private static partial Regex Beside();

    [GeneratedRegex(@"^\s*(?:[,(]|était|est|fut|resten?t?|restera)\s*(?:une?|l[ea]|l['’]|cet(?:te)?|ce|mon|ma)\s*(?:\w+\s+){0,2}" + MaskedSentence.Session + @"\b", Options)]
    private static partial Regex IsSessionBehind();

    [GeneratedRegex(@"\b(?:(?:assist|particip)\w+\s+(?:à|au)|suivie?|écoutée?|(?:encha[iî]n|continu|poursui|termin|commenc|début|attaqu|fini|ouv[er]|conclu|clôtur)\w*\s+(?:[lm]a\s+\w+\s+)?(?:avec|par|sur)|(?:place|dédiée?|consacrée?)\s+à)\s*(?:ensuite\s+)?[:,]?\s*(?:l[ea]s?\s+|l['’]\s*)?(?:(?:premi|deuxi|second|troisi|derni|suivant|autre)\w*\s*[,:(]?\s*)?\z", Options)]
    private static partial Regex Attended();

    [GeneratedRegex(@"^(?:\s*[,&]\s*|\s+(?:et|and|puis)\s+)\z", Options)]
    private static partial Regex Joint();

    [GeneratedRegex(@"\b(?:présent|expli|montr|racont|parl|abord|propos|introdu|fait|expos|démontr|évoqu|livr|emmèn|donn|relat|partag|intitul|avec|retrouv|anim|pren)|\b(?:talk|conférence|conf|session|présentation|keynote|expérience|atelier|dans|sur)\b", Options)]
    private static partial Regex Tells();

    [GeneratedRegex(@"^\s*,?\s*(?:par|avec|de)\s+@(?<name>\w{3,30})", Options)]
    private static partial Regex Handle();

    [GeneratedRegex(@"\b(?:j['’]ai|m['’]a|m['’]ont|nous\s+a|nous\s+ont|c['’]était|était|étaient|y\s+suis)\b", Options)]
    private static partial Regex Lived();

    // Nothing but the verb stands between.
    [GeneratedRegex(@"^\s+(?:(?:nous|a|ont|y|ensuite|aussi|également)\s+){0,3}(?:présent|racont|expos|propos|donn|anim)\w+\s*:?\s*\z", Options)]
    private static partial Regex Presents();

    [GeneratedRegex(@"^\s*(?:\([^)]{0,60}\)|,[^,]{3,60},)?\s*(?:(?:nous|a|ont|y|ensuite|aussi|également|qui|vient|venait)\s+){0,4}(?:(?:présent|racont|expos|propos|donn|anim|offr|offer)\w+|(?:ouv[er]|conclu|clôtur|termin|commenc|début|encha[iî]n|poursui|continu|lanc|démarr)\w*\s+(?:[\w’'-]+\s+){0,4}(?:avec|par))\s*:?\s*\z", Options)]
    private static partial Regex Gives();

    [GeneratedRegex(@"\b(?:intitul|appel|nomm|baptis)ée?\s*[:,]?\s*\z", Options)]
    private static partial Regex Entitled();

    [GeneratedRegex(@"(?:\b(?:intitulée?s?|titre(?:\s+(?:est|était))?|nommée?|baptisée?|appelée?)\s*[:,]?\s*|\bc['’]\s*(?:est|était|fut)\s+|\b" + MaskedSentence.Session + @"(?:(?:\s+(?:de\s+|d['’]\s*)(?:clôture|fermeture|fin|ouverture|introduction|la\s+(?:journée|matinée|soirée)))?\s*[:,(]*|(?:\s+[\w-]+){0,2}\s+(?:sur|à propos d[eu]s?|autour d[eu]s?)|\s+de)\s*|\()\z", Options)]
    private static partial Regex Announces();
}
