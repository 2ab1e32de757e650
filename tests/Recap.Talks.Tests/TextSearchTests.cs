using System.Text.RegularExpressions;
using CsCheck;
using Recap.Talks.Facts;
using Recap.Talks.Splitting.Mentions;

namespace Recap.Talks.Tests;

/// <summary>What looks at a part of a text, or at many characters at once, finds what a plain look at all of it finds.</summary>
public sealed partial class TextSearchTests
{
    private static readonly string[] Pieces = ["talk", "Talks", "démo", "DÉMO", "la ", "conf", "x", " ", "é", "\n", ".", "_", "tal", "demo", "un mot bien plus long que les autres"];

    private static readonly Gen<string> Texts =
        Gen.OneOf(Pieces.Select(piece => Gen.Const(piece)).ToArray()).Array[0, 80].Select(string.Concat);

    private static readonly string[] SessionPieces =
        ["talk", "Confs", "lt", "s", "Lts", "table", "Tables", " ", " ", " ", "-", "ronde", "retour", "retours", "d'", "d’", "expérience", "EXPÉRIENCE", "live", "coding", "hands", "on", "démo", "plénière", "rex", "_", "é", "1", ".", "\u0301", "\u200D"];

    private static readonly Gen<string> SessionTexts =
        Gen.OneOf(SessionPieces.Select(piece => Gen.Const(piece)).ToArray()).Array[0, 40].Select(string.Concat);

    private static readonly StemPattern Sessions = new(Session(), longest: 8, ["talk", "conf"], ["émo", "ÉMO"]);

    private static readonly CharacterSet Letters = new(char.IsLetterOrDigit);

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
    public void Words_for_sessions_are_found_as_their_pattern_finds_them() =>
        SessionTexts.Sample(text => SessionWords.Read(text).Ends.ShouldBe(NamedSession().Matches(text).Select(match => match.Index + match.Length)), iter: 5_000, seed: "0000KOIPZS2D1");

    [Theory]
    [InlineData("J'ai vu un développeur", SentenceWord.Own | SentenceWord.Somebody)]
    [InlineData("Je n'ai pas pu y aller", SentenceWord.Own | SentenceWord.Missed)]
    [InlineData("J'avais suivi une table ronde de deux heures", SentenceWord.Earlier | SentenceWord.Round | SentenceWord.While)]
    [InlineData("Le café était bon", SentenceWord.None)]
    public void Words_that_patterns_need_are_told(string text, object words) => SessionWords.Read(text).Words.ShouldBe((SentenceWord)words);

    [Fact]
    public void Places_of_characters_are_found_wherever_they_lie() =>
        Texts.Sample(
            text =>
            {
                var places = new CharacterPlaces(text, Letters);
                var found = new List<int>();
                for (var at = places.Next(0); at >= 0; at = places.Next(at + 1))
                {
                    found.Add(at);
                }

                found.ShouldBe(Enumerable.Range(0, text.Length).Where(at => char.IsLetterOrDigit(text[at])));
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

    [GeneratedRegex(@"\b" + MaskedSentence.Session + @"\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NamedSession();

    [GeneratedRegex(@"[\p{L}\p{Nd}]+", RegexOptions.NonBacktracking)]
    private static partial Regex WordPattern();
}
