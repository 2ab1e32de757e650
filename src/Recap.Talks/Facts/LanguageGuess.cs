using System.Collections.Frozen;

namespace Recap.Talks.Facts;

/// <summary>Tells French from English by their commonest words.</summary>
internal static class LanguageGuess
{
    private const int Reach = 2_000;

    private static readonly FrozenSet<string> French = "le la les des un une du de et est que qui dans pour sur avec pas ce cette nous vous il elle ont sont au aux plus par son sa ses mais ou où donc".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> English = "the of and to in is that it for was on are with as at be this have from or by not we you they an but which their has will how what".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FrenchWords = French.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> EnglishWords = English.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="text">Some prose.</param>
    /// <param name="otherwise">The answer where the text is too short or in neither.</param>
    public static string Of(string text, string otherwise)
    {
        var (french, english) = (0, 0);
        var part = text.AsSpan(0, Math.Min(Reach, text.Length));
        foreach (var range in part.SplitAny(" \n'’.,;:!?()\""))
        {
            french += FrenchWords.Contains(part[range]) ? 1 : 0;
            english += EnglishWords.Contains(part[range]) ? 1 : 0;
        }

        return french + english < 6 ? otherwise : french >= 2 * english ? "fr" : english >= 2 * french ? "en" : otherwise;
    }
}
