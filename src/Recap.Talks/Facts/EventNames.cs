using System.Text.RegularExpressions;

namespace Recap.Talks.Facts;

/// <summary>Finds what a title calls a conference that no list knows: by the words of a recap around it, its year, or the word for a gathering before it.</summary>
internal static partial class EventNames
{
    private const int Longest = 50;
    private const int MostBlanks = 5;

    /// <summary>The name; null where the title gives none.</summary>
    public static string? In(string title)
    {
        title = Label().Replace(title, "");
        return Between(title) ?? (Called().Match(title) is { Success: true } called ? Clean(called.Groups["name"].Value) : null)
            ?? (Dated().Match(title) is { Success: true } dated && IsGathering(dated.Groups["name"].Value) ? Clean(dated.Groups["name"].Value) : null);
    }

    /// <summary>What a title counts the evenings of: "Le titre — UX du Port #2"; null where it counts nothing, or its own parts.</summary>
    public static string? Counted(string title) =>
        title.AsSpan().ContainsAny('#', '°') && Numbered().Match(title) is { Success: true } numbered && !OwnPart().IsMatch(numbered.Groups["name"].Value) ? Clean(numbered.Groups["name"].Value) : null;

    /// <summary>What a folder or a file is called by, where that is a name and a year and no more: "paris-web-2025/jour-1.md"; null where none is.</summary>
    /// <param name="path">Path of a post without its extension.</param>
    public static string? InPath(string path)
    {
        foreach (var part in path.ToLowerInvariant().Split('/').Reverse())
        {
            if (Edition().Match(part) is { Success: true } edition && edition.Groups["name"].Value is var name && !IsEveryday(name))
            {
                return name.Replace('-', ' ');
            }
        }

        return null;
    }

    /// <summary>The group whose evening is announced at an address, "meetup.com/Phare-Rennes/events/1" by "Phare Rennes"; null where none is.</summary>
    public static string? InAddresses(string addresses) =>
        Group().Match(addresses) is { Success: true } group && Clean(group.Groups["name"].Value.Replace('-', ' ')) is { } name && !Unnamed().IsMatch(name) ? name : null;

    /// <summary>Whether a title tells of an edition by name and year or number, "Retour sur X 2019", "Rencontres Y #4": what else the post names is then another one.</summary>
    public static bool IsEdition(string title, string name) =>
        (RecapWords().IsMatch(title) || IsGathering(name)) && title.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at && OfEdition().IsMatch(title[(at + name.Length)..]);

    /// <summary>Whether a folder or file begins with a word that says nothing of a conference: "articles", "retour-du-port".</summary>
    public static bool IsEveryday(string name) => Everyday().IsMatch(name);

    /// <summary>Whether a text has a word by which conferences are called.</summary>
    public static bool IsGathering(string text) => Gathering().IsMatch(text);

    // "Retour sur Native Harbor 2025 - Jour 1": what is left between the words of a recap and the year.
    private static string? Between(string title)
    {
        var told = RecapWords().Match(title) is { Success: true };
        var rest = Kind().Replace(RecapWords().Replace(title, ""), "");
        var year = BeforeYear().Match(rest);
        var parts = Separator().Split(rest, 2);
        return (year.Success ? Accepted(year.Groups["name"].Value, told, dated: true) : null)
            ?? Accepted(parts[0], told, year.Success || parts is [_, var behind] && TellsDay().IsMatch(behind));
    }

    private static string? Accepted(string text, bool told, bool dated) =>
        Clean(text) is { } name && (told || IsGathering(name) || dated) && (Whole().IsMatch(name) || char.IsUpper(name[0]) && (told || IsGathering(name)) || dated && told && !name.Contains(' ')) ? name : null;

    private static string? Clean(string name)
    {
        name = Trailing().Replace(name, "").Trim(' ', '-', '–', '—', ':', ',', '!', '?', '«', '»', '"', '\'', '(', '[', '#');
        return name.Length is > 2 and < Longest && name.AsSpan().Count(' ') <= MostBlanks && !Meeting().IsMatch(name) ? name : null;
    }

    // Words of which at least the first has a capital or a digit, joined by small ones: "State of the Map", "js.everywhere" has none.
    private const string Name = @"(?<name>[\p{Ll}\d.'’&+#/-]*\p{Lu}[\w.'’&+#/-]*(?:\s+(?:(?:de|du|des|of|the|and|&|la|le|for|en|au|on|et)\s+){0,2}[\p{Ll}\d.'’&+#/-]*\p{Lu}[\w.'’&+#/-]*){0,4})";

