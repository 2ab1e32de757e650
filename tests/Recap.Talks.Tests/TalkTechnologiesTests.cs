using System.Collections.Immutable;
using Recap.Talks.Facts;

namespace Recap.Talks.Tests;

/// <summary>Which of the technologies that a talk names it is about or uses.</summary>
public sealed class TalkTechnologiesTests
{
    private const string Terms = "name\taliases\tkind\ttopics\tmatch\n"
        + "Kubernetes\t\tplatform\t\tany\n"
        + "Java\t\tlanguage\t\tany\n"
        + "PHP\t\tlanguage\t\tany\n"
        + "Ruby\t\tlanguage\t\tany\n"
        + "Spring\t\tframework\t\tany\n"
        + "Spring Boot\t\tframework\t\tany\n"
        + "Grafana\t\tproduct\t\tany\n"
        + "Cilium\t\tproject\t\tany\n"
        + "JSON\t\tformat\t\tany\n"
        + "TDD\t\tconcept\t\tany\n";

    private static readonly Glossary Known = Glossary.Parse("g.tsv", Terms).Glossary;

    private static readonly string Chatter = string.Concat(Enumerable.Repeat("On a encore parlé du temps. ", 30));

    [Theory]
    [InlineData("named in the title", "Du PHP en 2024", "Rien de neuf.", "PHP")]
    [InlineData("a tool named once", "Le réseau", "On y voit Cilium en action.", "Cilium")]
    [InlineData("a language that is the only one", "Le réseau", "Le tout est écrit en Ruby.", "Ruby")]
    [InlineData("a language beside the talk's own", "Java 21", "On compare à PHP.", "Java")]
    [InlineData("alternatives are examples", "L'injection", "Ça se fait en Java ou en PHP.", "")]
    [InlineData("alternatives with a slash", "Le monolithe", "Une pile Ruby/PHP.", "")]
    [InlineData("alternatives named twice are meant", "Le monolithe", "Java ou PHP ? Java !", "Java")]
    [InlineData("a format is named by everybody", "Le réseau", "Les données sont en JSON.", "")]
    [InlineData("a format named twice is meant", "Le réseau", "Du JSON, toujours du JSON.", "JSON")]
    [InlineData("part of a longer name", "Spring Boot 3", "Comment Spring démarre.", "Spring Boot")]
    [InlineData("an employer", "Le réseau", "Alice travaille chez Grafana.", "")]
    [InlineData("an employer by its people", "Le réseau", "Les ingénieurs de Grafana sont venus.", "")]
    [InlineData("an employer by what it is", "Le réseau", "Grafana, la société suédoise, recrute.", "")]
    [InlineData("concepts are no technology", "Le TDD", "Du TDD.", "")]
    public void Technologies_are_what_a_talk_is_about(string why, string title, string text, string expected) =>
        string.Join(", ", TalkTechnologies.Of(title, text, [], Known)).ShouldBe(expected, why);

    [Theory]
    [InlineData(0, "Kubernetes, Cilium")]
    [InlineData(1, "Cilium")]
    [InlineData(2, "")]
    public void What_is_named_once_and_late_is_named_in_passing(int chatters, string expected)
    {
        var text = $"{string.Concat(Enumerable.Repeat(Chatter, chatters))}On voit Kubernetes et Cilium.";

        string.Join(", ", TalkTechnologies.Of("Le réseau", text, [], Known)).ShouldBe(expected);
    }

    [Fact]
    public void What_is_linked_is_meant()
    {
        ImmutableArray<TalkLink> links = [new(LinkKind.Other, "https://b.example", "le site de PHP")];

        TalkTechnologies.Of("Java 21", "On compare à PHP.", links, Known).ShouldBe(["Java", "PHP"]);
    }
}
