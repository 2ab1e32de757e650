using Recap.Talks.Facts;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>Reads what a session is called where a verb gives one: "une très belle présentation de 45 minutes sur …".</summary>
internal static class SessionObject
{
    private const int MostBefore = 4;
    private const int MostBehind = 5;
    private const int LongestStem = 5;

    private static readonly Vocabulary<Article> Articles = new(
        ("un une la le sa son leur ses leurs notre", Article.One),
        ("l", Article.Elided));

    // What is shown or surveyed is what it was about: "une démonstration de X", "le tour des X".
    private static readonly Vocabulary<Noun> Nouns = new(
        ("présentation présentations démo démos démonstration démonstrations introduction initiation découverte comparatif focus rex aperçu éclairage plongée rétrospective immersion", Noun.Shown),
        ("point tour panorama bilan rappel état", Noun.Common),
        ("expérience expériences travaux réflexions vision cours leçon tutoriel discours retour retours", Noun.Session));

    // Words as they are walked: what is elided is one by itself.
    private static readonly string[] About =
    [
        "sur", "autour de", "autour du", "autour des", "autour d'", "à propos de", "à propos du", "à propos des", "à propos d'", "au sujet de", "au sujet du", "au sujet des", "au sujet d'",
        "consacré à", "consacrée à", "consacré au", "consacrée au", "consacré aux", "consacrée aux", "concernant", "intitulé", "intitulée",
    ];

    private enum Article
    {
        None,
        One,
        Elided,
    }

    private enum Noun
    {
        None,

        /// <summary>What it was about stands behind "sur" and its like.</summary>
        Session,

        /// <summary>Behind "de" as well.</summary>
        Shown,

        /// <summary>The same, but it is given where nobody speaks too.</summary>
        Common,
    }

    /// <summary>Reads on to what the session was about; reads nothing where there is no session, or no word of that.</summary>
    /// <param name="words">Behind the verb.</param>
    /// <param name="isCommon">Whether what is given needs no session: "le point sur".</param>
    public static bool Take(ref SentenceWords words, out bool isCommon)
    {
        var ahead = words;
        isCommon = false;
        if (Articles.Of(ahead.Next().TrimEnd("'’")) == Article.None || TakeNoun(ref ahead) is not (not Noun.None and var noun) || !TakeAbout(ref ahead, noun))
        {
            return false;
        }

        words = ahead;
        isCommon = noun == Noun.Common;
        return true;
    }

    private static Noun TakeNoun(ref SentenceWords words)
    {
        for (var count = 0; count <= MostBefore; count++)
        {
            var word = words.Next();
            if (word.IsEmpty)
            {
                return Noun.None;
            }

            if (SentenceWords.Same(word, "retour") || SentenceWords.Same(word, "retours"))
            {
                words.TakeAny("d' expérience", "d' expériences", "d' usage", "de son expérience", "de leur expérience");
                return Noun.Shown;
            }

            var noun = Nouns.Of(word);
            if (noun != Noun.None || SessionWords.Is(word))
            {
                return noun == Noun.None ? Noun.Session : noun;
            }
        }

        return Noun.None;
    }

    private static bool TakeAbout(ref SentenceWords words, Noun noun)
    {
        var shown = words;
        var isShown = noun is Noun.Shown or Noun.Common && TakeOf(ref shown);
        for (var count = 0; count <= MostBehind; count++)
        {
            if (words.TakeAny(About))
            {
                return true;
            }

            if (words.Next().IsEmpty)
            {
                break;
            }
        }

        if (isShown)
        {
            words = shown;
        }

        return isShown;
    }

    // "des lieux de" behind "état", then what leads on.
    private static bool TakeOf(ref SentenceWords words)
    {
        words.TakeAny("des lieux", "d' horizon");
        for (var count = 0; count < 3; count++)
        {
            if (words.TakeAny("de", "du", "des", "d'", "à", "en", "avec"))
            {
                return true;
            }

            if (words.Next().IsEmpty)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Reads advice up to what it is for: "des conseils pour".</summary>
    public static bool TakeAdvice(ref SentenceWords words)
    {
        var ahead = words;
        if (!ahead.TakeAny("des", "quelques", "les", "ses") || !ahead.TakeAny("clés", "clefs", "conseils", "astuces", "pistes", "exemples", "idées", "retours") || !ahead.TakeAny("pour", "sur"))
        {
            return false;
        }

        words = ahead;
        return true;
    }

    /// <summary>Reads what somebody went through up to what it was about: "son expérience dans", "ses travaux sur".</summary>
    public static bool TakeExperience(ref SentenceWords words)
    {
        var ahead = words;
        if (!ahead.TakeAny("son", "sa", "ses", "leur", "leurs"))
        {
            return false;
        }

        ahead.TakeAny("retour d'", "retours d'");
        if (!ahead.TakeAny("expérience", "expériences", "réflexion", "réflexions", "travaux", "vision") || !ahead.TakeAny("sur", "de", "du", "d'", "avec", "dans", "autour de", "autour du", "autour des"))
        {
            return false;
        }

        words = ahead;
        return true;
    }

    /// <summary>Reads what leads from a verb to what it turns to: "longuement sur", "à".</summary>
    public static bool TakeWay(ref SentenceWords words)
    {
        var ahead = words;
        while (ahead.Peek() is var word && (IsAdverb(word) || word is "ensuite" or "aussi" or "alors" or "également" or "plus"))
        {
            ahead.Next();
        }

        ahead.TakeAny("en détail", "en profondeur");
        if (!ahead.TakeAny("sur", "à", "au", "aux", "dans", "vers"))
        {
            return false;
        }

        words = ahead;
        return true;
    }

    /// <summary>Whether a word is an adverb by its ending: "rapidement".</summary>
    public static bool IsAdverb(ReadOnlySpan<char> word) => word.Length > LongestStem && word.EndsWith("ment");
}
