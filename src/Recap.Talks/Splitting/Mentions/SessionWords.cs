using System.Collections.Immutable;
using System.Globalization;
using Recap.Talks.Facts;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>Finds the words for sessions that <see cref="MaskedSentence.Session"/> lists, word by word and without a pattern.</summary>
internal static class SessionWords
{
    // Each word that ends a name for a session.
    private static readonly Vocabulary<Word> Words = new(
        ("talk conférence conference conf présentation presentation session keynote intervention atelier quickie plénière workshop université tutoriel bof codelab exposé sujet démo lt rex prez", Word.Alone),
        ("talks conférences conferences confs présentations presentations sessions keynotes interventions ateliers quickies plénières workshops universités tutoriels bofs codelabs exposés sujets démos lts", Word.Alone),
        ("ronde rondes", Word.Round),
        ("expérience", Word.Experience),
        ("coding", Word.Coding),
        ("on", Word.On));

    // What stands before them there.
    private static readonly ImmutableArray<string>[] Leads =
        [[], [""], ["table ", "tables "], ["retour d'", "retour d’", "retours d'", "retours d’"], ["live ", "live-"], ["hands ", "hands-"]];

    // What a pattern takes for the characters of words, joiners included.
    private static readonly CharacterSet WordCharacters = new(IsOfWord);

    private enum Word
    {
        None,
        Alone,
        Round,
        Experience,
        Coding,
        On,
    }

    /// <summary>Whether a word by itself is one for a session.</summary>
    public static bool Is(ReadOnlySpan<char> word) => !word.IsEmpty && Words.Of(word) == Word.Alone;

    /// <summary>Where the words for sessions end in a text, in its order.</summary>
    public static List<int> Ends(ReadOnlySpan<char> text)
    {
        var ends = new List<int>();
        foreach (var (start, end) in new WordRuns(text, WordCharacters))
        {
            if (Words.Of(text[start..end]) is not Word.None and var word && IsLedTo(text[..start], Leads[(int)word]))
            {
                ends.Add(end);
            }
        }

        return ends;
    }

    private static bool IsLedTo(ReadOnlySpan<char> before, ImmutableArray<string> leads)
    {
        foreach (var lead in leads)
        {
            if (before.EndsWith(lead, StringComparison.OrdinalIgnoreCase) && (lead.Length == 0 || lead.Length == before.Length || !IsOfWord(before[^(lead.Length + 1)])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfWord(char c) => char.IsLetter(c) || c is '\u200C' or '\u200D'
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;
}
