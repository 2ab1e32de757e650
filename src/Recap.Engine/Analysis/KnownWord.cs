namespace Recap.Engine.Analysis;

/// <summary>
/// A folded word with what is asked about every word. A few words make up most of any text, so that what was told of those
/// met lately is kept: some ten megabytes at most. Texts that are kept share them, so that few objects live long.
/// </summary>
internal sealed class KnownWord
{
    private const int Kept = 1 << 16;

    // A word has one place, and takes it from another: a wrong one is seen by its text. Whole references are read and written.
    private static readonly KnownWord?[] Met = new KnownWord?[Kept];

    private KnownWord(string text) => (Text, Stems, IsGrammar) = (text, [.. Stemming.Stems(text)], StopWords.Contains(text));

    /// <summary>The word.</summary>
    public string Text { get; }

    /// <summary>As <see cref="Stemming.Stems"/> gives them.</summary>
    public string[] Stems { get; }

    /// <summary>Whether it is among <see cref="StopWords"/>.</summary>
    public bool IsGrammar { get; }

    /// <summary>What is known of a word.</summary>
    public static KnownWord Of(string word)
    {
        ref var place = ref Met[string.GetHashCode(word, StringComparison.Ordinal) & (Kept - 1)];
        var known = place;
        if (known is null || !string.Equals(known.Text, word, StringComparison.Ordinal))
        {
            place = known = new KnownWord(word);
        }

        return known;
    }
}
