using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Recap.Engine.Analysis;

namespace Recap.Engine.Querying.Highlighting;

/// <summary>A text parted into words and sentences, to be highlighted for any query. Immutable.</summary>
public sealed class AnalysedText
{
    /// <summary>Longest passage that is shown.</summary>
    internal const int PassageLength = 240;

    private AnalysedText(string text, ImmutableArray<ShownWord> words)
    {
        Text = text;
        Words = words;
        Telling = WithoutGrammar(words);
        Sentences = [.. Highlighting.Sentences.Of(text, PassageLength)];
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Bytes that it takes, more or less.</summary>
    public long Size => (sizeof(char) * (long)Text.Length) + (32L * (Words.Length + Telling.Length)) + (8L * Sentences.Length);

    /// <summary>The words as <see cref="TextAnalysis.Words"/> gives them.</summary>
    internal ImmutableArray<ShownWord> Words { get; }

    /// <summary>The words that have stems: stems are in a row whatever words of grammar stand between them.</summary>
    internal ImmutableArray<ShownWord> Telling { get; }

    /// <summary>The sentences, none longer than a passage.</summary>
    internal ImmutableArray<TextRange> Sentences { get; }

    /// <summary>Parts a text.</summary>
    public static AnalysedText Of(string text) => new(
        text,
        ImmutableArray.CreateRange(TextAnalysis.Words(text), token => new ShownWord(KnownWord.Of(token.Text), token.Start, token.End, token.PositionIncrement)));

    private static ImmutableArray<ShownWord> WithoutGrammar(ImmutableArray<ShownWord> words)
    {
        var left = ImmutableArray.CreateBuilder<ShownWord>(words.Length);
        var isNewPlace = true;
        foreach (var word in words)
        {
            isNewPlace |= word.PositionIncrement > 0;
            if (!word.Known.IsGrammar)
            {
                left.Add(word with { PositionIncrement = isNewPlace ? 1 : 0 });
                isNewPlace = false;
            }
        }

        return left.DrainToImmutable();
    }
}

/// <summary>A word where it stands in a text.</summary>
/// <param name="Known">The word.</param>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="PositionIncrement">1 for the next place, 0 for another word at the place of the one before.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ShownWord(KnownWord Known, int Start, int End, int PositionIncrement);
