using System.Collections.Immutable;
using Recap.Engine.Analysis;

namespace Recap.Engine.Tests.Analysis;

/// <summary>Every line of <c>data/analysis/rules.tsv</c> is a rule and its proof.</summary>
public sealed class AnalysisRulesTests
{
    public static TheoryData<string, string, string> Rules =>
        new(RulesTable.Rows().Select(row => (row[1], row[2], row[3] == "=" ? row[2] : row[3])));

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_text_has_the_words_and_stems_of_the_table(string text, string words, string stems)
    {
        var decoded = RulesTable.Decoded(text);

        Notation(TextAnalysis.Words(decoded)).ShouldBe(words);
        Notation(TextAnalysis.Stems(decoded)).ShouldBe(stems);
    }

    [Fact]
    public void The_table_has_three_hundred_rows_and_says_nothing_twice()
    {
        var texts = RulesTable.Rows().Select(row => row[1]).ToList();

        texts.Count.ShouldBeGreaterThanOrEqualTo(300);
        texts.ShouldBeUnique();
    }

    /// <summary>Terms by place: a blank goes to the next place, a bar stays; <c>∅</c> is nothing.</summary>
    private static string Notation(ImmutableArray<TextToken> tokens) => tokens.IsEmpty
        ? "∅"
        : string.Concat(tokens.Select((token, i) => (i == 0 ? "" : token.PositionIncrement == 0 ? "|" : " ") + token.Text));
}
