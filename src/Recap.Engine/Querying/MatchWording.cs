using System.Collections.Immutable;
using System.Globalization;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.Querying;

/// <summary>Puts into English words why a hit has its score.</summary>
public static class MatchWording
{
    /// <summary>A factor nearer to 1 than this changes no order that anybody sees.</summary>
    private const float Negligible = 0.005f;

    /// <summary>One sentence for each thing that brought or cost something, in the order of the query.</summary>
    public static ImmutableArray<string> Say(HitExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var sentences = explanation.Reasons.Select(Say).ToList();
        if (explanation.Closeness > 0)
        {
            sentences.Add($"Words of the query stand close to each other: {Points(explanation.Closeness)}.");
        }

        if (!explanation.Missing.IsEmpty)
        {
            sentences.Add($"Missing: {string.Join(", ", explanation.Missing)}; {Share(explanation.Coverage)} of the query is answered.");
        }

        if (explanation.Agreement > 0)
        {
            sentences.Add($"About what the query is about, {string.Join(", ", explanation.Topics)}: {Points(explanation.Agreement)}.");
        }

        if (explanation.Meaning > 0)
        {
            sentences.Add($"Means something like the query: {Points(explanation.Meaning)}.");
        }

        if (explanation.Notes < 1)
        {
            sentences.Add($"It is no talk but notes of a post: times {Number(explanation.Notes)}.");
        }

        if (explanation.Recency > 1 + Negligible)
        {
            sentences.Add($"It is recent: times {Number(explanation.Recency)}.");
        }

        return [.. sentences];
    }

    /// <summary>How one word is answered, such as <c>"k8s" by another name, kubernetes (through Kubernetes), in title, text (3 times): +4.2.</c>.</summary>
    public static string Say(MatchReason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var through = reason.Through is { } name ? $" (through {name})" : "";
        var places = string.Join(", ", reason.Fields.Select(Say));
        return $"\"{reason.Word}\" {How(reason)}{through}, in {places}: {Points(reason.Score)}.";
    }

    private static string How(MatchReason reason) => reason.Kind switch
    {
        MatchKind.Exact => "as typed",
        MatchKind.Compound => $"written otherwise, {reason.Found}",
        MatchKind.Stem => $"inflected, stem {reason.Found}",
        MatchKind.Alias => $"by another name, {reason.Found}",
        MatchKind.Translation => $"by what means the same, {reason.Found}",
        MatchKind.Prefix => $"as the beginning of {reason.Found}",
        MatchKind.Fuzzy => $"taken for {reason.Found}",
        MatchKind.Related => $"by a word of the same idea, {reason.Found}",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason.Kind, "There are no words for it."),
    };

    private static string Say(FieldMatch match)
    {
        var name = match.Field.ToString().ToLowerInvariant();
        return match.Occurrences == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} ({match.Occurrences} times)");
    }

    private static string Points(float score) => "+" + Number(score);

    private static string Number(float value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Share(float share) => share.ToString("P0", CultureInfo.InvariantCulture);
}
