using Recap.Engine.Querying;
using Recap.Engine.Querying.Understanding;
using Recap.Talks;

namespace Recap.Engine.Tests.Conformance;

public abstract partial class TalkIndexConformance
{
    [Theory]
    [InlineData("\"service mesh\"", "A")]
    [InlineData("mesh -sidecar", "A")]
    [InlineData("mesh -\"sans sidecar\"", "A")]
    [InlineData("linkerd OR keda", "B C")]
    [InlineData("speaker:zoe", "A")]
    [InlineData("speaker:\"Zoé Dupont\" mesh", "A")]
    [InlineData("event:kubecon", "B")]
    [InlineData("event:\"KubeCon Europe 2024\"", "B")]
    [InlineData("topic:autoscaling", "C")]
    [InlineData("-topic:autoscaling", "A B")]
    [InlineData("year:2024..", "B C")]
    [InlineData("year:2023 mesh", "A")]
    [InlineData("-keda", "A B")]
    [InlineData("unknown:thing keda", "C")]
    public async Task Typed_syntax_means_what_people_expect(string text, string expected)
    {
        await PutTalksAsync(
            Sample.Talk("A", "un service mesh pour tous").By(new Speaker("Zoé Dupont")).At("Devoxx", 2023),
            Sample.Talk("B", "linkerd : un mesh comme service, sans sidecar").At("KubeCon Europe", 2024),
            Sample.Talk("C", "keda").Scored("autoscaling", 0.9f).On(2025, 1, 1));

        (await TitlesAsync(text)).ShouldBe(expected.Split(' '), ignoreOrder: true);
    }

    [Theory]
    [InlineData("kubernets", "Kubernetes")]
    [InlineData("obsrevabilite", "Observabilité")]
    [InlineData("ebfp", "eBPF")]
    [InlineData("kuber", "Kubernetes")]
    public async Task Typing_errors_and_beginnings_find_the_word_meant(string typed, string expected)
    {
        await PutTalksAsync(Sample.Talk("Kubernetes"), Sample.Talk("Observabilité"), Sample.Talk("eBPF"));

        (await TitlesAsync(typed)).ShouldBe([expected]);
    }

    [Theory]
    [InlineData("\"kubernets\"")]
    [InlineData("v1.29")]
    public async Task Quoted_words_and_versions_are_never_taken_for_errors(string typed)
    {
        await PutTalksAsync(Sample.Talk("Kubernetes v1.28"));

        (await TitlesAsync(typed)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_word_itself_ranks_above_its_inflection_and_that_above_an_error()
    {
        await PutTalksAsync(
            Sample.Talk("C", "une metrqiue de plus"), Sample.Talk("B", "des métriques de plus"), Sample.Talk("A", "une métrique de plus"));

        (await TitlesAsync("métrique")).Take(2).ShouldBe(["A", "B"]);
    }

    [Fact]
    public async Task Words_close_to_each_other_rank_above_words_apart()
    {
        await PutTalksAsync(
            Sample.Talk("A", "la dette est grande et le travail bien technique"),
            Sample.Talk("B", "la grande dette technique est bien le travail"));

        (await TitlesAsync("dette technique")).ShouldBe(["B", "A"]);
    }

    [Fact]
    public async Task A_talk_that_answers_more_words_ranks_above_one_that_repeats_one()
    {
        await PutTalksAsync(
            Sample.Talk("A", "profil profil profil profil profil profil"), Sample.Talk("B", "un profil continu"), Sample.Talk("C", "rien"));

        (await TitlesAsync("profil continu")).ShouldBe(["B", "A"]);
    }

    [Fact]
    public async Task Words_of_grammar_find_nothing_beside_other_words_but_are_found_alone()
    {
        await PutTalksAsync(Sample.Talk("A", "le chat de la maison"), Sample.Talk("B", "keda"));

        (await TitlesAsync("le keda de la")).ShouldBe(["B"]);
        (await TitlesAsync("de la")).ShouldBe(["A"]);
    }

    [Fact]
    public async Task What_only_asks_costs_nothing_where_it_is_missing()
    {
        await PutTalksAsync(Sample.Talk("A", "keda"));

        var hit = (await SearchAsync(new TalkQuery { Text = "qu'est-ce que le keda ?", Explain = true })).Hits.ShouldHaveSingleItem();

        hit.Explanation.ShouldNotBeNull().Missing.ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_hit_says_which_word_was_found_where_and_how()
    {
        await PutTalksAsync(
            Sample.Talk("Des métriques", "Voici des métriques et des graphes.").By(new Speaker("Simon")), Sample.Talk("Autre", "graphe"));

        var hit = (await SearchAsync(new TalkQuery { Text = "métrique graphes kubernets simon", Explain = true })).Hits[0];

        var explanation = hit.Explanation.ShouldNotBeNull();
        explanation.Reasons.Select(reason => (reason.Word, reason.Kind, reason.Fields[0].Field)).ShouldBe(
        [
            ("metrique", MatchKind.Stem, TalkField.Title),
            ("graphes", MatchKind.Exact, TalkField.Text),
            ("simon", MatchKind.Exact, TalkField.Speakers),
        ]);
        explanation.Missing.ShouldBe(["kubernets"]);
    }

    [Theory]
    [InlineData("métrique graphes")]
    [InlineData("graphe OR metriques simon")]
    [InlineData("\"des graphes\" métriques")]
    [InlineData("grap")]
    [InlineData("des")]
    public async Task An_explanation_adds_up_to_the_score(string text)
    {
        await PutTalksAsync(
            Sample.Talk("Des métriques", "Voici des métriques et des graphes.").By(new Speaker("Simon")).On(2020, 1, 1),
            Sample.Talk("Des graphes", "graphe et des graphes").As(TalkKind.Notes),
            Sample.Talk("Simon dit", "des graphes").On(2024, 1, 1));

        var hits = (await SearchAsync(new TalkQuery { Text = text, Explain = true })).Hits;

        hits.ShouldNotBeEmpty();
        foreach (var hit in hits)
        {
            var because = hit.Explanation.ShouldNotBeNull();
            var sum = because.Reasons.Sum(reason => reason.Score) + because.Closeness;
            (sum * because.Coverage * because.Notes * because.Recency).ShouldBe(hit.Score, 1e-4);
        }
    }

    [Fact]
    public async Task Explanations_come_only_where_asked_for_and_where_there_are_words()
    {
        await PutTalksAsync(Sample.Talk("keda"));

        (await SearchAsync("keda")).Hits[0].Explanation.ShouldBeNull();
        (await SearchAsync(new TalkQuery { Explain = true })).Hits[0].Explanation.ShouldBeNull();
    }
}
