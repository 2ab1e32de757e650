namespace Recap.Engine.Querying.Understanding;

/// <summary>
/// How far a word may be from what was typed, as users of search boxes know it: one letter from 5 letters, two from 9, two
/// letters swapped from 4. Numbers, versions and names with digits or signs in them are what they are.
/// </summary>
public static class TypoRules
{
    /// <summary>Shortest word in which one letter may differ.</summary>
    public const int OneEditFrom = 5;

    /// <summary>Shortest word in which two letters may differ.</summary>
    public const int TwoEditsFrom = 9;

    /// <summary>Shortest word in which two neighbouring letters may be swapped.</summary>
    public const int SwapFrom = 4;

    /// <summary>Letters that may differ: 0, 1 or 2.</summary>
    /// <param name="word">A folded word.</param>
    public static int MaxEdits(string word) =>
        !word.All(char.IsLetter) ? 0 : word.Length >= TwoEditsFrom ? 2 : word.Length >= OneEditFrom ? 1 : 0;

    /// <summary>The words that come of swapping two neighbours, for words too short for any other error.</summary>
    public static IEnumerable<string> Swaps(string word)
    {
        if (word.Length is < SwapFrom or >= OneEditFrom || !word.All(char.IsLetter))
        {
            yield break;
        }

        for (var i = 0; i + 1 < word.Length; i++)
        {
            if (word[i] != word[i + 1])
            {
                yield return string.Concat(word.AsSpan(0, i), [word[i + 1], word[i]], word.AsSpan(i + 2));
            }
        }
    }
}
