namespace Recap.Topics.Words;

/// <summary>Takes off plural endings, the same way in French and English, so that cognates stay together.</summary>
internal static class Stemming
{
    /// <summary>Writes the stem of a folded word and returns its length.</summary>
    public static int Stem(ReadOnlySpan<char> folded, Span<char> stem)
    {
        folded.CopyTo(stem);
        if (folded.Length <= 3)
        {
            return folded.Length;
        }

        if (folded.Length > 4 && folded.EndsWith("ies"))
        {
            stem[folded.Length - 3] = 'y';
            return folded.Length - 2;
        }

        var plural = folded[^1] == 's' && folded[^2] is not ('s' or 'u' or 'i') || folded.EndsWith("eux") || folded.EndsWith("aux");
        return plural ? folded.Length - 1 : folded.Length;
    }
}
