using System.Collections.Immutable;

namespace Recap.Engine.Analysis;

/// <summary>
/// Stems folded words of a text that mixes French and English. Nobody can say of one word which language it is
/// (<c>services</c>, <c>containers</c>), so both light stemmers run and a word has one stem or two.
/// </summary>
public static class Stemming
{
    /// <summary>Shorter words are their own stem.</summary>
    private const int ShortestStemmed = 4;

    /// <summary>One stem, or the French and the English one where they differ.</summary>
    /// <param name="word">A folded word, as <see cref="TextAnalysis.Words"/> gives it.</param>
    public static IReadOnlyList<string> Stems(string word)
    {
        if (!CanBeStemmed(word))
        {
            return [word];
        }

        var french = FrenchStemmer.Stem(word);
        var english = EnglishStemmer.Stem(word);
        return string.Equals(french, english, StringComparison.Ordinal) ? [french] : [french, english];
    }

    /// <summary>The French stems of words in a row, words of grammar left out.</summary>
    internal static ImmutableArray<string> OfRow(IEnumerable<string> words) =>
        [.. words.Where(word => !StopWords.Contains(word)).Select(word => Stems(word)[0])];

    /// <summary>Names with digits or signs in them (<c>k8s</c>, <c>c++</c>, <c>ci/cd</c>) do not inflect.</summary>
    public static bool CanBeStemmed(string word) =>
        word.Length >= ShortestStemmed && !word.AsSpan().ContainsAnyExceptInRange('a', 'z');
}
