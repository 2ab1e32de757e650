namespace Recap.Engine.Analysis;

/// <summary>A word as written: its parts in a row, and what else it is known as.</summary>
internal sealed class ScannedWord
{
    /// <summary>The parts: one, or several where the word is composed (<c>auto-scaling</c>).</summary>
    public required List<WordPart> Parts { get; init; }

    /// <summary>Forms that stand for the whole word beside its parts (<c>autoscaling</c>, <c>ci/cd</c>, <c>developpeuse</c>).</summary>
    public List<string> Also { get; } = [];

    /// <summary>Where the word begins in the text, its elided article left out.</summary>
    public int Start => Parts[0].Start;

    /// <summary>Where it ends.</summary>
    public int End { get; set; }
}

/// <summary>One part of a word.</summary>
/// <param name="Text">Folded.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Separator">The character before it inside its word, or 0.</param>
internal readonly record struct WordPart(string Text, int Start, int End, char Separator);
