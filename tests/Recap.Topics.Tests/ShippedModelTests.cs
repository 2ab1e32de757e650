using System.Collections.Immutable;
using System.Text.Json;
using Recap.Topics.Evaluating;

namespace Recap.Topics.Tests;

/// <summary>The model trained from the shipped data, on talks it has not seen.</summary>
public sealed class ShippedModelTests(ShippedModelTests.Shipped shipped) : IClassFixture<ShippedModelTests.Shipped>
{
    [Theory]
    [InlineData("Cilium et eBPF : le réseau sans kube-proxy", "On charge des programmes dans le noyau et les règles iptables disparaissent.", "ebpf")]
    [InlineData("Karpenter ou cluster-autoscaler ?", "Les nœuds suivent la charge, du pic de midi au creux de la nuit.", "autoscaling")]
    [InlineData("Observer sans se ruiner", "Métriques, traces et journaux passent par un collecteur OpenTelemetry.", "observability")]
    [InlineData("Signer ses images", "Cosign, attestations SLSA et un SBOM à chaque livraison.", "supply-chain")]
    [InlineData("L'accessibilité, ça se teste", "RGAA, lecteurs d'écran et contrastes : un site que tout le monde peut lire.", "accessibility")]
    [InlineData("Feedback is a gift", "How to give feedback in a team, and how a manager should take it.", "career-culture")]
    public void A_talk_is_nearest_to_what_it_is_about(string title, string text, string topic)
    {
        shipped.Model.Score(title, text, []).MaxBy(affinity => affinity.Affinity).Topic.ShouldBe(topic);
    }

    [Fact]
    public void Naming_a_tool_in_passing_is_no_topic()
    {
        Affinity("observability", "Recruter sans CV", "Nous cherchions une personne qui connaisse Prometheus ; l'entretien, le salaire et l'accueil ont compté davantage.").ShouldBeLessThan(0.5f);
    }

    [Fact]
    public void A_talk_about_nothing_of_ours_is_near_to_no_topic()
    {
        shipped.Model.Score("La recette du gâteau", "Du beurre, de la farine et trois œufs, puis quarante minutes au four.", []).Max(affinity => affinity.Affinity).ShouldBeLessThan(0.5f);
    }

    [Fact]
    public void The_model_is_a_small_file()
    {
        using var stream = new MemoryStream();
        shipped.Model.Save(stream);

        stream.Length.ShouldBeLessThan(20_000_000);
    }

    [Fact]
    public void Real_French_talks_are_ranked_and_calibrated_as_the_model_card_says()
    {
        var labels = File.ReadLines(Checkout.Beside("corpus-gold/topics_dev.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(talk => talk.GetProperty("id").GetString()!, talk => talk.GetProperty("topics").EnumerateArray().Select(topic => topic.GetString()!).ToImmutableArray());
        var examples = File.ReadLines(Checkout.Beside("corpus-gold/topics_dev.tsv")).Skip(1).Select(line => line.Split('\t'))
            .Where(cells => labels.ContainsKey(cells[0]))
            .Select(cells => new TopicExample { Language = "fr", Topics = labels[cells[0]], Title = cells[1], Text = cells[2] });

        var figures = TopicEvaluator.Evaluate(shipped.Model, Checkout.Glossary, examples, TestContext.Current.CancellationToken);

        figures.MeanAveragePrecision.ShouldBeGreaterThan(0.78);
        figures.MainInThree.ShouldBeGreaterThan(0.84);
        figures.MicroF1.ShouldBeGreaterThan(0.64);
        figures.CalibrationError.ShouldBeLessThan(0.012);
    }

    private float Affinity(string topic, string title, string text) =>
        shipped.Model.Score(title, text, []).Single(affinity => affinity.Topic == topic).Affinity;

    public sealed class Shipped
    {
        public TopicModel Model { get; } = TopicTrainer.Train(TopicData.Load(Checkout.Topics, Checkout.Glossary), CancellationToken.None);
    }
}
