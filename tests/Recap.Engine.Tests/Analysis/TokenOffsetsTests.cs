using CsCheck;
using Recap.Engine.Analysis;

namespace Recap.Engine.Tests.Analysis;

/// <summary>Where terms stand in the text: what highlights are cut by.</summary>
public sealed class TokenOffsetsTests
{
    [Theory]
    [InlineData("L’avocat", "avocat")]
    [InlineData("jusqu’à", "à")]
    [InlineData("d'aujourd’hui", "aujourd’hui")]
    [InlineData("Google’s", "Google")]
    [InlineData("(k8s)", "k8s")]
    [InlineData("«C++»", "C++")]
    [InlineData("https://go.dev", "go.dev")]
    [InlineData("développeur·euse·s.", "développeur·euse·s")]
    [InlineData("étudiant(e)s !", "étudiant(e)s")]
    [InlineData("cou\u0302t.", "cou\u0302t")]
    [InlineData("cafe\u0301", "cafe\u0301")]
    [InlineData("🚀cœur🚀", "cœur")]
    [InlineData("l’« eBPF »", "eBPF")]
    public void A_word_stands_without_its_article_and_with_its_accents(string text, string marked)
    {
        var words = TextAnalysis.Words(text);

        text[words.Min(word => word.Start)..words.Max(word => word.End)].ShouldBe(marked);
    }

    [Fact]
    public void The_parts_of_a_compound_are_marked_apart_and_its_whole_as_a_whole()
    {
        var words = TextAnalysis.Words("l’auto-scaling").ToDictionary(word => word.Text, word => "l’auto-scaling"[word.Start..word.End]);

        words.ShouldBe(new Dictionary<string, string> { ["auto"] = "auto", ["autoscaling"] = "auto-scaling", ["scaling"] = "scaling" });
    }

    [Fact]
    public void Any_text_is_analysed_and_its_terms_stand_in_it_in_order() =>
        Gen.String[Strings.Hostile, 0, 60].Sample(text =>
        {
            foreach (var tokens in (System.Collections.Immutable.ImmutableArray<TextToken>[])[TextAnalysis.Words(text), TextAnalysis.Stems(text)])
            {
                var place = 0;
                foreach (var token in tokens)
                {
                    token.Text.ShouldNotBeEmpty();
                    token.Start.ShouldBeGreaterThanOrEqualTo(place);
                    token.End.ShouldBeInRange(token.Start + 1, text.Length);
                    place = token.Start;
                }
            }
        }, iter: 10_000);

    [Fact]
    public void Accents_left_out_change_no_term() =>
        Gen.String[Strings.French, 0, 40].Sample(text =>
            TextAnalysis.Stems(Unaccented(text)).Select(token => token.Text)
                .ShouldBe(TextAnalysis.Stems(text).Select(token => token.Text)), iter: 10_000);

    [Fact]
    public void Capitals_change_no_term() =>
        Gen.String[Strings.French, 0, 40].Sample(text =>
            TextAnalysis.Words(text.ToUpperInvariant()).Select(token => token.Text)
                .ShouldBe(TextAnalysis.Words(text).Select(token => token.Text)), iter: 10_000);

    private static string Unaccented(string text) =>
        string.Concat(text.Select(c => "àâäéèêëîïôöùûüçœ".Contains(c, StringComparison.Ordinal) ? FoldedText.Of([c]) : c.ToString()));
}
