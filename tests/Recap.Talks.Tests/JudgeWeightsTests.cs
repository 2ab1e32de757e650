using Recap.Talks.Judging;

namespace Recap.Talks.Tests;

/// <summary>What the judge weighs is what its weights were learned of.</summary>
public sealed class JudgeWeightsTests
{
    private static readonly string Specs = Checkout.Specs;

    // None is weighed: they rule out or in.
    private static readonly string[] Rules = ["no-title", "post-announces", "holds-talks", "nothing-in-the-post-is-surer", "the-post-is-one-talk", "part-of-a-surer-talk", "facts-name-speaker", "title-calls-it-a-session", "nothing-speaks-of-a-session", "repeats-a-heading", "the-writer-s-own", "the-post-teaches", "nothing-is-told-of-it", "card"];

    [Fact]
    public void Every_trait_that_the_specifications_show_has_a_weight()
    {
        var reader = new PostReader(SiteSettings.Default, Checkout.Glossary);
        var seen = Directory.EnumerateFiles(Specs, "*.md")
            .SelectMany(path => reader.Read(new PostFile(Path.GetFileName(path), File.ReadAllBytes(path))).Evidence)
            .Where(evidence => evidence.Reasons.Any(reason => reason.Code == JudgeWeights.Prior))
            .SelectMany(evidence => evidence.Reasons.Select(reason => (Sort: evidence.Mark == PassageMark.Post ? Judged.Post : Judged.Passage, reason.Code)))
            .Where(trait => !Rules.Contains(trait.Code, StringComparer.Ordinal)).Distinct();

        seen.Where(trait => JudgeWeights.Shipped.WeightOf(trait.Sort, trait.Code) == 0).ShouldBeEmpty("a trait without a weight is not weighed: train the judge again");
    }

    [Fact]
    public void A_score_is_what_its_reasons_add_up_to()
    {
        var post = new PostReader(SiteSettings.Default, Checkout.Glossary).Read(new PostFile("x.md", "---\ntitle: Retour de DevTour 2024\n---\n## Le réseau de nuit (Alice Martin)\n\nAlice montre tout.\n"u8.ToArray()));

        var evidence = post.Evidence.ShouldHaveSingleItem();
        evidence.Score.ShouldBe(evidence.Reasons.Sum(reason => reason.Weight), 1e-9);
        evidence.Reasons.ShouldContain(reason => reason.Code == "speaker-in-title" && reason.Weight > 0);
    }

    [Fact]
    public void A_lone_mention_that_is_no_talk_says_why()
    {
        const string Name = "no-talk-lone-remark.md";

        var post = new PostReader(SiteSettings.Default, Checkout.Glossary).Read(new PostFile(Name, File.ReadAllBytes(Path.Combine(Specs, Name))));

        var lone = post.Evidence.Single(evidence => evidence.Mark == PassageMark.Inline);
        lone.Talk.ShouldBeNull();
        lone.Score.ShouldBe(lone.Reasons.Sum(reason => reason.Weight), 1e-9);
        lone.Reasons[^1].Code.ShouldBe("heard-elsewhere");
    }
}
