using System.Collections.Immutable;
using System.Xml.Linq;
using Recap.Topics.Evaluating;

namespace Recap.Topics.Tests;

public sealed class TopicEvaluatorTests
{
    [Fact]
    public void Right_answers_score_one()
    {
        var figures = TopicEvaluator.Evaluate([Text(["a"], 1, 0, 0), Text(["b", "c"], 0, 1, 0.99f)]);

        figures.Texts.ShouldBe(2);
        figures.MeanAveragePrecision.ShouldBe(1);
        figures.PrecisionAtOne.ShouldBe(1);
        figures.MainFirst.ShouldBe(1);
        figures.RecallAtThree.ShouldBe(1);
        figures.MicroF1.ShouldBe(1);
        figures.CalibrationError.ShouldBe(0.01 / 6, 1e-6);
    }

    [Fact]
    public void A_label_in_second_place_halves_its_precision()
    {
        var figures = TopicEvaluator.Evaluate([Text(["b"], 0.9f, 0.8f, 0.1f)]);

        figures.MeanAveragePrecision.ShouldBe(0.5);
        figures.PrecisionAtOne.ShouldBe(0);
        figures.MainInThree.ShouldBe(1);
        figures.MicroF1.ShouldBe(2 / 3.0, 1e-9);
        figures.Topics.ShouldBe([new TopicFigures("a", 0, 1, 0), new TopicFigures("b", 1, 1, 1)]);
    }

    [Fact]
    public void Affinities_that_come_true_as_often_as_they_say_have_no_calibration_error()
    {
        var texts = Enumerable.Range(0, 10).Select(i => Text(i < 3 ? ["a"] : ["z"], 0.3f, 0, 0));

        TopicEvaluator.Evaluate(texts).CalibrationError.ShouldBe(0, 1e-6);
    }

    [Fact]
    public void Macro_F1_looks_only_at_topics_with_three_texts()
    {
        var figures = TopicEvaluator.Evaluate([.. Enumerable.Repeat(Text(["a"], 1, 0, 0), 3), Text(["b"], 0, 0, 0)]);

        figures.MacroF1.ShouldBe(1);
    }

    [Fact]
    public void Nothing_to_measure_is_an_error() =>
        Should.Throw<ArgumentException>(() => TopicEvaluator.Evaluate([]));

    [Fact]
    public void The_diagram_is_well_formed_and_stands_alone()
    {
        var svg = XDocument.Parse(ReliabilityDiagram.ToSvg(TopicEvaluator.Evaluate([Text(["a"], 0.9f, 0.2f, 0)])));

        svg.Root!.Name.LocalName.ShouldBe("svg");
        svg.Descendants().Count(element => element.Name.LocalName == "circle").ShouldBe(3);
        svg.ToString().ShouldNotContain("href");
    }

    private static ScoredText Text(ImmutableArray<string> topics, float a, float b, float c) =>
        new(topics, [new TopicAffinity("a", a), new TopicAffinity("b", b), new TopicAffinity("c", c)]);
}
