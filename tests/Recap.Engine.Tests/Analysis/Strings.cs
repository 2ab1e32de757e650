using CsCheck;

namespace Recap.Engine.Tests.Analysis;

/// <summary>Characters to make texts of.</summary>
internal static class Strings
{
    /// <summary>What trips analysers: joints, apostrophes, quotes, marks, halves of surrogate pairs, digits, letters.</summary>
    public static Gen<char> Hostile { get; } = Gen.OneOf(
        OneOf("aeilsdqunt'’-./_·&+#()\"«»:|OR0123456789,\u00A0\u202F\u0301\u0327\u200B\u00ADœﬁ🚀é \t\n"),
        Gen.Char);

    /// <summary>French text with its apostrophes and hyphens.</summary>
    public static Gen<char> French { get; } = OneOf("abcdefghilmnopqrstuvxàâéèêëîïôùûüç  '’-.");

    private static Gen<char> OneOf(string characters) => Gen.Int[0, characters.Length - 1].Select(index => characters[index]);
}
