using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Recap.Engine.Querying.Understanding;

/// <summary>
/// Cuts a typed query into what its signs part: words, <c>"phrases"</c>, <c>-exclusions</c>, <c>field:values</c>, <c>OR</c>.
/// What is no known syntax is words; nothing is an error.
/// </summary>
internal static partial class QuerySyntax
{
    /// <summary>The pieces in the order typed. Each has a place in the text.</summary>
    public static ImmutableArray<QueryPiece> Read(string text)
    {
        var pieces = ImmutableArray.CreateBuilder<QueryPiece>();
        foreach (Match match in Piece().Matches(text))
        {
            pieces.Add(PieceOf(match, text));
        }

        return pieces.ToImmutable();
    }

    private static QueryPiece PieceOf(Match match, string text)
    {
        var value = match.Groups["quoted"] is { Success: true } quoted ? quoted : match.Groups["bare"];
        var isExcluded = match.Groups["minus"].Success;
        var piece = new QueryPiece
        {
            Start = match.Index,
            Length = match.Length,
            Text = value.Value,
            TextStart = value.Index,
            IsQuoted = match.Groups["quoted"].Success,
            IsExcluded = isExcluded,
            Field = match.Groups["field"] is { Success: true } field ? FieldOf(field.ValueSpan) : PieceField.None,
        };
        return piece.Field == PieceField.Year && (isExcluded || YearRange.Parse(piece.Text) is null)
            ? Words(piece, text)
            : piece with { IsOr = match.ValueSpan is "OR" or "|" };
    }

    /// <summary>The piece read as mere words.</summary>
    public static QueryPiece Words(QueryPiece piece, string text) => new()
    {
        Start = piece.Start,
        Length = piece.Length,
        Text = text.Substring(piece.Start, piece.Length),
        TextStart = piece.Start,
    };

    private static PieceField FieldOf(ReadOnlySpan<char> name) => name switch
    {
        _ when name.Equals("speaker", StringComparison.OrdinalIgnoreCase) => PieceField.Speaker,
        _ when name.Equals("event", StringComparison.OrdinalIgnoreCase) => PieceField.Event,
        _ when name.Equals("topic", StringComparison.OrdinalIgnoreCase) => PieceField.Topic,
        _ => PieceField.Year,
    };

    // A minus excludes only at the beginning of a piece; a field needs a value right behind its colon.
    [GeneratedRegex(
        """
        (?<minus>-(?=["«“]|\w|\.\w))?
        ((?<field>speaker|event|topic|year):(?=["«“]|[^\s"«“»”]))?
        (
          ("(?<quoted>[^"]*)"|«(?<quoted>[^»]*)»|“(?<quoted>[^”]*)”)
          |(?<bare>[^\s"«“»”]+)
          |["«“»”]
        )
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Piece();
}

/// <summary>What stands before a colon.</summary>
internal enum PieceField
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A name of a speaker follows.</summary>
    Speaker,

    /// <summary>A name of an event follows.</summary>
    Event,

    /// <summary>A topic follows.</summary>
    Topic,

    /// <summary>Years follow.</summary>
    Year,
}

/// <summary>A piece of a typed query.</summary>
internal sealed record QueryPiece
{
    public required int Start { get; init; }

    public required int Length { get; init; }

    /// <summary>Without minus, field and quotes.</summary>
    public required string Text { get; init; }

    public required int TextStart { get; init; }

    public bool IsQuoted { get; init; }

    public bool IsExcluded { get; init; }

    public bool IsOr { get; init; }

    public PieceField Field { get; init; }
}
