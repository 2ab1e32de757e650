using System.Runtime.InteropServices;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>What the sum of a document's words is multiplied with.</summary>
internal sealed class ScoreFactors(int segment, Formula formula, float asked)
{
    private readonly float[] _recencies = formula.RecenciesOf(segment);

    /// <param name="doc">Number within the segment.</param>
    /// <param name="answered">How much of the query's mass the document answers.</param>
    /// <param name="isNotes">Whether it is an entry of kind notes.</param>
    public Factors Of(int doc, float answered, bool isNotes) => new(
        formula.Coverage(answered, asked),
        answered > 0 ? 1 : formula.Options.TopicsAlone,
        isNotes ? formula.Options.Notes : 1,
        _recencies[doc]);
}

/// <summary>The factors of one score.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Factors(float Coverage, float Alone, float Notes, float Recency)
{
    public float OfWords => Coverage * Notes * Recency;

    public float OfTopics => Alone * Notes * Recency;
}
