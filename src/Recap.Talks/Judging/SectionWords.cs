using System.Text.RegularExpressions;
using Recap.Talks.Sites;

namespace Recap.Talks.Judging;

/// <summary>The words by which headings that are no talk give themselves away.</summary>
internal static partial class SectionWords
{
    /// <summary>Lower case, no accents, straight apostrophes, no marks at either end.</summary>
    public static string Fold(string title) =>
        Slug.WithoutAccents(title).ToLowerInvariant().Replace('’', '\'').Trim(' ', '.', '!', '?', ':', '…', '"', '*', '-', '_', '«', '»');

    /// <summary>A heading that only holds others together: a day, a track, "the talks".</summary>
    public static bool IsContainer(string folded) => Container().IsMatch(folded);

    /// <summary>A heading of the post's own frame or of a talk's inside: conclusion, introduction, lunch, verdict.</summary>
    public static bool IsFrame(string folded) => Frame().IsMatch(folded);

    /// <summary>A heading that tells of something else than a session, by a word in it.</summary>
    public static bool TellsOfOther(string folded) => Other().IsMatch(folded);

    /// <summary>A heading in the writer's own person.</summary>
    public static bool IsPersonal(string folded) => Personal().IsMatch(folded);

    /// <summary>A heading within a talk: what the writer makes of it, or one of its parts.</summary>
    public static bool IsPartOfTalk(string folded) => Part().IsMatch(folded);

    /// <summary>A line that names who wrote, drew or photographed, not who spoke.</summary>
    public static bool IsByline(string folded) => Byline().IsMatch(folded);

