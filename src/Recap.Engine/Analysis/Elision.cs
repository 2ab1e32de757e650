using System.Collections.Frozen;

namespace Recap.Engine.Analysis;

/// <summary>What stands before an apostrophe: an article to cut off, a word to keep whole, or an English ending after it.</summary>
internal static class Elision
{
    private static readonly FrozenSet<string> Clitics = new[]
    {
        "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "jusques", "lorsqu", "puisqu", "quoiqu", "presqu", "quelqu", "entr",
    }.ToFrozenSet();

    // One word although an apostrophe stands in it.
    private static readonly FrozenSet<string> Whole = new[]
    {
        "aujourd'hui", "quelqu'un", "quelqu'une", "quelques'uns", "presqu'ile", "presqu'iles", "prud'homme", "prud'hommes",
        "prud'homal", "prud'homale", "prud'hommal", "entr'ouvrir", "entr'aide",
        // "J'ai" is no AI: kept apart from the acronym.
        "j'ai", "n'ai", "m'ai", "t'ai", "s'ai", "qu'ai",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> EnglishEndings = new[] { "s", "re", "ve", "ll", "d", "m" }.ToFrozenSet();

    /// <summary>Whether both sides of the apostrophe are one word.</summary>
    public static bool IsOneWord(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        Whole.GetAlternateLookup<ReadOnlySpan<char>>().Contains($"{before}'{after}");

    /// <summary>Whether what stands before the apostrophe is an elided article, pronoun or conjunction.</summary>
    public static bool IsClitic(ReadOnlySpan<char> before) =>
        Clitics.GetAlternateLookup<ReadOnlySpan<char>>().Contains(before);

    /// <summary>Whether what stands after the apostrophe is an ending (<c>Google's</c>, <c>we've</c>).</summary>
    public static bool IsEnglishEnding(ReadOnlySpan<char> after) =>
        EnglishEndings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(after);
}
