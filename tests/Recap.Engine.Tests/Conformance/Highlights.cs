using CsCheck;
using Recap.Engine.Querying;

namespace Recap.Engine.Tests.Conformance;

public abstract partial class TalkIndexConformance
{
    [Theory]
    [InlineData("L’autoscaling d’applications", "autoscaling", "L’[autoscaling] d’applications")]
    [InlineData("L'autoscaling d'applications", "application", "L'autoscaling d'[applications]")]
    [InlineData("Observabilité : l'état de l'art", "observabilite", "[Observabilité] : l'état de l'art")]
    [InlineData("Au cœur des coûts", "coeur cout", "Au [cœur] des [coûts]")]
    [InlineData("Le cafe\u0301 du matin", "café", "Le [cafe\u0301] du matin")]
    [InlineData("🐝 eBPF 👩‍💻 partout", "ebpf", "🐝 [eBPF] 👩‍💻 partout")]
    public async Task Titles_are_marked_where_the_query_matched(string title, string query, string expected)
    {
        await PutTalksAsync(Sample.Talk(title, id: "talks/x"));

        var page = await SearchAsync(query);

        Marked(page.Hits.ShouldHaveSingleItem().Title).ShouldBe(expected);
    }

    [Fact]
    public async Task Snippets_are_whole_sentences_best_first()
    {
        var filler = string.Join(' ', Enumerable.Repeat("Rien de tel dans cette longue phrase de remplissage qui dure et dure.", 4));
        await PutTalksAsync(Sample.Talk("X", $"{filler} Le KEDA passe. {filler}\n{filler}\nIci KEDA et Knative ensemble. Puis v1.28 suit. {filler}"));

        var snippets = (await SearchAsync("keda knative")).Hits[0].Snippets;

        Marked(snippets[0]).ShouldStartWith("Ici [KEDA] et [Knative] ensemble. Puis v1.28 suit.");
        Marked(snippets[1]).ShouldStartWith("Le [KEDA] passe.");
        snippets.Length.ShouldBe(2);
    }

    [Fact]
    public async Task Where_only_the_title_matched_the_snippet_is_the_beginning_of_the_text()
    {
        await PutTalksAsync(Sample.Talk("Pixie", "Tout commence ici. La suite."), Sample.Talk("Pixie vide", ""));

        var hits = (await SearchAsync("pixie")).Hits;

        Marked(hits.Single(hit => hit.Talk.Talk.Title == "Pixie").Snippets.ShouldHaveSingleItem()).ShouldStartWith("Tout commence ici.");
        hits.Single(hit => hit.Talk.Talk.Title == "Pixie vide").Snippets.ShouldBeEmpty();
    }

    [Fact]
    public async Task Markup_in_a_text_stays_text()
    {
        await PutTalksAsync(Sample.Talk("<b>XSS</b> & co", "<script>alert('keda')</script>"));

        var hit = (await SearchAsync("keda")).Hits[0];

        string.Concat(hit.Title.Select(segment => segment.Text)).ShouldBe("<b>XSS</b> & co");
        Marked(hit.Snippets[0]).ShouldBe("<script>alert('[keda]')</script>");
    }

    [Fact]
    public async Task Segments_join_to_the_text_whatever_it_holds()
    {
        string[] pieces =
        [
            "e\u0301", "é", "œ", "Œuvre", "🐝", "👩‍💻", "🇫🇷", "keda", "KEDA", "l’", "l'", " ", "\n", ". ", "c++", "\u0301", "\ud83d", "ﬁn", "İ",
            "ß", "中文", "a\u0308\u0304", "\u200b", "-", "v1.28", "!",
        ];
        await Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[0, 40].Select(string.Concat).Array[8].SampleAsync(
            async texts =>
            {
                await PutTalksAsync([.. texts.Select((text, i) => Sample.Talk("keda " + text, "keda " + text, $"talks/{i}"))]);

                var page = await SearchAsync("keda œuvre été fin");

                page.Hits.Length.ShouldBe(8);
                foreach (var hit in page.Hits)
                {
                    AssertSegments(hit);
                }
            },
            iter: 40,
            threads: 1);
    }

    private static void AssertSegments(TalkHit hit)
    {
        string.Concat(hit.Title.Select(segment => segment.Text)).ShouldBe(hit.Talk.Talk.Title);
        hit.Title.ShouldContain(new TextSegment("keda", true));
        hit.Snippets.Length.ShouldBeLessThanOrEqualTo(3);
        foreach (var text in hit.Snippets.Select(snippet => string.Concat(snippet.Select(segment => segment.Text))))
        {
            text.Length.ShouldBeInRange(1, 240);
            hit.Talk.Talk.Text.ShouldContain(text);
        }

        var borders = hit.Snippets.Concat([hit.Title]).SelectMany(segments => segments.Skip(1));
        borders.ShouldAllBe(segment => segment.Text.Length > 0 && !char.IsLowSurrogate(segment.Text[0]) && segment.Text[0] != '\u0301');
    }

    private static string Marked(IEnumerable<TextSegment> segments) =>
        string.Concat(segments.Select(segment => segment.Highlighted ? $"[{segment.Text}]" : segment.Text));
}