    private const RegexOptions Options = RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^(?:(?:les?|mes|nos|quelques|des|the|ces|autres?|la liste des|retour sur les|resumes? des?|compte[- ]rendu des)\s+)?(?:differentes?\s+|autres\s+|meilleures?\s+|principales?\s+)?(?:talks?|conferences?|confs?|sessions?|presentations?|ateliers?|workshops?|keynotes?|quickies?|lightning talks?|bofs?|plenieres?|tracks?|universites?|hands[- ]on|programme|deep dives?|tools[- ]in[- ]action)(?:\s+(?:que j'ai|auxquel\w+|que nous|vus|vues|suivis|suivies|qui m'ont|du jour|du matin|de l'apres-midi|techniques?|a voir|marquant\w*|preferes?|marquants?|en vrac|de la journee|d'ouverture|de cloture|du \w+).*)?$|^(?:jour(?:nee)?|day|partie|part|j)\s*\d\b.*$|^(?:premier|premiere|deuxieme|second|seconde|troisieme|quatrieme|dernier|derniere|1er|1ere|2e|2eme|3e|3eme)\s+(?:jour|journee|matinee|apres-midi|partie).*$|^(?:le\s+)?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?:\s+(?:matin|apres[- ]midi|soir|\d.*)|\s*[-:,(].*)?$|^(?:le |la |l'|en )?(?:matin|matinee|apres[- ]midi|soir|morning|afternoon)(?:\s+(?:du|de|-|:).*)?$|^(?:track|salle|devroom|theme|thematique|categorie)\s*[:#-]?\s*\w*(?:\s+\w+){0,2}$|^(?:et aussi|aussi|divers|en vrac|autres?)$|^\d{1,2}(?:er)? (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)(?: \d{4})?$|^\d{1,2}\s?[h:]\d{0,2}$", Options, 2_000)]
    private static partial Regex Container();

    [GeneratedRegex(@"^(?:en |ma |la |notre |ce |une |petite |mot de )?(?:conclusions?|bilan|intro(?:duction)?|contexte|preambule|prologue|epilogue|avant[- ]propos|sommaire|table des matieres|synthese|resume|fin|the end|tl;?dr|too long.*|en bref|pour conclure|pour finir|pour terminer|pour resumer|en resume|au final|liens?(?: utiles?)?|links?|ressources?|references?|sources?|photos?|galerie|images?|album|agenda|planning|organisation|logistique|outro|ps|post[- ]scriptum|feedback|feedbacks|faq|commentaires?|divers|remerciements?|impressions?(?: generales?)?|ambiance|le mot de la fin|mot de la fin|a suivre|la suite|suite|disclaimer|notes?|changelog|credits?|replay|replays|videos?|slides?)(?:\s+(?:generale?s?|globale?|personnelles?|du jour|de la journee|de (?:cette|la|ce)\b.*|et\b.*|a chaud|utiles?|finale?|sur la (?:journee|conference|conf)|du salon|de l'(?:edition|evenement)))?$|^(?:fin (?:du|de)|bilan (?:de|du|des|general)|merci\b|un (?:grand )?merci|remerciements|et (?:c'est|voila|maintenant|ensuite|demain|pour finir|apres)|c'est (?:fini|finito|termine|tout|la fin|quoi|parti)|voila\b|qu'est[- ]ce que (?:c'est|le|la)|c'est quoi|a (?:bientot|propos|l'annee prochaine|retenir)|rendez[- ]vous|vivement|see you|on se (?:retrouve|revoit)|pour aller plus loin|plus d'infos?|qui suis[- ]je|presentation (?:de l'evenement|du salon|de la conference|generale)|le mot de|pourquoi (?:j'y|y aller|participer)|l'organisation|l'evenement|la conference$|le (?:lieu|programme|salon|concept|contexte)$|les (?:organisateurs|sponsors|chiffres|points (?:forts|faibles|positifs|negatifs)|tendances|rencontres|stands|goodies|photos|videos|plus|moins|liens|coulisses|a[- ]cotes)|mes (?:impressions|coups? de coeur)|mon (?:avis|bilan|ressenti|programme|parcours)|ce (?:que|qu'|qui)\b|trucs? a)(?:\W.*)?$", Options, 2_000)]
    private static partial Regex Frame();

    [GeneratedRegex(@"\b(?:dejeuner|dejeune|diner|repas|lunch|buffet|cafe|croissants?|pause|bieres?|apero|aperitif|cocktail|soiree|after ?party|party|afterwork|hotel|train|metro|trajet|voyage|arrivee|depart|accueil|inscriptions?|badge|goodies|stands?|exposants?|sponsors?|partenaires|hall|lieu|ambiance|networking|rencontres?|sustentation|visite|tourisme|souvenirs?|jeux? concours|tombola|forum ouvert|open space|anniversaire|edition|billets?|tickets?|annee prochaine|hallway)\b", Options, 2_000)]
    private static partial Regex Other();

    [GeneratedRegex(@"\b(?:je|j'ai|j'y|mon|ma|mes|moi|nous|notre|nos|m'a|me)\b", Options, 2_000)]
    private static partial Regex Personal();

    [GeneratedRegex(@"^(?:(?:le |mon |ma |notre |l'|les |nos )?(?:verdict|avis|conclusions?|retours?|ressenti|bilan|note|key takeaways?|takeaways?|points? cles?|points? a retenir|points? forts|contexte|probleme|problematique|solution|solutions|demo|exemples?|q&a|questions?(?: ?/ ?reponses?)?|etape \d.*|architecture|resultats?|limites?|avantages|inconvenients|ressources|liens|slides|video|replay|description|abstract|pitch|resume|definition|definitions|fonctionnement|principes?|en pratique|mise en pratique|en savoir plus|pour aller plus loin|lessons? learned|lecons?|apprentissages?|benefices?|enjeux|objectifs?)|a retenir.*|ce (?:que|qu'|qui)\b.*|pourquoi\s*$|comment\s*$|quoi\s*$|en (?:conclusion|resume|bref|synthese)|pour (?:conclure|resumer|finir)|\d+[.)-]? .{0,60})$", Options, 2_000)]
    private static partial Regex Part();

    [GeneratedRegex(@"^(?:(?:un |cet? |le |la )?(?:article|texte|billet|compte[- ]rendu|recap\w*|post|retour|resume|section|partie) )?(?:(?:co[- ]?)?(?:ecrit|redige|poste|publie|propose|raconte|relate|traduit|relu|dessine|illustre|photographie)e?s?(?: et \w+)? par|(?:written|posted|published|translated|illustrated|reviewed) by)\b|^(?:article|texte|billet|auteur|autrice|author|redaction|redacteur|redactrice|photo|credit|illustration)s?(?: photos?)? ?(?::|par\b|by\b|de\b)", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Byline();
}
