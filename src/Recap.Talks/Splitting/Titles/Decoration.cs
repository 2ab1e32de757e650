using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Recap.Talks.Facts;

namespace Recap.Talks.Splitting.Titles;

/// <summary>Takes off a title what its writer hung round it: numbering, times, emoji, kinds of session, quotes.</summary>
internal static partial class Decoration
{
    private const int ShortTitle = 4;

    // What a word for a session has behind it where it announces one.
    private static readonly SearchValues<char> LeadEnds = SearchValues.Create(":-–—|»\"«“");

    // A number, an article or the word itself begins with one of these.
    private static readonly SearchValues<char> LeadStarts = SearchValues.Create("0123456789lLtTuUcCoOkKpPsSqQaAwWhHbBdD");

    // And a part of each such word, which stands among the first characters.
    private const int LeadReach = 32;

    private static readonly SearchValues<string> LeadStems = SearchValues.Create(
        ["keynote", "pl", "conf", "talk", "session", "sentation", "quickie", "atelier", "workshop", "hands", "codelab", "panel", "ronde", "bof", "birds", "tools", "universit", "deep", "quicky", "tp", "tutori", "lightning"],
        StringComparison.OrdinalIgnoreCase);

    // One of these is in whatever names a kind of session.
    private static readonly SearchValues<string> KindWords = SearchValues.Create(
        ["keynote", "pleniere", "lightning", "lightening", "quickie", "quicky", "talk eclair", "talks eclair", "tations eclair", "ignite talk", "lt", "ronde", "panel", "atelier", "workshop", "hands", "codelab", "bof", "birds"],
        StringComparison.Ordinal);

    /// <summary>A part of whatever brackets or the first words of a text call a session.</summary>
    internal static readonly SearchValues<string> KindStems = SearchValues.Create(
        ["keynote", "pl", "lightning", "quickie", "talk", "ronde", "panel", "atelier", "workshop", "hands", "codelab", "bof", "birds", "min"], StringComparison.OrdinalIgnoreCase);

    // Those first words are no longer than this.
    private const int KindReach = 72;

