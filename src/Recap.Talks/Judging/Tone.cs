using System.Collections.Frozen;
using Recap.Talks.Facts;
using Words = System.Collections.Frozen.FrozenSet<string>.AlternateLookup<System.ReadOnlySpan<char>>;

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
    private const int LongestWord = 16;
    private const int FewWords = 100;

    private static readonly CharacterSet Letters = new(char.IsLetter);

    // Words that sessions are told with as well are left out: "place", "lieu", "programme", "événements".
    private static readonly Words Conference = new[]
    {
        "organisation organisateur organisateurs organisatrice organisatrices organisé organisée organisés orga staff bénévole bénévoles édition éditions événement évènement festival salon",
        "participant participants participante participantes visiteur visiteurs public exposant exposants sponsor sponsors partenaires communauté",
        "places billet billets ticket tickets inscription inscriptions badge badges salle salles amphi amphithéâtre auditorium hall stand stands village goodies tombola concours",
        "buffet repas déjeuner déjeuners dîner café cafés croissants viennoiseries pause pauses soirée soirées apéro apéritif cocktail bière bières",
        "ambiance convivial conviviale convivialité accueil accueilli accueillis accueillir rencontre rencontres rencontrer rencontré rencontrés échanges échanger discuter discussions retrouver networking",
        "métro train hôtel gare midi matinée journée journées année semaine prochaine rendez moments collègue collègues",
        "riche plaisir chance merci remercie remercier bravo assisté assister participé participer photos replays",
    }.SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How much of a text speaks of the conference, 0..1: 1 from one word in thirty on.</summary>
    public double ShareOfTheConference => Math.Min(1, 30.0 * OfTheConference / Math.Max(FewWords, Words));

    /// <summary>How much of a text addresses its reader, 0..1: 1 from one word in fifty on.</summary>
    public double ShareToTheReader => Math.Min(1, 50.0 * ToTheReader / Math.Max(FewWords, Words));

    /// <summary>Counts the words of a text.</summary>
    public static Tone Of(ReadOnlySpan<char> text)
    {
        var (words, conference, reader) = (0, 0, 0);
        Span<char> room = stackalloc char[LongestWord];
        foreach (var (from, to) in new WordRuns(text, Letters))
        {
            var length = to - from;
            words += length >= 2 ? 1 : 0;
            if (length is > 2 and <= LongestWord)
            {
                var word = WordRuns.Lower(text[from..to], room);
                reader += word is "vous" or "votre" or "vos" ? 1 : 0;
                conference += Conference.Contains(word) ? 1 : 0;
            }
        }

        return new Tone(words, conference, reader);
    }
}
