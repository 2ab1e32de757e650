using System.Collections.Frozen;
using Recap.Talks.Facts;

namespace Recap.Talks.People;

/// <summary>How a verb tells what a session was about.</summary>
internal enum TellingVerb
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>"explique X": what is told follows.</summary>
    Tells,

    /// <summary>"compare X": the same, but anybody does so who is no speaker.</summary>
    Treats,

    /// <summary>"s'attaque à X", "revient sur X": behind a word that leads to it.</summary>
    TurnsTo,

    /// <summary>"rappelle les X": behind an article; else it is something to remember.</summary>
    Reminds,

    /// <summary>"donne une conférence sur X": behind a word for what is given.</summary>
    Gives,

    /// <summary>"fait découvrir X", "fait le point sur X".</summary>
    Makes,

    /// <summary>"ouvre la journée sur X", "commence par présenter X".</summary>
    Opens,

    /// <summary>"prend la parole pour présenter X".</summary>
    Takes,

    /// <summary>"tente d'expliquer X": another verb tells.</summary>
    Leads,
}

/// <summary>The verbs of French that tell, by their stems.</summary>
internal static class TellingVerbs
{
    private const int KeyLength = 3;
    private const int MostWords = 5;
    private const int LongestAside = 80;

    private static readonly (string Stems, TellingVerb Sense)[] Senses =
    [
        ("présent expli montr racont relat expos détaill démontr partag évoqu abord décri illustr parl retrac live-cod", TellingVerb.Tells),
        ("introdui annonc couvre couver couvr dévoil défend compar trait dress analys décortiqu vulgaris résum décrypt démystifi survol list enseign initi appris apprit appren plaid", TellingVerb.Treats),
        ("revien reven attaqu pench intéress emmen emmèn embarqu interven intervien plong", TellingVerb.TurnsTo),
        ("rappel soulign", TellingVerb.Reminds),
        ("donn anim tenu tenai tient tienn assur propos livr offr offer eff mené mena régal gratifi", TellingVerb.Gives),
        ("fai fait font fais", TellingVerb.Makes),
        ("ouvr ouver conclu clot clos clôt clôtur termin commenc début enchain enchaîn poursui continu embray réveill entam démarr lanc", TellingVerb.Opens),
        ("pris prend pren", TellingVerb.Takes),
        ("profit tent essa essay choisi cherch fini voul", TellingVerb.Leads),
    ];

    // By their first letters, the longest first.
    private static readonly FrozenDictionary<string, (string Stem, TellingVerb Sense)[]> Stems = Senses
        .SelectMany(senses => senses.Stems.Split(' ').Select(stem => (Stem: stem, senses.Sense)))
        .GroupBy(verb => verb.Stem[..KeyLength])
        .ToFrozenDictionary(verbs => verbs.Key, verbs => verbs.OrderByDescending(verb => verb.Stem.Length).ToArray(), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, (string Stem, TellingVerb Sense)[]>.AlternateLookup<ReadOnlySpan<char>> Lookup = Stems.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How a word tells, if it is a form of a verb that does; nouns of the same stem are none.</summary>
    public static TellingVerb Of(ReadOnlySpan<char> word)
    {
        if (word.Length < KeyLength || !Lookup.TryGetValue(word[..KeyLength], out var verbs) || IsNoun(word))
        {
            return TellingVerb.None;
        }

        foreach (var (stem, sense) in verbs)
        {
            if (word.StartsWith(stem, StringComparison.OrdinalIgnoreCase))
            {
                return sense;
            }
        }

        return TellingVerb.None;
    }

    /// <summary>Whether what stands behind a name says that it is a speaker's: "nous …", ", CTO de B, a présenté …", "explique …", " : « …".</summary>
    public static bool IsSpeaker(ReadOnlySpan<char> behind)
    {
        if (behind.StartsWith(" : «") || behind.StartsWith(" : “") || behind.StartsWith(" : \""))
        {
            return true;
        }

        var words = new SentenceWords(behind[WhoItIs(behind)..]);
        var (isDone, isThere) = (false, false);
        for (var count = 0; count < MostWords; count++)
        {
            var word = words.Next();
            switch (word)
            {
                case "nous":
                    return !words.Next().EndsWith("ons");
                case "qui" or "y" or "également" or "ensuite" or "aussi" or "enfin" or "alors" or "quant" or "à" or "lui" or "elle" or "s'" or "s’":
                    continue;
                case "a" or "ont" or "avait" or "avaient" or "vient" or "viennent" or "va" or "vont":
                    isDone = true;
                    continue;
                case "est" or "sont" or "était" or "étaient":
                    isThere = true;
                    continue;
            }

            return isThere ? word.StartsWith("venu") || word.StartsWith("revenu") || word.StartsWith("intervenu") : isDone && IsDoing(Of(word), words.Peek()) || Of(word) is (TellingVerb.Tells or TellingVerb.TurnsTo) && !IsParticiple(word);
        }

        return false;
    }

    // "a donné une conférence": what a company gives or takes has no article more often than not.
    private static bool IsDoing(TellingVerb verb, ReadOnlySpan<char> next) =>
        verb is not (TellingVerb.None or TellingVerb.Leads or TellingVerb.Takes or TellingVerb.Gives) || verb != TellingVerb.None && next is ("un" or "une" or "sa" or "son" or "la" or "le");

    // "(B)", ", directrice de B,".
    private static int WhoItIs(ReadOnlySpan<char> behind)
    {
        var (end, from) = behind switch
        {
            [' ', '(', ..] => (behind[..Math.Min(behind.Length, LongestAside)].IndexOf(')'), 2),
            [',', ' ', ..] => (behind[1..Math.Min(behind.Length, LongestAside)].IndexOf(',') + 1, 2),
            _ => (0, 0),
        };
        return end > from && !behind[from..end].Contains(';') && behind[from..end].IndexOf(". ") < 0 ? end + 1 : 0;
    }

    /// <summary>Whether a verb is an infinitive: "expliquer", "décrire", "découvrir", "apprendre"; "montre" is none.</summary>
    public static bool IsInfinitive(ReadOnlySpan<char> word) => word.EndsWith("er") || word.EndsWith("ir") || word.EndsWith("ire") || word.EndsWith("dre");

    /// <summary>Whether a verb is a gerund: "en expliquant".</summary>
    public static bool IsGerund(ReadOnlySpan<char> word) => word.EndsWith("ant");

    private static bool IsParticiple(ReadOnlySpan<char> word) => word.TrimEnd('s').TrimEnd('e') is [.., 'é'];

    // "présentation", "animateur", "annonceurs".
    private static bool IsNoun(ReadOnlySpan<char> word)
    {
        word = word.TrimEnd('s');
        return word.EndsWith("tion") || word.EndsWith("eur") || word.EndsWith("euse") || word.EndsWith("rice");
    }
}
