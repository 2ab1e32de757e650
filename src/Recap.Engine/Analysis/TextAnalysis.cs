using System.Collections.Immutable;

namespace Recap.Engine.Analysis;

/// <summary>
/// Turns French, English or mixed text into terms, the same way for every engine and for queries. The rules are told, one
/// example a line, in <c>data/analysis/rules.tsv</c>.
/// </summary>
public static class TextAnalysis
{
    /// <summary>Changes whenever the same text gives other terms: an index made before must be made again.</summary>
    public const string Version = "1";

    /// <summary>
    /// The folded words, in order. A composed word yields its parts at places of their own, and its other forms
    /// (<c>autoscaling</c> for <c>auto-scaling</c>) at the place of the first part.
    /// </summary>
    public static ImmutableArray<TextToken> Words(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<TextToken>();
        foreach (var word in Scan(text))
        {
            AddWord(word, tokens);
        }

        return tokens.ToImmutable();
    }

    /// <summary>
    /// The stems of <see cref="Words"/>: where French and English rules differ, both stems at one place. Words of grammar
    /// are left out and leave no gap, so that names are found whatever articles stand between their words.
    /// </summary>
    public static ImmutableArray<TextToken> Stems(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<TextToken>();
        var atPlace = new List<string>();
        foreach (var word in Words(text))
        {
            if (word.PositionIncrement > 0)
            {
                atPlace.Clear();
            }

            var known = KnownWord.Of(word.Text);
            foreach (var stem in known.IsGrammar ? [] : known.Stems)
            {
                if (!atPlace.Contains(stem))
                {
                    tokens.Add(word with { Text = stem, PositionIncrement = atPlace.Count == 0 ? 1 : 0 });
                    atPlace.Add(stem);
                }
            }
        }

        return tokens.ToImmutable();
    }

    /// <summary>The words with their parts kept together.</summary>
    internal static IEnumerable<ScannedWord> Scan(string text)
    {
        var scanner = new WordScanner(new NormalizedText(text));
        while (scanner.Next() is { } word)
        {
            yield return word;
        }
    }

    private static void AddWord(ScannedWord word, ImmutableArray<TextToken>.Builder tokens)
    {
        var first = word.Parts[0];
        tokens.Add(new TextToken(Cut(first.Text), first.Start, first.End, 1));
        foreach (var form in word.Also)
        {
            tokens.Add(new TextToken(Cut(form), word.Start, word.End, 0));
        }

        foreach (var part in word.Parts.Skip(1))
        {
            tokens.Add(new TextToken(Cut(part.Text), part.Start, part.End, 1));
        }
    }

    /// <summary>Nobody types a longer word, and engines bound a term's bytes.</summary>
    private static string Cut(string term) => term.Length <= 255 ? term : term[..255];
}
