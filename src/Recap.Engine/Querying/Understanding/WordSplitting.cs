using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Recap.Engine.Querying.Understanding;

/// <summary>Takes a word apart that others write as two (<c>autoscaling</c>, <c>OpenTelemetry</c>, <c>java21</c>).</summary>
internal static class WordSplitting
{
    private const int ShortestRest = 4;

    // Beginnings that are written with a hyphen, apart, or in one, as it pleases.
    private static readonly FrozenSet<string> Beginnings = new[]
    {
        "auto", "micro", "multi", "cyber", "eco", "open", "self", "super", "inter", "intra", "pre", "post", "anti", "co", "re", "non", "meta", "nano",
        "mini", "macro", "mono", "poly", "pseudo", "semi", "sous", "sur", "back", "front", "cross", "data", "web", "side", "end", "use", "work", "time",
        "real", "full", "low", "no", "on", "off", "in", "zero", "bare", "over", "under", "life", "code", "pair", "mob", "service", "event", "green",
    }.ToFrozenSet();

    /// <summary>The ways to write the word as two; none for most words.</summary>
    /// <param name="typed">As typed, with its capitals.</param>
    /// <param name="folded">The same, folded.</param>
    /// <param name="vocabulary">Words of the index; where given, both halves must be among them.</param>
    public static IEnumerable<ImmutableArray<string>> Apart(string typed, string folded, IVocabulary? vocabulary)
    {
        // Folding may change the length (œ); then capitals do not tell where the halves meet.
        var isCased = typed.Length == folded.Length;
        for (var at = 2; at + 1 < folded.Length; at++)
        {
            if ((IsSeam(folded, at) || (isCased && IsHump(typed, at)) || (IsBeginning(folded, at) && (at > 2 || vocabulary is not null))) && IsKnown(folded, at, vocabulary))
            {
                yield return [folded[..at], folded[at..]];
            }
        }
    }

    private static bool IsHump(string typed, int at) => char.IsLower(typed[at - 1]) && char.IsUpper(typed[at]);

    private static bool IsSeam(string folded, int at) =>
        char.IsAsciiDigit(folded[at]) && folded.AsSpan(0, at).IndexOfAnyExceptInRange('a', 'z') < 0
        && folded.AsSpan(at).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsBeginning(string folded, int at) =>
        folded.Length - at >= ShortestRest && Beginnings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded.AsSpan(0, at));

    private static bool IsKnown(string folded, int at, IVocabulary? vocabulary) => vocabulary is null
        || (vocabulary.DocumentFrequency(folded[..at]) > 0 && vocabulary.DocumentFrequency(folded[at..]) > 0);
}