    // "Les nouveautés de Java en 2024" is none.
    [GeneratedRegex("^" + Name + "\\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Whole();

    private const string Kinds = @"(?:conférence|conf|salon|journée|soirée|édition|événement|évènement|rencontre|festival|sommet)";

    [GeneratedRegex(@"^(?<name>[a-z][a-z0-9]*(?:[-_][a-z][a-z0-9]*){0,2})[-_]?(?:19|20)\d{2}(?:[-_](?:jour|day|j)[-_]?\d?)?\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Edition();

    // What a year has besides conferences, and what holds several of them.
    [GeneratedRegex(@"^(?:billets?|entry|bilan|retro\w*|annee|year\w*|best|top|bonne|voeux|archives?|posts?|blogs?|sites?|website|www|web|pages?|docs?|src|app|content|contenu|static|assets|images?|img|projets?|projects?|articles?|tech|dev|notes?|conf|confs|conferences?|meetups?|talks?|recaps?|retours?|review|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|ete|noel|advent|rentree|goals|resolutions|veille|lectures?|livres?|books?|films?|albums?|concerts?|hello|happy|goodbye)(?:[-_]|\z)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Everyday();

    // "[Rétro] Meetup …", "Event: …".
    [GeneratedRegex(@"^\s*\[[^\]\d]{2,20}\]\s*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?:- )?(?:de |mon |mes |ma |notre |nos |un |une |le |mini |petit )?(?:premi(?:er|ère) )?(?:retours?(?: d['’]expérience)?|récap\w*|revue|prise de notes|impressions|souvenirs|ce que (?:j['’]ai|je|nous|on) (?:\w+ ){1,3}?(?:de|du|à|au)|recap\w*|comptes?[- ]rendus?|cr|notes?|résumé|bilan|participation|debrief|carnet|live|journal|feedback|expérience)\s*(?::|-|–)?\s*(?:sur |de |du |des |à |au |aux |d['’]|from |of )?\s*(?:la |le |les |l['’])?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex RecapWords();

    // "la conférence X", "5e édition du X", "9ème salon X"; with a capital the word belongs to the name.
    [GeneratedRegex(@"^(?:(?:la|le|les|l['’]|une?)\s*)?(?:\d+\s*(?:e|è|ème|ère|eme|nd|nde)?\s+)?(?:" + Kinds + @"\s+)+(?:annuelle\s+)?(?:(?:du|de\s+la|de\s+l['’]|des|de|d['’])\s*)?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Kind();

    [GeneratedRegex(@"\b(?i:" + Kinds + @"s?)\s+(?:annuelle\s+)?(?:(?:du|de la|des|de)\s+|(?:de\s+l|d)['’]\s*)?" + Name, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Called();

    [GeneratedRegex(@"\bmeetup\.com/(?:[a-z]{2}(?:-[A-Z]{2})?/)?(?<name>[\w-]{3,60})(?:/?(?:[\s?#]|\z)|/events?\b)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Group();

    // Groups that nobody named, and pages of the site's own.
    [GeneratedRegex(@"^(?:meetup group \w+|find|topics|cities|pro|about|help|login|members|apps?)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Unnamed();

    [GeneratedRegex(@"^(?:\s*,?\s*(?i:édition)?\s*\(?(?:(?:19|20)\d{2}\b|(?:#|n°)\s?\d{1,3}\b)|\s['’][0-4]\d\b)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OfEdition();

    [GeneratedRegex(@"(?:^|\s[-–—|:]\s+|:\s+)" + Name + @"\s+(?:#|n°)\s?\d{1,3}\s*(?:\z|[-–—|:(,])", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Numbered();

    // "Partie #2", "Veille #34": of what its writer counts himself.
    [GeneratedRegex(@"^(?:partie|part|épisode|chapitre|jour|day|talk|session|conférence|conf|article|billet|numéro|étape|step|semaine|week|tip|astuce|devlog|tp|atelier|veille|carnet|journal|newsletter|lettre|podcast|vlog|revue|chronique|hebdo|notes?|digest|récap|recap|rétro|question|saison|saga|tuto\w*|cours|leçon|version|sprint|projet|issue|pr)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OwnPart();

    // "… au Swiss Testing Day 2026", "… à React Live édition 2019".
    [GeneratedRegex(@"(?:^|\s|['’])" + Name + @"(?:\s*,?\s+(?i:édition))?\s+\(?(?:19|20)\d{2}\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Dated();

    [GeneratedRegex(@"\b(?:days?|nights?|live|tour|week|\w*conf|\w*con|\w*camp|\w*fest|summit|forum|craft|rencontres|journées|meetup|jug|\w+jug|congress|expo|world|connect)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Gathering();

    [GeneratedRegex(@"^(?<name>.{2,60}?)(?:[\s,:-]*\(?(?:(?:19|20)\d{2}\b|(?:#|n°)\s?\d{1,3}\b)|\s['’][0-4]\d\b)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BeforeYear();

    [GeneratedRegex(@"\s+[-–—|]\s+|\s*[:,(]\s*|\s+['‘«“""]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Separator();

    // "Conf du Port : première journée", "Conf du Port - compte rendu".
    [GeneratedRegex(@"^(?:ma |notre |la |le )?(?:(?:jour|day|journée|partie)\s*\d|(?:premi|deuxi|second|troisi|derni)\w*\s+(?:jour|journée|partie|édition)|comptes?[- ]rendus?|résumé|retours?\z|récap|recap)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TellsDay();

    // What stands behind the name: a day, a part, a date.
    [GeneratedRegex(@"\s*[-–—,:(]?\s*(?:(?:jour|day|j|partie|part|épisode|édition)\s*\d?|(?:du\s+)?\d{1,2}(?:er)?(?:\s*(?:et|au|-|&)\s*\d{1,2})?\s+(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre))\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Trailing();

    // "meetup", "Journée 2": which one is not said.
    [GeneratedRegex(@"^(?:le |la |les |notre |mon )?(?:meetup|meet-up|conférences?|confs?|journées?|jour|rencontres?|soirée)(?:\s+\d*)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Meeting();
}
