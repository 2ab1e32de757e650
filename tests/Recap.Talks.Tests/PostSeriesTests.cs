using System.Text;

namespace Recap.Talks.Tests;

/// <summary>What only all posts of a site together tell.</summary>
public sealed class PostSeriesTests
{
    private const string Telling = "Elle raconte sa mise en production, pas à pas, avec ses pannes et ce que le groupe en a appris dans la semaine qui suivit.";

    private static readonly SiteSettings WithDrafts = SiteSettings.Default with { Drafts = true };

    [Theory]
    [InlineData("numbered days", "2024-05-16-port-jour-1.md", "2024-05-17-port-jour-2.md")]
    [InlineData("numbered parts", "port-partie-1.md", "port-partie-2.md")]
    [InlineData("bundles", "2024-05-16-port-1/index.md", "2024-05-17-port-2/index.md")]
    [InlineData("the day's letter", "port-j1.md", "port-j2.md")]
    public void Posts_of_a_series_have_one_event(string why, string first, string second)
    {
        var joined = Join(Post(first, "title: Retour sur Conf du Port 2024 - Jour 1", "Lire un plan"), Post(second, "title: La suite", "Nager loin"));

        joined[1].Event?.Name.ShouldBe("Conf du Port 2024", why);
        joined[1].Talks[0].Event?.Name.ShouldBe("Conf du Port 2024", why);
        joined[1].Event?.Day.ShouldBeNull(why);
    }

    [Fact]
    public void Posts_of_other_names_are_no_series() =>
        Join(Post("port-1.md", "title: Retour sur Conf du Port 2024", "Lire un plan"), Post("lac-2.md", "title: La suite", "Nager loin"))[0].Event.ShouldBeNull();

    [Fact]
    public void Numbered_parts_of_one_recap_are_a_series() =>
        Join(Post("retour-du-port-1.md", "title: Retour sur Conf du Port 2024", "Lire un plan"), Post("retour-du-port-2.md", "title: La suite", "Nager loin"))[1].Event?.Name.ShouldBe("Conf du Port 2024");

    [Fact]
    public void Numbered_articles_are_no_series() =>
        Join(Post("article_1.md", "title: Retour sur Conf du Port 2024", "Lire un plan"), Post("article_2.md", "title: La suite", "Nager loin"))[1].Event.ShouldBeNull();

    [Fact]
    public void Posts_of_another_year_are_no_part_of_the_series() =>
        Join(Post("2023-05-16-port-jour-1.md", "title: Retour sur Conf du Port 2023 - Jour 1", "Lire un plan"), Post("2024-05-17-port-jour-2.md", "title: La suite", "Nager loin"))[1].Event.ShouldBeNull();

    [Fact]
    public void A_draft_gives_way_to_its_final_version()
    {
        var joined = Join(Post("a-brouillon.md", "draft: true", "Lire un plan"), Post("b.md", "title: Fini", "Lire un plan"));

        joined[0].Talks.ShouldBeEmpty();
        joined[0].Diagnostics.ShouldContain(found => found.Code == "RCP1301" && found.File == "a-brouillon.md");
        joined[1].Talks.ShouldNotBeEmpty();
        joined[1].Diagnostics.ShouldNotContain(found => found.Code == "RCP1301");
    }

    [Fact]
    public void Of_two_published_copies_the_later_is_told_and_both_are_kept()
    {
        var joined = Join(Post("b.md", "title: Copie", "Lire un plan"), Post("a.md", "title: Fini", "Lire un plan"));

        joined.ShouldAllBe(post => post.Talks.Length > 0);
        joined.Single(post => post.Diagnostics.Any(found => found.Code == "RCP1301")).Post.ShouldBe("b.md");
    }

    [Fact]
    public void Two_tellings_of_one_talk_are_no_copies() =>
        Join(Post("a.md", "title: Alice", "Lire un plan"), Post("b.md", "title: Bruno", "Lire un plan", "Bruno en a retenu tout autre chose. " + Telling))
            .ShouldAllBe(post => post.Diagnostics.All(found => found.Code != "RCP1301"));

    [Fact]
    public void Ids_are_unique_across_the_site_and_depend_on_nothing_but_the_posts()
    {
        PostTalks[] posts = [Post("x/jour.md", "title: Un", "Lire un plan"), Post("y/jour.md", "title: Deux", "Lire un plan", "Autre chose. " + Telling)];

        var joined = Join(posts);
        var reversed = Join([.. posts.Reverse()]);

        joined.SelectMany(post => post.Talks).Select(talk => talk.Id).ShouldBe(["talks/jour~lire-un-plan", "talks/jour~lire-un-plan-2"]);
        reversed.SelectMany(post => post.Talks).Select(talk => talk.Id).ShouldBe(joined.SelectMany(post => post.Talks).Select(talk => talk.Id));
        joined[1].Diagnostics.ShouldContain(found => found.Code == "RCP1302");
        joined[1].Evidence.ShouldContain(item => item.Talk == "talks/jour~lire-un-plan-2");
    }

    private static PostTalks[] Join(params PostTalks[] posts) => [.. PostSeries.Join([.. posts])];

    private static PostTalks Post(string path, string fields, string title, string telling = Telling) => new PostReader(WithDrafts, Glossary.Empty)
        .Read(new PostFile(path, Encoding.UTF8.GetBytes($"---\n{fields}\n---\n\n## {title} par Alice Martin\n\n{telling}\n")));
}
