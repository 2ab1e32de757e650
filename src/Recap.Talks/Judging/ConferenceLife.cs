using System.Collections.Frozen;
using Recap.Talks.Facts;
using Words = System.Collections.Frozen.FrozenSet<string>.AlternateLookup<System.ReadOnlySpan<char>>;

namespace Recap.Talks.Judging;

/// <summary>Counts the words by which a text tells of a conference as an occasion: who held it, where, whom one met, what one ate; a session is told without them.</summary>
internal static class ConferenceLife
{
    private const int Reach = 1_500;
    private const int LongestWord = 16;

    private static readonly CharacterSet Letters = new(char.IsLetter);

    // Words that sessions are told with as well are left out: "place", "lieu", "programme", "événements".
    private static readonly Words Known = new[]
    {
        "organisation organisateur organisateurs organisatrice organisatrices organisé organisée organisés orga staff bénévole bénévoles édition éditions événement évènement festival salon",
        "participant participants participante participantes visiteur visiteurs public exposant exposants sponsor sponsors partenaires communauté",
        "places billet billets ticket tickets inscription inscriptions badge badges salle salles amphi amphithéâtre auditorium hall stand stands village goodies tombola concours",
        "buffet repas déjeuner déjeuners dîner café cafés croissants viennoiseries pause pauses soirée soirées apéro apéritif cocktail bière bières",
        "ambiance convivial conviviale convivialité accueil accueilli accueillis accueillir rencontre rencontres rencontrer rencontré rencontrés échanges échanger discuter discussions retrouver networking",
        "métro train hôtel gare midi matinée journée journées année semaine prochaine rendez moments collègue collègues",
        "riche plaisir chance merci remercie remercier bravo assisté assister participé participer photos replays",
    }.SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many such words a text begins with.</summary>
    public static int Count(string text)
    {
        var count = 0;
        Span<char> room = stackalloc char[LongestWord];
        var start = text.AsSpan(0, Math.Min(text.Length, Reach));
        foreach (var (from, to) in new WordRuns(start, Letters))
        {
            count += to - from is > 2 and <= LongestWord && Known.Contains(WordRuns.Lower(start[from..to], room)) ? 1 : 0;
        }

        return count;
    }
}
