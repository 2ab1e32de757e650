namespace Recap.Engine.Analysis;

/// <summary>A term with its place in the text.</summary>
/// <param name="Text">The term as indexed.</param>
/// <param name="Start">Where what it stands for begins, in UTF-16 units; an elided article is outside.</param>
/// <param name="End">Where it ends.</param>
/// <param name="PositionIncrement">1 for the next place, 0 for another term at the place of the token before.</param>
public readonly record struct TextToken(string Text, int Start, int End, int PositionIncrement);
