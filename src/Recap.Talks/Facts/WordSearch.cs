using System.Buffers;
using System.Globalization;

namespace Recap.Talks.Facts;

/// <summary>
/// Counts some words in a text. A search for parts of them passes over nearly all of it, and the words that hold one are looked up:
/// no pattern is as quick.
/// </summary>
/// <param name="words">The words, parted by blanks, whatever their capitals.</param>
/// <param name="parts">Letters of ASCII, of which each word holds some.</param>
internal sealed class WordSearch(string words, params string[] parts)
{
    private readonly Vocabulary<bool> _words = new((words, true));
    private readonly SearchValues<string> _parts = SearchValues.Create(parts, StringComparison.OrdinalIgnoreCase);

    /// <summary>What may stand behind a word that is one of several: "retours" counts where "d'expérience" follows.</summary>
    public (string Word, string[] Behind) Phrase { get; init; } = ("", []);

    /// <summary>How many of the words a text holds.</summary>
    public int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var at = 0; text[at..].IndexOfAny(_parts) is var next and >= 0;)
        {
            at += next;
            var start = at;
            while (start > 0 && IsOfWord(text[start - 1]))
            {
                start--;
            }

            while (at < text.Length && IsOfWord(text[at]))
            {
                at++;
            }

            count += _words.Of(text[start..at]) || IsPhrase(text[start..at], text[at..]) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether a character is one of words, as patterns take it: joiners too.</summary>
    public static bool IsOfWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '\u200C' or '\u200D'
        || c > '\u007F' && (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.ConnectorPunctuation);

    private bool IsPhrase(ReadOnlySpan<char> word, ReadOnlySpan<char> behind)
    {
        if (word.Equals(Phrase.Word, StringComparison.OrdinalIgnoreCase))
        {
            foreach (var end in Phrase.Behind)
            {
                if (behind.StartsWith(end, StringComparison.OrdinalIgnoreCase) && (behind.Length == end.Length || !IsOfWord(behind[end.Length])))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
