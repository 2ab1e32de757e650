using System.Collections.Immutable;
using System.Globalization;
using Recap.Talks;
using Recap.Talks.Judging;

namespace Recap.Benchmarks.Judging;

/// <summary>Something of an annotated post that is judged: what the judge sees of it, and whether it is a talk. Nothing of its words.</summary>
/// <param name="Blog">Passages of one blog are held back together.</param>
/// <param name="Sort">What it is judged as.</param>
/// <param name="IsTalk">By its annotator.</param>
/// <param name="Traits">Value by code; absent ones are 0.</param>
internal sealed record JudgedPassage(string Blog, Judged Sort, bool IsTalk, ImmutableSortedDictionary<string, float> Traits)
{
    public const string Header = "blog\tsort\ttalk\ttraits";

    private const string Prior = "prior";

    /// <summary>Whether the post was written for this project: to learn from, but no measure of other people's blogs.</summary>
    public bool IsOurs => Blog.StartsWith("spec-", StringComparison.Ordinal) || Blog.StartsWith("sample-", StringComparison.Ordinal);

    public static JudgedPassage Of(string blog, bool isTalk, TalkEvidence evidence) => new(blog, evidence.Mark == PassageMark.Post ? Judged.Post : Judged.Passage, isTalk, evidence.Reasons
        .Where(reason => reason.Code is not (Prior or "nothing-in-the-post-is-surer" or "the-post-is-one-talk" or "part-of-a-surer-talk" or "repeats-a-heading" or "the-writer-s-own" or "the-post-teaches" or "holds-talks")).ToImmutableSortedDictionary(reason => reason.Code, reason => (float)Math.Round(reason.Value, 3), StringComparer.Ordinal));

    public static JudgedPassage Parse(string line)
    {
        var row = line.Split('\t');
        return new JudgedPassage(row[0], Enum.Parse<Judged>(row[1], ignoreCase: true), row[2] == "1", row[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(trait => trait.Split(':'))
            .ToImmutableSortedDictionary(trait => trait[0], trait => float.Parse(trait[1], CultureInfo.InvariantCulture), StringComparer.Ordinal));
    }

    public override string ToString() =>
        $"{Blog}\t{Sort.ToString().ToLowerInvariant()}\t{(IsTalk ? 1 : 0)}\t{string.Join(' ', Traits.Select(trait => string.Create(CultureInfo.InvariantCulture, $"{trait.Key}:{trait.Value}")))}";
}
