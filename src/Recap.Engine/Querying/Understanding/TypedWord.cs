using System.Collections.Immutable;
using Recap.Engine.Analysis;

namespace Recap.Engine.Querying.Understanding;

/// <summary>A word of a query before it is understood: as analysed, and as it was typed.</summary>
internal sealed record TypedWord
{
    /// <summary>The analysed word.</summary>
    public required ScannedWord Word { get; init; }

    /// <summary>The word as typed, without its article.</summary>
    public required string Typed { get; init; }

    /// <summary>Where it begins in the query.</summary>
    public required int Start { get; init; }

    /// <summary>Whether more letters may follow: it is the last of the query and nothing stands behind it.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The folded parts.</summary>
    public ImmutableArray<string> Parts => [.. Word.Parts.Select(part => part.Text)];

    /// <summary>The word in one piece.</summary>
    public string Whole => Word.Parts.Count == 1 || Word.Also.Count == 0 ? string.Concat(Parts) : Word.Also[0];

    /// <summary>The words of a piece of a query.</summary>
    public static IEnumerable<TypedWord> Of(QueryPiece piece, bool isLast) =>
        TextAnalysis.Scan(piece.Text).Select(word => new TypedWord
        {
            Word = word,
            Typed = piece.Text[word.Start..word.End],
            Start = piece.TextStart + word.Start,
            IsOpen = isLast && word.End == piece.Text.Length,
        });
}
