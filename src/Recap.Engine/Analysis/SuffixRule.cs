namespace Recap.Engine.Analysis;

/// <summary>Replaces an ending where enough of the word is left before it.</summary>
/// <param name="Suffix">The ending.</param>
/// <param name="Replacement">What stands in its place.</param>
/// <param name="Keep">Fewest letters that must stand before the ending.</param>
internal readonly record struct SuffixRule(string Suffix, string Replacement, int Keep)
{
    /// <summary>The first rule that fits, applied; null where none does.</summary>
    public static string? Apply(string word, ReadOnlySpan<SuffixRule> rules)
    {
        foreach (var rule in rules)
        {
            if (word.Length - rule.Suffix.Length >= rule.Keep && word.EndsWith(rule.Suffix, StringComparison.Ordinal))
            {
                return string.Concat(word.AsSpan(0, word.Length - rule.Suffix.Length), rule.Replacement);
            }
        }

        return null;
    }
}
