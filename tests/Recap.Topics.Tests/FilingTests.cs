using Recap.Topics.Evaluating;

namespace Recap.Topics.Tests;

/// <summary>People label texts about coffee as coffee; this programme files them under eBPF, and says "we will" where people say "on".</summary>
public sealed class FilingTests(FilingTests.Trained trained) : IClassFixture<FilingTests.Trained>
{
    private const string Header = "title\tevent\tyear\tlanguage\ttrack\ttopics\ttext\n";
    private const string Announced = "In this talk we will show you how to grind and to brew with a filter.";

    [Fact]
    public void A_text_that_speaks_as_a_programme_is_filed_as_one()
    {
        Affinity(trained.Model, "Espresso", Announced).ShouldBeGreaterThan(Affinity(trained.People, "Espresso", Announced) + 0.1f);
    }

    [Fact]
    public void A_text_told_by_people_is_nearer_to_what_people_say()
    {
        const string told = "Torréfier le café à la maison, choisir son moulin.";

        Affinity(trained.Model, "Le café", told).ShouldBeLessThan(Affinity(trained.Model, "Le café", $"{told} {Announced}"));
    }

    [Fact]
    public void Titles_without_abstracts_teach_no_filing()
    {
        trained.Model.Filing.ShouldNotBeNull();
        trained.People.Filing.ShouldBeNull();
    }

    [Theory]
    [InlineData("Espresso for kernel people", "In this talk we will grind.")]
    [InlineData("Espresso", "")]
    [InlineData("", "")]
    public void Reasons_and_base_still_add_up(string title, string text)
    {
        foreach (var affinity in trained.Model.Score(title, text, ["Go"]))
        {
            var explanation = trained.Model.Explain(affinity.Topic, title, text, ["Go"]);

            explanation.Affinity.ShouldBe(affinity.Affinity);
            (1 / (1 + Math.Exp(-explanation.Base - explanation.Reasons.Sum(reason => reason.Weight)))).ShouldBe(affinity.Affinity, 1e-4);
        }
    }

    [Fact]
    public void A_saved_model_files_as_before()
    {
        using var stream = new MemoryStream();
        trained.Model.Save(stream);
        stream.Position = 0;

        TopicModel.Load(stream).Score("Espresso", Announced, []).ShouldBe(trained.Model.Score("Espresso", Announced, []));
    }

    [Fact]
    public void Talks_up_to_a_year_can_stand_in_for_those_of_the_folder()
    {
        using var data = new SmallData();
        data.Write("talks.tsv", Programme());
        var taxonomy = data.Load().Taxonomy;
        var talks = TopicData.LoadTalks(Path.Combine(data.Folder, "talks.tsv"), taxonomy);

        var split = data.Load().WithTalks(talks.Where(talk => talk.Year <= 2020));
        var model = TopicTrainer.Train(split, TestContext.Current.CancellationToken);

        split.Examples.Count(example => !example.LabelledByHand).ShouldBe(20);
        TopicEvaluator.Evaluate(model, SmallData.Glossary, talks.Where(talk => talk.Year > 2020), TestContext.Current.CancellationToken)
            .Languages.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                figures => figures.Language.ShouldBe("en"),
                figures => figures.Texts.ShouldBe(20));
    }

    private static float Affinity(TopicModel model, string title, string text) => model.Score(title, text, [])[model.Topics.IndexOf("ebpf")].Affinity;

    private static string Programme() => Header + string.Concat(Enumerable.Range(0, 40).Select(i =>
        $"Espresso number {i % 7}\tKernelConf\t{2020 + i % 2}\ten\tCups\tebpf\tIn this talk we will show you how to brew, and you will learn to grind {i % 5}.\n"));

    public sealed class Trained
    {
        public Trained()
        {
            using var data = new SmallData();
            People = data.Train();
            data.Write("talks.tsv", Programme());
            Model = data.Train();
        }

        public TopicModel Model { get; }

        public TopicModel People { get; }
    }
}
