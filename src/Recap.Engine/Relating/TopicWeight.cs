using System.Collections.Immutable;

namespace Recap.Engine.Relating;

/// <summary>
/// What being about a topic is worth. Affinities crowd at both ends: a talk that is .98 about a topic is more about it than one
/// that is .9, and .1 is next to nothing. So the log of the odds is what counts, from a little above none to all but certain.
/// </summary>
internal static class TopicWeight
{
    /// <summary>Log-odds of an affinity that is worth nothing (.12) and of one that is worth 1 (.993).</summary>
    private const double Nothing = -2;
    private const double All = 5;

    private static readonly ImmutableArray<float> ByGrade = [.. Enumerable.Range(0, byte.MaxValue + 1).Select(grade => OfShare(grade / (double)byte.MaxValue))];

    /// <summary>Worth 0..1 of an affinity in parts of 255.</summary>
    public static float Of(byte grade) => ByGrade[grade];

    private static float OfShare(double affinity) => affinity switch
    {
        <= 0 => 0,
        >= 1 => 1,
        _ => (float)Math.Clamp((Math.Log(affinity / (1 - affinity)) - Nothing) / (All - Nothing), 0, 1),
    };
}
