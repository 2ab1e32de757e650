using System.Collections.Immutable;
using Recap.Engine.Querying;
using Recap.Talks;

namespace Recap.Server.Pages.Texts;

internal sealed class FrenchTexts : PageTexts
{
    public override string Language => "fr";

    public override string Locale => "fr_FR";

    public override (string Language, string Name) Other => ("en", "English");

    public override string Tagline => "Retrouver un talk raconté dans un billet de conférence";

    public override string SkipToContent => "Aller au contenu";

    public override string SearchLabel => "Chercher un talk";

    public override string SearchButton => "Chercher";

    public override string YearsAndOrder => "Années et tri";

    public override string Refine => "Affiner";

    public override string YearFrom => "De l’année";

    public override string YearTo => "À l’année";

    public override string Order => "Trier par";

    public override string OrderUsual => "pertinence";

    public override string OrderNewest => "date";

    public override string OrderTitle => "titre";

    public override string Apply => "Appliquer";

    public override string ActiveFilters => "Filtres actifs";

    public override string ClearFilters => "Tout enlever";

    public override string NewestTalks => "Les derniers talks";

    public override string Results => "Résultats";

    public override string NothingFoundHint => "Essayez moins de mots, un autre mot, ou enlevez un filtre.";

    public override string EmptyIndex => "L’index ne contient encore aucun talk. «\u00A0recap reindex\u00A0» le remplit.";

    public override string FirstPage => "Première page";

    public override string NextPage => "Page suivante";

    public override string Pages => "Pages de résultats";

    public override string ReadInPost => "Lire dans le billet";

    public override string Speakers => "Speakers";

    public override string Day => "Date";

    public override string Technologies => "Technologies";

    public override string Topics => "Sujets";

    public override string Topic => "Sujet";

    public override string Site => "Le site";

    public override string AboutTalk => "À propos du talk";

    public override string CarriedBy => "Porté par\u00A0:";

    public override string ByYear => "Par année";

    public override string ByEvent => "Par événement";

    public override string TopicsByYear => "Talks par sujet et par année";

    public override string TopicsByEvent => "Talks par sujet et par événement";

    public override string InNumbers => "En chiffres";

    public override string InAll => "En tout";

    public override string NoTopics => "Aucun talk n’a de sujet.";

    public override string SearchedAs => "Recherché comme";

    public override string DidYouMean => "Vouliez-vous dire";

    public override string AlsoSearched => "Cherché aussi\u00A0:";

    public override string OrderAffinity => "proximité du sujet";

    public override string ReadNext => "À lire ensuite";

    public override string NothingClose => "Aucun autre talk n’est assez proche de celui-ci.";

    public override string Links => "Liens";

    public override string ToldIn => "Raconté dans";

    public override string NoText => "Le billet n’en dit pas plus.";

    public override string Subscribe => "S’abonner à cette recherche\u00A0:";

    public override string Status => "État de l’index";

    public override string Generation => "Génération";

    public override string BuiltAt => "Construite le";

    public override string NeverBuilt => "pas encore";

    public override string Posts => "Billets";

    public override string Talks => "Talks";

    public override string Sources => "Sites";

    public override string Fingerprint => "Empreinte";

    public override string ServerVersion => "Version du serveur";

    public override string NotFoundTitle => "Page introuvable";

    public override string NotFoundText => "Il n’y a rien à cette adresse. Le talk a peut-être été renommé ou retiré.";

    public override string InvalidTitle => "Demande incomprise";

    public override string InvalidText => "L’adresse contient des filtres que ce site ne comprend pas\u00A0:";

    public override string ExpiredTitle => "Ces résultats ont changé";

    public override string ExpiredText => "L’index a été reconstruit depuis. La recherche peut reprendre à la première page.";

    public override string FailureTitle => "Le site ne peut pas répondre";

    public override string ClosedTitle => "Ce site est fermé";

    public override string ClosedText => "Il faut une clé pour y chercher. Demandez-la à qui tient le site.";

    public override string FailureText => "Réessayez dans un instant.";

    public override string ErrorId => "Numéro d’erreur";

    public override string BackToSearch => "Retour à la recherche";

    public override string StartAgain => "Reprendre à la première page";

    protected override ImmutableArray<string> Months =>
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    protected override string ThousandsMark => "\u202F";

    public override string Count(int talks, bool exact) =>
        (exact ? "" : "au moins ") + (talks < 2 ? $"{talks} talk" : $"{Format(talks)} talks");

    public override string CountTopics(int topics) => topics < 2 ? $"{topics} sujet" : $"{Format(topics)} sujets";

    public override string DescribeTopics(string talks, IReadOnlyList<string> most) =>
        $"{talks}\u00A0; les sujets les plus fréquents\u00A0: {string.Join(", ", most)}. Le tableau qui suit donne tous les nombres.";

    public override string NothingFound(string query) =>
        query.Length == 0 ? "Aucun talk ne répond à ces filtres." : $"Aucun talk ne répond à «\u00A0{query}\u00A0».";

    public override string Remove(string filter) => $"Enlever le filtre {filter}";

    public override string Format(DateOnly day) => day.Day == 1 ? $"1er {Months[day.Month - 1]} {day.Year}" : base.Format(day);

    public override string Percent(float share) => $"{MathF.Round(share * 100):0}\u00A0%";

    public override string NameOf(TalkKind kind) => kind switch
    {
        TalkKind.Keynote => "Keynote",
        TalkKind.Panel => "Table ronde",
        TalkKind.Workshop => "Atelier",
        TalkKind.Lightning => "Lightning talk",
        TalkKind.BirdsOfAFeather => "BOF",
        TalkKind.Notes => "Notes du billet",
        _ => "Talk",
    };

    public override string NameOf(TalkFacet facet) => facet switch
    {
        TalkFacet.Topic => "Sujet",
        TalkFacet.Event => "Événement",
        TalkFacet.Year => "Année",
        TalkFacet.Speaker => "Speaker",
        TalkFacet.Organization => "Organisation",
        TalkFacet.Technology => "Technologie",
        TalkFacet.Kind => "Type de session",
        TalkFacet.Language => "Langue",
        TalkFacet.Source => "Site",
        _ => throw new ArgumentOutOfRangeException(nameof(facet)),
    };

    public override string NameOf(LinkKind kind) => kind switch
    {
        LinkKind.Schedule => "Programme",
        LinkKind.Video => "Vidéo",
        LinkKind.Slides => "Slides",
        LinkKind.Code => "Code",
        LinkKind.Project => "Projet",
        _ => "Lien",
    };
}
