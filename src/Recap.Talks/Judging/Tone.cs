using Recap.Talks.Facts;

namespace Recap.Talks.Judging;

/// <summary>
/// What a text dwells on, by its words. A conference is an occasion: who held it, where, whom one met, what one ate; a session is told without those.
/// Whoever says "vous" again and again announces, sells or teaches, and tells of nothing heard.
/// </summary>
/// <param name="Words">Words of two letters or more.</param>
/// <param name="OfTheConference">Those of them that conferences are told with.</param>
/// <param name="ToTheReader">Those of them that address the reader.</param>
internal readonly record struct Tone(int Words, int OfTheConference, int ToTheReader)
{
    private const int FewWords = 100;

    private static readonly CharacterSet Letters = new(char.IsLetter);

    // Words that sessions are told with as well are left out: "place", "lieu", "programme", "événements".
    private static readonly Vocabulary<Theme> Themes = new(
        ("organisation organisateur organisateurs organisatrice organisatrices organisé organisée organisés orga staff bénévole bénévoles édition éditions événement évènement festival salon", Theme.Conference),
        ("participant participants participante participantes visiteur visiteurs public exposant exposants sponsor sponsors partenaires communauté", Theme.Conference),
        ("places billet billets ticket tickets inscription inscriptions badge badges salle salles amphi amphithéâtre auditorium hall stand stands village goodies tombola concours", Theme.Conference),
        ("buffet repas déjeuner déjeuners dîner café cafés croissants viennoiseries pause pauses soirée soirées apéro apéritif cocktail bière bières", Theme.Conference),
        ("ambiance convivial conviviale convivialité accueil accueilli accueillis accueillir rencontre rencontres rencontrer rencontré rencontrés échanges échanger discuter discussions retrouver networking", Theme.Conference),
        ("métro train hôtel gare midi matinée journée journées année semaine prochaine rendez moments collègue collègues", Theme.Conference),
        ("riche plaisir chance merci remercie remercier bravo assisté assister participé participer photos replays", Theme.Conference),
        ("vous votre vos", Theme.Reader));

    private enum Theme
    {
        None,
        Conference,
        Reader,
    }

    /// <summary>How much of a text speaks of the conference, 0..1: 1 from one word in thirty on.</summary>
    public double ShareOfTheConference => Math.Min(1, 30.0 * OfTheConference / Math.Max(FewWords, Words));

    /// <summary>How much of a text addresses its reader, 0..1: 1 from one word in fifty on.</summary>
    public double ShareToTheReader => Math.Min(1, 50.0 * ToTheReader / Math.Max(FewWords, Words));

    /// <summary>Counts the words of a text.</summary>
    public static Tone Of(ReadOnlySpan<char> text)
    {
        var (words, conference, reader) = (0, 0, 0);
        foreach (var (from, to) in new WordRuns(text, Letters))
        {
            words += to - from >= 2 ? 1 : 0;
            var theme = Themes.Of(text[from..to]);
            conference += theme == Theme.Conference ? 1 : 0;
            reader += theme == Theme.Reader ? 1 : 0;
        }

        return new Tone(words, conference, reader);
    }
}
