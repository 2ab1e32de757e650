using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Recap.Talks.Facts;

namespace Recap.Talks.Judging;

/// <summary>Counts the words by which a text tells that it is about a session.</summary>
internal static partial class TalkWords
{
    /// <summary>Characters of a text that are looked at.</summary>
    public const int Reach = 1_500;

    private const int LongestLine = 160;

    private static readonly StemPattern Told = new(
        Words(),
        longest: 26,
        ["talk", "conf", "sent", "session", "keynote", "speak", "orat", "interven", "atelier", "quickie", "coding", "nous p", "nous a ", "nous ont ", "nous ex", "nous m", "nous r"],
        ["émo", "ÉMO"]);

    private static readonly WordSearch Several = new(
        "talks conférences confs présentations sessions keynotes ateliers quickies workshops interventions exposés",
        "talks", "conf", "sentations", "sessions", "keynotes", "ateliers", "quickies", "workshops", "interventions", "expos", "retours")
    {
        Phrase = ("retours", [" d'expérience", " d’expérience"]),
    };

    public static int Count(string text) => Told.Count(text.Length > Reach ? text.AsSpan(0, Reach) : text);

    /// <summary>Counts the words by which a text tells that it is about several sessions: "les conférences".</summary>
    public static int CountSeveral(string text) => Several.Count(text.Length > Reach ? text.AsSpan(0, Reach) : text);

    /// <summary>Whether a text speaks of the session that its heading names: "cette keynote", "ce talk".</summary>
    public static bool SpeaksOfThis(string text) => This().IsMatch(text);

    /// <summary>Whether the first words of a post promise sessions: "voici les conférences", "les talks que j'ai vus".</summary>
    public static bool Promises(string text) => Promise().IsMatch(text.Length > Reach ? text.AsSpan(0, Reach) : text);

