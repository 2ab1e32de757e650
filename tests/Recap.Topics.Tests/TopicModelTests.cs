using System.Collections.Immutable;
using CsCheck;
using Recap.Topics.Explaining;

namespace Recap.Topics.Tests;

public sealed class TopicModelTests(TopicModelTests.Trained trained) : IClassFixture<TopicModelTests.Trained>
{
    private TopicModel Model => trained.Model;

    [Fact]
    public void A_talk_is_nearest_to_the_topic_it_speaks_of()
    {
        Best("Filtrer dans le noyau", "Un programme chargé dans le noyau suit les appels système.").ShouldBe("ebpf");
        Best("L’espresso parfait", "Du café, de l'eau et un moulin.").ShouldBe("coffee");
    }

    [Fact]
    public void Affinities_stand_in_the_order_of_the_taxonomy()
    {
        Model.Score("Café", "", []).Select(affinity => affinity.Topic).ShouldBe(["ebpf", "coffee"]);
    }

    [Fact]
    public void A_technology_that_is_a_common_word_counts_where_the_reader_of_talks_found_it()
    {
        var without = Model.Score("Go", "Go go go", [])[0].Affinity;
        var with = Model.Score("Go", "Go go go", ["Go"])[0].Affinity;

        with.ShouldBeGreaterThan(without);
    }

    [Theory]
    [InlineData("noyau", "NOYAUX")]
    [InlineData("appel système", "appels systèmes")]
    [InlineData("l'espresso", "l’Espresso")]
    [InlineData("café", "cafe\u0301")]
    [InlineData("café", "CAFE")]
    [InlineData("noyau", "NÔYÀÜ")]
    public void Case_accents_plurals_and_apostrophes_make_no_difference(string one, string other)
    {
        Model.Score(one, "", []).ShouldBe(Model.Score(other, "", []));
    }

    [Theory]
    [InlineData("Voir https://example.org/kernel/noyau ici", "Voir ici")]
    [InlineData("Voir [ici](https://example.org/noyau)", "Voir [ici](x)")]
    [InlineData("{{< youtube kernel >}} Voir", "{{< youtube >}} Voir")]
    public void Addresses_and_template_tags_say_nothing(string text, string plain)
    {
        Model.Score("", text, []).ShouldBe(Model.Score("", plain, []));
    }

    [Fact]
    public void An_empty_talk_has_the_affinities_of_one_that_says_nothing()
    {
        Model.Score("", "", []).ShouldBe(Model.Score("le la les", "et ou", default));
    }

    [Fact]
    public void Any_text_gets_probabilities()
    {
        Gen.String.Select(Gen.String).Sample((title, text) =>
            Model.Score(title, text, []).All(affinity => affinity.Affinity is >= 0 and <= 1));
    }

    [Theory]
    [InlineData("Filtrer dans le noyau avec Cilium", "Un programme suit les appels système, sans café.")]
    [InlineData("", "Cilium Cilium Cilium")]
    [InlineData("Rien", "")]
    public void Reasons_and_base_add_up_to_the_affinity(string title, string text)
    {
        foreach (var affinity in Model.Score(title, text, ["Go"]))
        {
            var explanation = Model.Explain(affinity.Topic, title, text, ["Go"]);
            var logOdds = explanation.Base + explanation.Reasons.Sum(reason => reason.Weight);

            explanation.Affinity.ShouldBe(affinity.Affinity);
            (1 / (1 + Math.Exp(-logOdds))).ShouldBe(affinity.Affinity, 1e-4);
        }
    }

    [Fact]
    public void Topics_near_enough_are_explained_together_the_nearest_first_and_as_each_alone()
    {
        const string title = "Filtrer dans le noyau avec Cilium";
        var all = Model.Explain(title, "Sans café.", ["Go"], least: 0f);
        var near = Model.Explain(title, "Sans café.", ["Go"], all[0].Affinity);

        all.Select(explanation => explanation.Topic).ShouldBe(["ebpf", "coffee"]);
        near.ShouldHaveSingleItem().Reasons.AsEnumerable().ShouldBe(Model.Explain("ebpf", title, "Sans café.", ["Go"]).Reasons);
    }

    [Fact]
    public void Reasons_are_named_as_the_talk_writes_them_and_technologies_by_their_canonical_name()
    {
        var reasons = Model.Explain("ebpf", "cilium et le Noyau", "", []).Reasons;

        reasons.ShouldContain(reason => reason.Kind == TopicReasonKind.Technology && reason.Text == "Cilium" && reason.Weight > 0);
        reasons.ShouldContain(reason => reason.Kind == TopicReasonKind.Words && reason.Text == "Noyau" && reason.Weight > 0);
        reasons.ShouldContain(reason => reason.Kind == TopicReasonKind.Term && reason.Text == "noyau" && reason.Weight > 0);
        reasons.Select(reason => Math.Abs(reason.Weight)).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void A_reason_may_lower_an_affinity()
    {
        Model.Explain("coffee", "Le noyau", "", []).Reasons.ShouldContain(reason => reason.Weight < 0);
    }

    [Fact]
    public void An_unknown_topic_cannot_be_explained()
    {
        Should.Throw<ArgumentException>(() => Model.Explain("tea", "Thé", "", [])).Message.ShouldContain("tea");
    }

    [Fact]
    public void Two_trainings_give_the_same_model_bit_by_bit()
    {
        using var data = new SmallData();

        Saved(data.Train()).ShouldBe(Saved(data.Train()));
    }

    [Fact]
    public void A_saved_model_scores_and_explains_as_before()
    {
        var read = TopicModel.Load(new MemoryStream(Saved(Model)));

        read.Fingerprint.ShouldBe(Model.Fingerprint);
        read.Score("Cilium et le noyau", "Texte", ["Go"]).ShouldBe(Model.Score("Cilium et le noyau", "Texte", ["Go"]));
        read.Explain("ebpf", "Cilium", "", []).Reasons.AsEnumerable().ShouldBe(Model.Explain("ebpf", "Cilium", "", []).Reasons);
    }

    [Fact]
    public void Tracks_are_evidence_against_a_topic_only_where_one_of_them_stands_for_it()
    {
        const string header = "title\tevent\tyear\tlanguage\ttrack\ttopics\n";
        var filedElsewhere = string.Concat(Enumerable.Repeat("Espresso for kernel people\tKernelConf\t2021\ten\teBPF\tebpf\n", 40));

        var without = LogOdds(header + filedElsewhere);
        var with = LogOdds(header + filedElsewhere + "Latte\tCoffeeConf\t2021\ten\tCups\tcoffee\n");

        with.ShouldBeLessThan(without - 0.5f);

        static float LogOdds(string talks)
        {
            using var data = new SmallData();
            data.Write("talks.tsv", talks);
            var model = data.Train();
            var reading = model.Space.Read("Espresso", "", []);
            return model.Weights.Score(reading.Features, reading.Values)[model.Topics.IndexOf("coffee")];
        }
    }

    [Fact]
    public void A_cancelled_training_stops()
    {
        using var data = new SmallData();

        Should.Throw<OperationCanceledException>(() => TopicTrainer.Train(data.Load(), new CancellationToken(canceled: true)));
    }

    private static byte[] Saved(TopicModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }

    private string Best(string title, string text) =>
        Model.Score(title, text, ImmutableArray<string>.Empty).MaxBy(affinity => affinity.Affinity).Topic;

    public sealed class Trained
    {
        public Trained()
        {
            using var data = new SmallData();
            Model = data.Train();
        }

        public TopicModel Model { get; }
    }
}
