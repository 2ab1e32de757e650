using System.Collections.Immutable;
using Recap.Talks.Facts;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>Finds the words for sessions that <see cref="MaskedSentence.Session"/> lists, word by word and without a pattern.</summary>
internal static class SessionWords
{
    // Each word that ends a name for a session.
    private static readonly Vocabulary<Word> Words = new(
        ("talk talks", Word.Talk),
        ("conférence conference conf présentation presentation session keynote intervention atelier quickie plénière workshop université tutoriel bof codelab exposé sujet démo lt rex prez", Word.Alone),
        ("conférences conferences confs présentations presentations sessions keynotes interventions ateliers quickies plénières workshops universités tutoriels bofs codelabs exposés sujets démos lts", Word.Alone),
        ("ronde rondes", Word.Round),
        ("expérience", Word.Experience),
        ("coding", Word.Coding),
        ("on", Word.On));

    // What stands before them there.
    private static readonly ImmutableArray<string>[] Leads =
        [[], ["lightning ", ""], [""], ["table ", "tables "], ["retour d'", "retour d’", "retours d'", "retours d’"], ["live ", "live-"], ["hands ", "hands-"]];

    private static readonly CharacterSet WordCharacters = new(WordSearch.IsOfWord);

    private enum Word
    {
        None,
        Talk,
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
            if (Words.Of(text[start..end]) is not Word.None and var word && LeadLength(text[..start], Leads[(int)word]) >= 0)
            {
                ends.Add(end);
            }
        }

        return ends;
    }

    /// <summary>Where the name for a session begins that ends at a place: "lightning talk", "table ronde".</summary>
    public static int StartOf(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        while (start > 0 && WordSearch.IsOfWord(text[start - 1]))
        {
            start--;
        }

        return start - LeadLength(text[..start], Leads[(int)Words.Of(text[start..end])]);
    }

    // The first of some leads that stands right before a word; -1 where none does.
    private static int LeadLength(ReadOnlySpan<char> before, ImmutableArray<string> leads)
    {
        foreach (var lead in leads)
        {
            if (before.EndsWith(lead, StringComparison.OrdinalIgnoreCase) && (lead.Length == 0 || lead.Length == before.Length || !WordSearch.IsOfWord(before[^(lead.Length + 1)])))
            {
                return lead.Length;
            }
        }

        return -1;
    }
}
