using System.Buffers;

namespace Recap.Engine.Analysis;

/// <summary>
/// Light English stemming: plural, <c>-ing</c>, <c>-ed</c>, <c>-er</c> and the endings that link a verb to its nouns
/// (<c>deploy, deployment; automate, automation</c>). Ends as the French one does, so that cognates meet.
/// </summary>
internal static class EnglishStemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static readonly SuffixRule[] Plurals =
    [
        new("sses", "ss", 1), new("ies", "y", 2), new("ches", "ch", 2), new("shes", "sh", 2), new("xes", "x", 2),
        new("ss", "ss", 0), new("us", "us", 0), new("is", "is", 0), new("s", "", 3),
    ];

    private static readonly SuffixRule[] Endings =
    [
        new("ibility", "ibl", 3), new("ability", "abl", 2), new("ization", "is", 3), new("isation", "is", 3), new("ation", "at", 3),
        new("ator", "at", 3), new("ement", "", 5),
        new("ement", "ement", 0), new("ment", "", 4), new("ness", "", 4), new("eering", "eer", 0), new("eer", "eer", 0), new("ing", "", 3),
        new("ied", "y", 3), new("eed", "eed", 0), new("ed", "", 3), new("er", "", 4), new("ly", "", 4),
    ];

    private static readonly SuffixRule[] Last = [new("ie", "i", 3), new("e", "", 3), new("y", "i", 3)];

    public static string Stem(string word)
    {
        var singular = SuffixRule.Apply(word, Plurals) ?? word;
        var bare = SuffixRule.Apply(singular, Endings) ?? singular;
        if (!bare.AsSpan().ContainsAny(Vowels))
        {
            bare = singular;
        }

        var single = FrenchStemmer.Spelled(bare);
        return FrenchStemmer.Spelled(SuffixRule.Apply(single, Last) ?? single);
    }
}
