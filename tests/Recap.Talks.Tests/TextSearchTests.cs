using System.Text.RegularExpressions;
using CsCheck;
using Recap.Talks.Facts;

namespace Recap.Talks.Tests;

/// <summary>What looks at a part of a text, or at many characters at once, finds what a plain look at all of it finds.</summary>
public sealed partial class TextSearchTests
{
    private static readonly string[] Pieces = ["talk", "Talks", "démo", "DÉMO", "la ", "conf", "x", " ", "é", "\n", ".", "_", "tal", "demo", "un mot bien plus long que les autres"];

    private static readonly Gen<string> Texts =
        Gen.OneOf(Pieces.Select(piece => Gen.Const(piece)).ToArray()).Array[0, 80].Select(string.Concat);

    private static readonly StemPattern Sessions = new(Session(), longest: 8, ["talk", "conf"], ["émo", "ÉMO"]);

    private static readonly byte[] Letters = WordRuns.Table(char.IsLetterOrDigit);

    [Fact]
    public void A_pattern_of_stems_finds_what_the_pattern_finds() =>
        Texts.Sample(
            text =>
            {
                var ends = Session().Matches(text).Select(match => match.Index + match.Length).ToList();

                Sessions.Ends(text).ShouldBe(ends);
                Sessions.Count(text).ShouldBe(ends.Count);
            },
            iter: 2_000,
            seed: "0000KOIPZS2D1");

    [Fact]
    public void Words_are_the_runs_of_their_characters_wherever_they_lie() =>
        Texts.Sample(text => Runs(text).ShouldBe(WordPattern().Matches(text).Select(match => (match.Index, match.Index + match.Length))), iter: 2_000, seed: "0000KOIPZS2D1");

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    [InlineData(300)]
    public void A_word_of_any_length_is_one(int length) =>
        Runs($" {new string('a', length)} b").ShouldBe([(1, length + 1), (length + 2, length + 3)]);

    [Fact]
    public void A_word_that_fills_the_text_ends_with_it() => Runs(new string('a', 128)).ShouldBe([(0, 128)]);

    private static List<(int Start, int End)> Runs(string text)
    {
        var runs = new List<(int Start, int End)>();
        foreach (var run in new WordRuns(text, Letters))
        {
            runs.Add(run);
        }

        return runs;
    }

    [GeneratedRegex(@"\b(?:la )?(?:talks?|confs?|démos?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Session();

    [GeneratedRegex(@"[\p{L}\p{Nd}]+", RegexOptions.NonBacktracking)]
    private static partial Regex WordPattern();
}