    private static readonly SearchValues<string> Places = SearchValues.Create(["salle ", "amphi", "auditorium", "room "], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> PlaceWords = SearchValues.Create(["salle", "amphi", "auditorium", "room", "track", "niveau"], StringComparison.OrdinalIgnoreCase);

    // "amphithéâtre", and thirty characters behind it.
    private const int LongestPlace = 44;

    private static readonly ImmutableArray<(char Open, char Close)> Quotes = [('«', '»'), ('“', '”'), ('"', '"'), ('‘', '’'), ('\'', '\'')];

    private static readonly SearchValues<char> TimeStarts = SearchValues.Create("0123456789[(fFdDmMaAlLjJvVsS");

    private static readonly SearchValues<char> Numbers = SearchValues.Create("(0123456789#IVXCcAaEeÉé");

    // "VIII."
    private const int LongestRoman = 5;

    private static readonly Vocabulary<bool> NumberedParts = new(("chapitre acte episode épisode étape", true));

    // "45 minutes" takes no more, the sign before it aside.
    private const int LongestDuration = 10;

    /// <summary>The bare title, the kind its decoration tells, and whether it was announced as a session.</summary>
    public static (string Title, TalkKind? Kind, bool Announced) Strip(string text)
    {
        var line = PlainText.Line(text);
        var title = Marks(WithoutNumber(line));
        TalkKind? kind = null;
        var announced = false;
        for (var (rounds, before) = (0, -1); rounds < 5 && title.Length != before; rounds++)
        {
            before = title.Length;
            kind ??= title is ['⚡', ..] ? TalkKind.Lightning : null;
            title = TitleEmoji.TakenOff(TitleEmoji.CodeTakenOff(title).TrimStart(" -–—•*"));
            if (MayBeginWithTime(title) && Time().First(title).Length is > 0 and var time)
            {
                title = title[time..];
                announced = true;
            }

            if (MayBeginWithLead(title) && Lead().First(title).Length is > 0 and var lead && lead < title.Length)
            {
                kind ??= KindOf(title[..lead].ToString());
                title = title[(title[lead - 1] is '"' or '«' or '“' ? lead - 1 : lead)..];
                announced = true;
            }

            if (BareKind(title) is > 0 and var word)
            {
                kind ??= KindOf(title[..word].ToString());
                title = title[word..];
                announced = true;
            }

            title = MayBeNumbered(title) ? title[Numbering().First(title).Length..] : title;
        }

        // Of what had nothing round it, quotes are all that is left.
        var bare = title.Length == line.Length ? WithoutQuotes(title) : Unquote(title);
        return (OutOf(line, TitleBrackets.WithoutFormat(bare)), kind ?? TitleBrackets.KindIn(title), announced);
    }

    // By digits, by a Roman number and its sign, or by a word for a part.
    private static bool MayBeNumbered(ReadOnlySpan<char> title) => title is [var first, ..] && Numbers.Contains(first) && first switch
    {
        'I' or 'V' or 'X' => title[..Math.Min(title.Length, LongestRoman)].ContainsAny('.', ')'),
        '(' or '#' or (>= '0' and <= '9') => true,
        _ => NumberedParts.Of(SentenceWords.First(title)),
    };

    // Most lines have no decoration, and need no copy.
    private static string OutOf(string line, ReadOnlySpan<char> rest) => rest.Length == line.Length ? line : rest.ToString();

    // "#1 Title": the sign would go as a mark of Markdown, and the number stay.
    private static ReadOnlySpan<char> WithoutNumber(ReadOnlySpan<char> title) =>
        title is ['#', ..] && title.IndexOf(' ') is > 1 and <= 3 and var end && !title[1..end].ContainsAnyExceptInRange('0', '9') ? title[(end + 1)..] : title;

    private static bool MayBeginWithLead(ReadOnlySpan<char> title) =>
        title is [var first, ..] && LeadStarts.Contains(first) && title.ContainsAny(LeadEnds) && title[..Math.Min(title.Length, LeadReach)].ContainsAny(LeadStems);

    // "BOF Docker & Kubernetes", "Le quickie Réparer son site", "1 talk Réparer son site": words that no title begins with by itself.
    private static int BareKind(ReadOnlySpan<char> title)
    {
        var at = title.StartsWith("Le ") ? 3 : title is [>= '1' and <= '9', ' ', ..] ? 2 : 0;
        var length = title[at..].IndexOf(' ');
        var end = at + length + 1;
        return length > 0 && end + 4 < title.Length && char.IsUpper(title[end]) && IsBareKind(title.Slice(at, length), isCounted: at == 2) ? end : 0;
    }

    private static bool IsBareKind(ReadOnlySpan<char> word, bool isCounted) =>
        word is "BOF" or "Quickie" or "quickie" || isCounted && (word.Equals("talk", StringComparison.OrdinalIgnoreCase) || word.Equals("keynote", StringComparison.OrdinalIgnoreCase) || word.Equals("atelier", StringComparison.OrdinalIgnoreCase) || word.Equals("conférence", StringComparison.OrdinalIgnoreCase));

    /// <summary>The kind of session that words name; null where they name none or an ordinary one.</summary>
    public static TalkKind? KindOf(string words)
    {
        var folded = Sites.Slug.WithoutAccents(words).ToLowerInvariant();
        return folded switch
        {
            _ when !folded.AsSpan().ContainsAny(KindWords) => null,
            _ when folded.Contains("keynote") || folded.Contains("pleniere") => TalkKind.Keynote,
            _ when folded.Contains("lightning") || folded.Contains("lightening") || folded.Contains("quickie") || folded.Contains("quicky") || folded.Contains(" eclair") || folded.Contains("ignite talk") || folded is "lt" or "lts" => TalkKind.Lightning,
            _ when folded.Contains("table ronde") || Panel().IsMatch(folded) => TalkKind.Panel,
            _ when folded.Contains("atelier") || folded.Contains("workshop") || folded.Contains("hands-on") || folded.Contains("hands on") || folded.Contains("codelab") => TalkKind.Workshop,
            _ when Bof().IsMatch(folded) => TalkKind.BirdsOfAFeather,
            _ => null,
        };
    }

    /// <summary>Whether words of any length speak of a plenary.</summary>
    public static bool SpeaksOfKeynote(ReadOnlySpan<char> words) =>
        (words.Contains("keynote", StringComparison.OrdinalIgnoreCase) || words.Contains("nière", StringComparison.OrdinalIgnoreCase) || words.Contains("niere", StringComparison.OrdinalIgnoreCase)) && KindOf(words.ToString()) is TalkKind.Keynote;

    /// <summary>Quotes, brackets and marks round the whole of a title, and what hangs at its end.</summary>
    public static string Unquote(string title) => OutOf(title, Unquote(title.AsSpan()));

    private static ReadOnlySpan<char> Unquote(ReadOnlySpan<char> title) => WithoutQuotes(Marks(title));

    private static ReadOnlySpan<char> WithoutQuotes(ReadOnlySpan<char> title)
    {
        title = title.Trim(" -–—|/,;").TrimEnd(": ");
        foreach (var (open, close) in Quotes)
        {
            if (title.Length > 2 && title[0] == open && title[^1] == close && title[1..].IndexOf(close) == title.Length - 2)
            {
                return title[1..^1].Trim();
            }
        }

        return title;
    }

    /// <summary>A title without the track or the kind of session that stands in brackets before it.</summary>
    public static string WithoutBracket(string title, bool hasTracks)
    {
        var end = title.StartsWith('[') ? title.IndexOf(']') : -1;
        return end > 0 && end < title.Length - 4 && (hasTracks || KindOf(title[..end]) is not null || SessionWord().IsMatch(title[1..end]))
            ? Unquote(title[(end + 1)..])
            : title;
    }

    // By the clock, by a day of the week before it, or by a part of the day.
    private static bool MayBeginWithTime(ReadOnlySpan<char> title) =>
        title is [var first, ..] && TimeStarts.Contains(first) && (title.ContainsAnyInRange('0', '9') || BeginsWithPartOfDay(title));

    private static bool BeginsWithPartOfDay(ReadOnlySpan<char> title) =>
        title.StartsWith("fin de", StringComparison.OrdinalIgnoreCase) || title.StartsWith("début d", StringComparison.OrdinalIgnoreCase)
        || title.StartsWith("milieu d", StringComparison.OrdinalIgnoreCase) || title.StartsWith("après le", StringComparison.OrdinalIgnoreCase);

    /// <summary>The title of a session without the day that stands before it: "Jour 1 - Title".</summary>
    public static string WithoutDay(string title)
    {
        var dash = title.AsSpan().IndexOfAny("-–—:|");
        return dash > 0 && dash + 2 < title.Length && char.IsWhiteSpace(title[dash + 1]) && NumbersDay(title.AsSpan(0, dash).TrimEnd()) ? Unquote(title[(dash + 1)..]) : title;
    }

    /// <summary>A title without the bare word for a session that its writer puts before each: "Talk Running Kafka", "Talk sur Kafka".</summary>
    public static string WithoutTalk(string title)
    {
        var end = title.IndexOf(' ') + 1;
        if (end < 4 || end + 4 > title.Length || title.AsSpan(0, end - 1) is not ("Talk" or "Conf" or "Conférence" or "Session" or "Présentation"))
        {
            return title;
        }

        return title.AsSpan(end).StartsWith("sur ") ? title[(end + 4)..] : char.IsUpper(title[end]) ? title[end..] : title;
    }

    /// <summary>Whether words are no more than the number of a day: "Jour 1", "Day 2", "J3".</summary>
    public static bool NumbersDay(ReadOnlySpan<char> words)
    {
        var number = words.IndexOfAnyInRange('0', '9');
        return number > 0 && words.Length - number <= 2 && words[..number].TrimEnd() is var day
            && (day.Equals("jour", StringComparison.OrdinalIgnoreCase) || day.Equals("day", StringComparison.OrdinalIgnoreCase) || day is "J");
    }

    /// <summary>The kind of session that the first words below a title tell; null where they tell none.</summary>
    public static TalkKind? KindOfText(string text)
    {
        var said = text.AsSpan(0, Math.Min(text.Length, KindReach)).ContainsAny(KindStems) ? FirstWords().Match(text) : Match.Empty;
        return !said.Success ? null : said.Groups["short"].Success ? TalkKind.Lightning : KindOf(said.Groups["kind"].Value);
    }

    /// <summary>The kind of session that a short title is about ("Ending keynote") or a longer one holds together ("Ce que je retiens des keynotes"); null where it tells none.</summary>
    public static TalkKind? KindOfHeading(string folded) =>
        folded.AsSpan().Count(' ') < ShortTitle ? KindOf(folded) : SeveralOfAKind().Match(folded) is { Success: true } several ? KindOf(several.Value) : null;

    /// <summary>Whether a title of a few words names several sessions of a kind: "Ignite Talks, le retour".</summary>
    public static bool NamesSeveralOfAKind(string folded) => folded.AsSpan().Count(' ') <= ShortTitle && folded.AsSpan().ContainsAny(KindWords) && SeveralOfAKind().IsMatch(folded);

    /// <summary>Whether a short title says that it is one plenary: "Ending keynote".</summary>
    public static bool IsKeynote(string folded) => folded.Contains("keynote", StringComparison.Ordinal) && !folded.Contains("keynotes", StringComparison.Ordinal) && folded.AsSpan().Count(' ') < ShortTitle;

    private static ReadOnlySpan<char> Marks(ReadOnlySpan<char> title)
    {
        title = title.ContainsAny('*', '_', '\\') ? title.ToString().Replace("**", "").Replace("__", "").Replace("\\'", "'").Replace("\\[", "[").Replace("\\]", "]") : title;
        title = (title is [.., '}'] && Attributes().First(title) is { Length: > 0 } attributes ? title[..attributes.Index] : title).Trim();
        title = TitleBrackets.AtEnd(title) is >= 0 and var open && MayBePlace(title[open..]) && Place().IsMatch(title[open..]) ? title[..open].Trim() : title;
        title = MayHaveTail(title) && Tail().First(title) is { Length: > 0 } tail ? title[..tail.Index] : title;
        while (title.Length > 2 && title[0] is '*' or '_' or '`' or '#')
        {
            title = title[1..].TrimStart();
        }

        return title is [.., '*'] || title is [.., '_'] && !title.EndsWith("__") ? title[..^1].TrimEnd() : title;
    }

    private static bool MayBePlace(ReadOnlySpan<char> bracket) => bracket.ContainsAnyInRange('0', '9') || bracket.ContainsAny(PlaceWords);

    private static bool MayHaveTail(ReadOnlySpan<char> title) =>
        title is [.., 'n' or 's' or 'e' or '\'' or '’' or '′'] && title[Math.Max(0, title.Length - LongestDuration)..].ContainsAnyInRange('0', '9')
        || title is [.., '5' or '0' or ')' or ']'] && title.Contains('/')
        || title[Math.Max(0, title.Length - LongestPlace)..].ContainsAny(Places);

    [GeneratedRegex(@"^(?:(?:la|le|the)\s+)?(?:opening |closing )?(?:keynotes?|plénière|conférences?|confs?|talks?|session|présentation|quick(?:ie|y)|tp|lightning(?: talk)?|tutori(?:al|el)|talk éclair|atelier|workshop|hands[- ]on(?: lab)?|codelab|(?:keynote )?panel(?: discussion)?|table ronde|bof|birds of a feather|tools[- ]in[- ]action|université|deep dive)(?:\s+(?:d['’](?:ouverture|introduction|accueil)|de (?:clôture|fermeture|fin)|du (?:matin|soir|jour|(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)(?: (?:matin|soir|midi))?)|finale|inaugurale|dessinée|courte?|longue?|long|technique|invitée?))?\s*(?:n°|no|#|numéro)?\s*\d{0,2}\s*(?::|-|–|—|\||»)\s+|^\d{1,2}\s?(?:ère|ere|er|ème|eme|e|è|nd|nde)\s+(?:conférence|conf|talk|session|présentation|keynote|atelier)\s*(?::|-|–|—|\|)\s*|^(?:(?:la|le|une?|cette?)\s+|l['’]\s*)?(?:bof|keynote|plénière|table ronde|panel|atelier|workshop|quickie|conférence|conf|talk|session|présentation)\s+[""«“]", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^(?:fin de (?:journée|matinée|soirée)|(?:début|milieu) d['’](?:après-midi)|après le déjeuner)\s*(?::|-|–|—)\s+|^\d{1,2}(?:[.:]\d{2})?\s?(?:[ap]m)?\s*[-–—]\s*\d{1,2}(?:[.:]\d{2}\s?(?:[ap]m)?|\s?[ap]m)\s*(?::|-|–|—|\||•)?\s+|^[\[(]?(?:(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)(?:\s+\d{1,2}(?:\s+\p{L}+)?)?\s*[,:à–—-]?\s+)?\d{1,2}\s?[h:]\s?\d{0,2}(?:\s*(?:-|–|—|à|>|→|/)+\s*\d{1,2}\s?[h:]\s?\d{0,2})?[\])]?\s*(?:\([^()]{1,40}\)\s*:|:|-|–|—|\||•)?\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Time();

    [GeneratedRegex(@"^(?:\(?\d{1,2}[.)/]|\d{1,2}\s?[-–—:]|#\d{1,2}|[IVX]{1,4}[.)]|(?:[Cc]hapitre|[Aa]cte|[EeÉé]pisode|[Éé]tape)\s+#?\d{1,2}\s*[:–—-])\s+(?:-\s+)?", RegexOptions.NonBacktracking)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"\s*\{[#:.][^}]*\}\s*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Attributes();

    // "(salle 3)", "(Jeudi 11:15 - 12:00)", "(45 min)".
    [GeneratedRegex(@"^[\[(](?:" + TitleBrackets.Duration + @"|(?:salle|amphi\w*|auditorium|room|track|niveau)\s[^()\[\]]{1,40}|(?:(?:lun|mar|mercre|jeu|vendre|same)di\.?,?\s+|dimanche,?\s+|jour \d,?\s+)?(?:(?:à|de)\s+)?\d{1,2}\s?[h:]\s?\d{0,2}(?:\s*(?:-|–|—|à|>|→|/)+\s*\d{1,2}\s?[h:]\s?\d{0,2})?)[\])]\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    [GeneratedRegex(@"^(?:talk|conférence|conf|session|(?:track|salle) \w+)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SessionWord();

    [GeneratedRegex(@"^\W{0,3}(?:(?:(?:avec|dans|durant|pendant|lors de|au cours de) (?:cette |cet |ce )|la |une |cette |cet |un |ce |en |l['’])?(?:(?:avant[- ])?(?:première|deuxième|seconde|troisième|quatrième|dernière|premier|second|dernier|autre|petite?|seule?) )?(?<kind>keynote|plénière|atelier|workshop|hands[- ]on|table ronde|panel|bof|quickie|lightning talk)\b|(?<short>(?:cinq|dix|quinze|5|10|15) (?:petites )?min(?:utes)?\b))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FirstWords();

    [GeneratedRegex(@"\b(?:keynotes|plenieres|ateliers|workshops|quickies|(?:lightning|lightening|ignite) talks|(?:talks|presentations) eclairs?|panels|tables rondes|bofs)\b", RegexOptions.NonBacktracking)]
    private static partial Regex SeveralOfAKind();

    // "- 45 min", "- Salle 3", "- 4/5": how long it was, where, and how good.
    [GeneratedRegex(@"\s*(?:[-–—|,/]\s*(?:" + TitleBrackets.Duration + @"|(?:salle|amphi(?:théâtre)?|auditorium|room)(?:\s[^-–—|,()\[\]]{1,30})?)|[-–—|:(\[]\s*\d{1,2}(?:[.,]\d)?\s?/\s?(?:5|10|20)\s*[\])]?)\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\bpanel\b", RegexOptions.NonBacktracking)]
    private static partial Regex Panel();

    [GeneratedRegex(@"\bbof\b|birds of a feather", RegexOptions.NonBacktracking)]
    private static partial Regex Bof();
}