    [GeneratedRegex(@"\b(?:voici|parmi|résumé|retour|revenir|reviens|revient|retours|notes|coups? de (?:cœur|coeur)|liste|sélection)\b[^.!?\n]{0,60}\b(?:talks?|conférences?|confs?|présentations?|sessions?)\b|\b(?:talks?|conférences?|confs?|présentations?|sessions?)\b,? (?:\w+ ){0,3}(?:que|qu['’]|auxquels?|auxquelles?|qui (?:m['’]ont|nous ont|m['’]a))\b|\b(?:vu|vue|vues|suivi|suivie|suivies|assisté|assister)\b[^.!?\n]{0,30}\b(?:talks?|conférences?|confs?|présentations?|sessions?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Promise();

    /// <summary>Whether the first words of a post say that its writer has been to a conference: "nous sommes allés à la conférence".</summary>
    public static bool HasBeenThere(string text) => Been().IsMatch(text.Length > Reach ? text.AsSpan(0, Reach) : text);

    [GeneratedRegex(@"\b(?:arrivée?s?|allée?s?|rendue?s?|étais|étions|revenue?s?|rentrée?s?|participé|assisté|invitée?s?)\b[^.!?\n]{0,60}\b(?:à|de|dans|lors de) (?:la|une|cette|notre|ma|l['’]) ?(?:(?:première|deuxième|troisième|dernière|\d+e?) )?(?:conférence|conf|convention|soirée|rencontre|journée|édition)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Been();

    /// <summary>Whether a line says that what is listed below it are sessions: "les conférences que j'ai vues :".</summary>
    public static bool Lists(string line) => (line.Length > LongestLine ? line[^LongestLine..] : line) is var end && Several.Count(end) > 0 && !Unseen().IsMatch(end);

    /// <summary>Whether a sentence speaks of sessions that its writer has not seen.</summary>
    public static bool IsUnseen(string sentence) => Unseen().IsMatch(sentence);

    /// <summary>Whether a title says that what stands below it was not seen: "Ce que j'ai raté", "À rattraper en vidéo".</summary>
    public static bool IsMissed(string title) => title.AsSpan().ContainsAny(MissedStems) && Missed().IsMatch(title);

    private static readonly SearchValues<string> MissedStems = SearchValues.Create(["rat", "manqu", "loup", "aurais", "aimerais", "voudrais", "pas "], StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\b(?:(?:j['’]|je |nous |on )\p{L}+ (?:ratée?s?|manquée?s?|loupée?s?)|à rattraper|(?:j['’]|on |nous |je |n['’]){1,2}(?:ai|avons|a) pas (?:pu|vue?s?)|(?:aurais|aurions|aimerais|voudrais) (?:\p{L}+ )?(?:ne pas manquer|voir|suivre|assister|aller))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Missed();

    /// <summary>Whether a line says that its writer has been to what it speaks of.</summary>
    public static bool SaysSeen(string line) => Seen().IsMatch(line.Length > LongestLine ? line[^LongestLine..] : line);

    [GeneratedRegex(@"\b(?:vue?s?|assist(?:é|er|ais|ions)|suivie?s?|particip(?:é|er)|écoutée?s?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Seen();

    /// <summary>Whether a line announces a list of sessions below it.</summary>
    public static bool Announces(string line) => line.AsSpan().TrimEnd().EndsWith(":") && (Lists(line) || line.Length <= LongestLine && line.AsSpan().ContainsAny(OwnStems) && Own().IsMatch(line) && !Unseen().IsMatch(line));

    private static readonly SearchValues<string> OwnStems = SearchValues.Create(["assist", "suivi", "particip", "coup", "programme"], StringComparison.OrdinalIgnoreCase);

    // "Pour ma part, j'ai assisté à :", "Mes coups de cœur :", "Au programme de ma journée :".
    [GeneratedRegex(@"^\W*(?:(?:\p{L}+\W+){0,4}(?:j['’]ai|nous avons|on a)\s+(?:\w+\s+){0,2}(?:assisté\s+à|suivi|participé\s+à)|(?:et\s+|voici\s+)?(?:(?:mes|nos|les)\s+)?(?:\d\s+|deux\s+|trois\s+)?coups?\s+de\s+c(?:œ|oe)ur|(?:au\s+)?programme\s+de\s+(?:ma|notre)\s+(?:\w+\s+)?(?:journée|matinée|après-midi))\s*:\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Own();

    /// <summary>Whether a line says that what is listed below it are no sessions: "Quelques livres :", "L'équipe :".</summary>
    public static bool ListsOthers(string line) => line.Length <= LongestLine && (Reports().IsMatch(line) || Others().IsMatch(line));

    [GeneratedRegex(@"\b(?:livres?|bouquins?|lire|podcasts?|ressources|liens|références|bibliographie|équipe|organisat\w+|bénévoles|sponsors|merci|remerci\w*|auteurs|citations?|contributeurs)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Others();

    /// <summary>Whether a line says that what others wrote is listed below it: "Quelques autres comptes-rendus :".</summary>
    public static bool ListsReports(string line) => line.Length <= LongestLine && line.AsSpan().TrimEnd().EndsWith(":") && Reports().IsMatch(line);

    [GeneratedRegex(@"\b(?:autres (?:comptes?[- ]rendus?|cr|billets?|articles?|résumés?|retours?|récits?|avis|lectures?|liens|ressources)|(?:comptes?[- ]rendus?|cr|billets|articles|résumés|récits) (?:d['’]autres|des autres)|pour aller plus loin|à lire(?: aussi| ailleurs)?|(?:ont|en) parlent? aussi|ailleurs sur le web|lectures?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Reports();

    /// <summary>Whether a line that announces sessions says that each item of the list below it is one that was held: "côté quickies, il y a eu :".</summary>
    public static bool TellsOfEach(string line) => Held().IsMatch(line.Length > LongestLine ? line[^LongestLine..] : line);

    [GeneratedRegex(@"\b(?:(?:il y a(?:vait)?|on a|nous avons) eu|il y avait|ont (?:été )?(?:présent|donn|anim)ée?s|se sont succédée?s?|ont eu lieu|nous avons pu (?:voir|suivre|écouter))\s*:\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Held();

    /// <summary>How many sessions the last sentence of a line says were seen: "j'ai participé à deux sessions :"; 0 where it tells no number.</summary>
    public static int Counted(string line) =>
        // "4 tracks de talks répartis dans 3 salles :" counts no talks.
        (line.Length > LongestLine ? line[^LongestLine..] : line) is var end && MayNameSession(end) && MayCount(end) && Number().Match(end) is { Success: true } number && !Unseen().IsMatch(end) && !number.ValueSpan.Contains("track", StringComparison.OrdinalIgnoreCase)
            ? number.Groups["digits"].Success ? int.Parse(number.Groups["digits"].ValueSpan, CultureInfo.InvariantCulture) : Numbers.IndexOf(number.Groups["word"].Value.ToLowerInvariant()) + 2
            : 0;

    private static readonly ImmutableArray<string> Numbers = ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"];

    private static readonly SearchValues<string> NumberWords = SearchValues.Create(Numbers.AsSpan(), StringComparison.OrdinalIgnoreCase);

    private static bool MayCount(ReadOnlySpan<char> line) => line.ContainsAnyInRange('1', '9') || line.ContainsAny(NumberWords);

    // "Ces deux conférences" were told of before, or are to be looked at.
    [GeneratedRegex(@"(?:^|(?:[^s\s]|\b[^c\s]\w*s)\s+)(?:(?<word>deux|trois|quatre|cinq|six|sept|huit|neuf|dix)|(?<digits>[2-9]|1[0-9]))\s+(?:\w+\s+){0,3}(?:talks|conférences|confs|présentations|sessions|keynotes|ateliers|quickies|workshops|interventions|exposés|retours d['’]expérience)\b[^.!?\n]*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    // A word for a session has one of these in it; most lines and titles have none.
    private static readonly SearchValues<string> SessionStems =
        SearchValues.Create(["talk", "conf", "sentation", "session", "keynote", "atelier", "quickie", "workshop", "intervention", "expos", "retours d", "hands"], StringComparison.OrdinalIgnoreCase);

    private static bool MayNameSession(ReadOnlySpan<char> line) => line.ContainsAny(SessionStems);

    // "Les sessions que j'aurai plaisir à découvrir", "que je n'ai pas pu voir".
    [GeneratedRegex(@"\b(?:aurai|aurais|aurions|aimerais|voudrais|verrai|regarderai|raté|ratées?|manqué|manquées?|loupé|rattraper|découvrir|pas pu|à (?:re)?voir|à venir|prochaine?s?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"\b(?:ce|cette) (?:\w+ )?(?:talk|conférence|conf|présentation|session|keynote|atelier|quickie)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex This();

    [GeneratedRegex(@"\b(?:ce|cette|le|la|du|un|une|excellente?|bonne?|chouette|son|sa|leur|belle) (?:talk|conférence|conf|présentation|session|keynote|speaker|speakeuse|orateur|oratrice|présentateur|présentatrice|intervenant|intervenante|conférencier|conférencière|atelier|quickie|live coding|démo)\b|\bles (?:speakers|orateurs|intervenants|présentateurs|oratrices)\b|\bnous (?:présente|présentent|a présenté|ont présenté|explique|expliquent|montre|montrent|a montré|a expliqué|parle|propose|raconte|partage|rappelle)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
