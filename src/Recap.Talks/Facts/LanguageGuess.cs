using System.Buffers;

namespace Recap.Talks.Facts;

/// <summary>Tells French from English by their commonest words.</summary>
internal static class LanguageGuess
{
    // Further on no language of a talk, of those at hand, was told otherwise.
    private const int Reach = 500;

    // So many more words of one language than of the other, and the rest says no more.
    private const int Settled = 12;

    // Shorter ones are French words too: "ring", "bring".
    private const int ShortestGerund = 6;

    // The longest of the words that are counted in prose.
    private const int LongestWord = 5;

    // A title has few words; those that ask and address tell as much.
    private static readonly Vocabulary<Tongue> OfTitles = new(
        ("le la les des un une du de et est que qui dans pour sur avec pas ce cette nous vous il elle ont sont au aux plus par son sa ses mais ou où donc l d qu c n s j à comment pourquoi votre vos notre nos mon ma mes sans chez vers entre quand si en", Tongue.French),
        ("the of and to in is that it for was with are at be this have from or by not we you they an but which their has will how what why when your our my can into without do does us its using", Tongue.English));

    // The commonest words of prose.
    private static readonly Vocabulary<Tongue> OfProse = new(
        ("le la les des un une du de et est que qui dans pour sur avec pas ce cette nous vous il elle ont sont au aux plus par son sa ses mais ou où donc", Tongue.French),
        ("the of and to in is that it for was on are with as at be this have from or by not we you they an but which their has will how what", Tongue.English));

    private static readonly CharacterSet WordCharacters = new(c => !" \n'’.,;:!?()\"".Contains(c));

    private static readonly CharacterSet TitleWordCharacters = new(c => !" \u00A0'’.,;:!?()\"«»/-".Contains(c));

    private static readonly SearchValues<char> FrenchLetters = SearchValues.Create("àâçéèêëîïôùûœÀÂÇÉÈÊËÎÏÔÙÛŒ");

    private enum Tongue
    {
        Neither,
        French,
        English,
    }

    /// <param name="text">Some prose.</param>
    /// <param name="otherwise">The answer where the text is too short or in neither.</param>
    public static string Of(string text, string otherwise)
    {
        var (french, english) = (0, 0);
        var part = text.AsSpan(0, Math.Min(Reach, text.Length));
        foreach (var (start, end) in new WordRuns(part, WordCharacters))
        {
            if (end - start is < 2 or > LongestWord)
            {
                continue;
            }

            var tongue = OfProse.Of(part[start..end]);
            french += tongue == Tongue.French ? 1 : 0;
            english += tongue == Tongue.English ? 1 : 0;
            if (Math.Abs(french - english) >= Settled)
            {
                break;
            }
        }

        return french + english < 6 ? otherwise : french >= 2 * english ? "fr" : english >= 2 * french ? "en" : otherwise;
    }

    /// <summary>Language of a title; English where it is all names.</summary>
    public static string OfTitle(string title) => WordsOfTitle(title) is var (french, english) && french > english ? "fr" : "en";

    /// <summary>Whether more of a title's words are English than French: one that is all names is neither.</summary>
    public static bool IsEnglish(string title) => WordsOfTitle(title) is var (french, english) && english > french;

    private static (int French, int English) WordsOfTitle(string title)
    {
        var (french, english) = (0, 0);
        var hasAccents = title.AsSpan().ContainsAny(FrenchLetters);
        foreach (var (start, end) in new WordRuns(title, TitleWordCharacters))
        {
            var word = title.AsSpan(start, end - start);
            var tongue = OfTitles.Of(word);
            french += tongue == Tongue.French || hasAccents && word.ContainsAny(FrenchLetters) ? 1 : 0;
            english += tongue == Tongue.English || word.Length >= ShortestGerund && word.EndsWith("ing") ? 1 : 0;
        }

        return (french, english);
    }
}
