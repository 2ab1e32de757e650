using System.Runtime.InteropServices;

namespace Recap.Talks.Judging;

/// <summary>Something seen of a passage that speaks for or against its being a talk.</summary>
/// <param name="Code">Short stable name, such as <c>speaker-in-title</c>; its weight stands in <c>judge-weights.tsv</c>.</param>
/// <param name="Value">How much of it there is: 1 for what is there or not, 0..1 for shares, a few at most for counts.</param>
/// <param name="Detail">What was seen, quoted from the post or said in a few words; may be empty.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Trait(string Code, double Value, string Detail = "")
{
    /// <summary>A trait whose value is a share, 0..1; of nothing nobody asks how much the whole is.</summary>
    public static Trait Share(string code, int part, int whole) => part == 0 ? new(code, 0) : new(code, part / (double)Math.Max(1, whole), $"{part} of {whole}");
}
