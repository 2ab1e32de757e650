using System.Collections.Immutable;
using Recap.Engine.Relating;
using Recap.Engine.Relating.Training;

namespace Recap.Engine.Tests.Relating;

public sealed class RelatedTrainerTests
{
    [Fact]
    public void A_feature_that_tells_good_from_bad_outweighs_one_that_does_not()
    {
        var model = RelatedTrainer.Train(Lessons());

        model.Weights["topic"].ShouldBeGreaterThan(model.Weights["wording"]);
        model.Weights.Values.ShouldAllBe(weight => weight >= 0);
        RelatedTrainer.Measure(model, Lessons()).Ndcg.ShouldBe(1);
    }

    [Fact]
    public void The_same_lessons_give_the_same_weights() => RelatedTrainer.Train(Lessons()).ToJson().ShouldBe(RelatedTrainer.Train(Lessons()).ToJson());

    [Fact]
    public void A_feature_left_out_weighs_nothing() => RelatedTrainer.Train(Lessons(), "topic").Weights["topic"].ShouldBe(0);

    [Fact]
    public void Talks_of_one_blog_are_held_back_one_by_one() =>
        RelatedTrainer.CrossValidate([.. Lessons().Select(lesson => lesson with { Blog = "one" })]).Ndcg.ShouldBeGreaterThan(0.9);

    [Fact]
    public void Weights_are_written_and_read_back()
    {
        var model = RelatedTrainer.Train(Lessons());

        RelatedModel.Parse(model.ToJson()).ToJson().ShouldBe(model.ToJson());
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("""{"bias": 0, "weights": {"astrology": 1}, "floor": 0}""")]
    public void What_are_no_weights_is_refused(string json) => Should.Throw<FormatException>(() => RelatedModel.Parse(json));

    private static ImmutableArray<RelatedLesson> Lessons() =>
    [
        .. Enumerable.Range(0, 6).Select(i => new RelatedLesson($"talks/{i}", $"blog-{i % 3}",
        [
            new RelatedExample("talks/good", Features(topic: 0.8, wording: 0.1 * (i % 2)), 3),
            new RelatedExample("talks/fair", Features(topic: 0.5, wording: 0.1), 1),
            new RelatedExample("talks/bad", Features(topic: 0.1, wording: 0.1 * ((i + 1) % 2)), 0),
        ])),
    ];

    private static RelatedFeatures Features(double topic, double wording) => new()
    {
        Wording = wording,
        Topic = topic,
        Idea = 0,
        Speaker = 0,
    };
}
