using System.Collections.Immutable;
using System.Text;
using Recap.Talks.Facts;
using Recap.Talks.Posts;

namespace Recap.Talks.Tests;

/// <summary>What the links of a talk lead to.</summary>
public sealed class TalkLinksTests
{
    [Theory]
    [InlineData("https://www.youtube.com/watch?v=x", "", LinkKind.Video)]
    [InlineData("https://youtu.be/x", "ici", LinkKind.Video)]
    [InlineData("https://b.example/x", "le replay", LinkKind.Video)]
    [InlineData("https://www.youtube.com/@conf", "la chaîne", LinkKind.Other)]
    [InlineData("https://www.youtube.com/playlist?list=x", "", LinkKind.Other)]
    [InlineData("https://speakerdeck.com/a/b", "", LinkKind.Slides)]
    [InlineData("https://b.example/deck.pdf", "la présentation", LinkKind.Slides)]
    [InlineData("https://b.example/paper.pdf", "l'article", LinkKind.Other)]
    [InlineData("https://b.example/x", "les slides", LinkKind.Slides)]
    [InlineData("https://github.com/a/b", "le code", LinkKind.Code)]
    [InlineData("https://github.com/alice", "Alice Martin", LinkKind.Other)]
    [InlineData("https://kccnceu2023.sched.com/event/x", "", LinkKind.Schedule)]
    [InlineData("https://conf.example/sessions/42", "le résumé", LinkKind.Schedule)]
    [InlineData("https://fosdem.org/2024/schedule/event/x", "", LinkKind.Schedule)]
    [InlineData("https://b.example/x", "un article", LinkKind.Other)]
    public void A_link_is_told_by_its_place_then_by_its_label(string url, string label, LinkKind expected) =>
        TalkLinks.KindOf(new Target(url), label).ShouldBe(expected);

    [Fact]
    public void A_link_that_bears_a_projects_name_is_the_project()
    {
        var glossary = Glossary.Parse("g.tsv", "Cilium\t\tproject\t\tany\n").Glossary;

        Links("Voir [Cilium](https://github.com/cilium/cilium) et [la doc](https://docs.example/cilium).", glossary)
            .Select(link => link.Kind).ShouldBe([LinkKind.Project, LinkKind.Other]);
    }

    [Fact]
    public void Each_address_stands_once_with_its_first_label() =>
        Links("[](https://b.example/x) puis [ici](https://b.example/x) et [là](https://b.example/x)", Glossary.Empty)
            .ShouldBe([new TalkLink(LinkKind.Other, "https://b.example/x", "ici")]);

    [Theory]
    [InlineData("[x](mailto:a@b.example)")]
    [InlineData("[x](#ancre)")]
    [InlineData("[x](/page)")]
    [InlineData("[x](javascript:alert)")]
    [InlineData("![une image](https://b.example/x.png)")]
    public void Only_web_addresses_are_links(string markup) => Links(markup, Glossary.Empty).ShouldBeEmpty();

    private static ImmutableArray<TalkLink> Links(string markup, Glossary glossary) => new PostReader(SiteSettings.Default, glossary)
        .Read(new PostFile("x.md", Encoding.UTF8.GetBytes($"## Lire un plan par Alice Martin\n\n{markup}\n"))).Talks[0].Links;
}
