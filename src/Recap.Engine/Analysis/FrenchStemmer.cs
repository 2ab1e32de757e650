namespace Recap.Engine.Analysis;

/// <summary>
/// Light French stemming of folded words, after J. Savoy's light stemmer: plural, gender and the common endings that
/// link a verb to its nouns (<c>configurer, configuration</c>). Folding comes first: an accent left out by the reader
/// must not change the stem. Unlike the model, -ité and -if keep apart what they part (<c>collectivité</c>, <c>collection</c>).
/// </summary>
internal static class FrenchStemmer
{
    private static readonly SuffixRule[] Plurals =
    [
        new("eaux", "eau", 1), new("aux", "al", 2), new("oux", "ou", 2), new("eux", "eu", 2), new("ss", "ss", 0), new("s", "", 3),
    ];

    // Longest first: the first that fits is applied, and ends the matter.
    private static readonly SuffixRule[] Endings =
    [
        new("issement", "ir", 3), new("issant", "ir", 3), new("ivement", "if", 3), new("ement", "", 5), new("amment", "ant", 3),
        new("emment", "ent", 3), new("ibilite", "ibl", 3), new("abilite", "abl", 2), new("ibility", "ibl", 3), new("ability", "abl", 2),
        new("ificatrice", "ifi", 2), new("ificateur", "ifi", 2), new("ification", "ifi", 2), new("ifier", "ifi", 2),
        new("icatrice", "iqu", 3), new("icateur", "iqu", 3), new("ication", "iqu", 3),
        new("isatrice", "is", 3), new("isateur", "is", 3), new("isation", "is", 3), new("ization", "is", 3),
        new("atrice", "", 4), new("ateur", "", 4), new("ation", "", 4), new("ator", "", 4),
        new("utrice", "u", 4), new("uteur", "u", 4), new("ution", "u", 4), new("utor", "u", 4), new("uction", "ui", 2), new("uire", "ui", 2),
        new("itrice", "it", 3), new("iteur", "it", 3), new("ition", "it", 3), new("trice", "t", 4), new("teuse", "t", 3), new("teur", "t", 3),
        new("euse", "", 4), new("eur", "", 4), new("ienne", "ien", 3), new("iere", "i", 4), new("ier", "i", 4), new("ive", "if", 4),
        new("nnelle", "n", 4), new("nnel", "n", 4), new("elle", "el", 4), new("eau", "el", 4), new("ette", "et", 4),
        new("ance", "ant", 4), new("ence", "ent", 4), new("ante", "ant", 4), new("etique", "i", 5), new("ique", "ic", 4),
        new("erait", "", 4), new("eront", "", 4), new("erons", "", 4), new("eer", "eer", 0), new("ee", "", 3),
    ];

    private static readonly SuffixRule[] Last = [new("er", "", 3), new("ez", "", 4), new("ie", "i", 3), new("e", "", 3), new("y", "i", 3)];

    public static string Stem(string word)
    {
        var singular = SuffixRule.Apply(word, Plurals) ?? word;
        var bare = SuffixRule.Apply(singular, Endings) ?? SuffixRule.Apply(singular, Last) ?? singular;
        return Spelled(bare);
    }

    /// <summary>What is only spelling: a letter doubled at the end (<c>personnel, personne</c>), American <c>-iz</c>.</summary>
    internal static string Spelled(string stem)
    {
        var single = stem.Length > 3 && stem[^1] == stem[^2] ? stem[..^1] : stem;
        return single.Length > 4 && single.EndsWith("iz", StringComparison.Ordinal) ? single[..^1] + "s" : single;
    }
}
