using System.Text;
using Recap.Talks.Sites;

namespace Recap.Talks.Tests;

/// <summary>Ids of headings, as each generator makes them.</summary>
public sealed class AnchorTests
{
    [Theory]
    [InlineData("accents and apostrophes", "L'été, c'est fini !", "lété-cest-fini-")]
    [InlineData("a no-break blank goes with its mark", "C’est fini\u00A0!", "cest-fini")]
    [InlineData("a dash between blanks leaves both", "SRI - Sub Resource", "sri---sub-resource")]
    [InlineData("a long dash leaves its blanks", "SRI — Sub Resource", "sri--sub-resource")]
    [InlineData("an emoji leaves its blank", "🚀 Lancer", "-lancer")]
    [InlineData("emoji of several characters", "👩‍💻 Coder", "-coder")]
    [InlineData("digits and full stops", "1. Go 1.22 !", "1-go-122-")]
    [InlineData("underscores stay", "Le nom_de_variable", "le-nom_de_variable")]
    [InlineData("quotes and slashes", "« CI/CD » & co", "-cicd---co")]
    [InlineData("capitals with accents", "ÉCOLOGIE", "écologie")]
    [InlineData("ligatures and other scripts", "Cœur Ωmega 日本", "cœur-ωmega-日本")]
    [InlineData("only marks", "!!!", "heading")]
    public void As_GitHub_and_Goldmark_make_them(string why, string heading, string expected) =>
        new Anchors(AnchorStyle.GitHub).Next(heading).ShouldBe(expected, why);

    [Theory]
    [InlineData("accents go", "L'été, c'est fini !", "lete-cest-fini-")]
    [InlineData("ligatures are spelled", "Cœur Ωmega", "coeur-mega")]
    [InlineData("an emoji leaves its blank", "🚀 Lancer", "-lancer")]
    public void As_Goldmark_makes_them_in_ASCII(string why, string heading, string expected) =>
        new Anchors(AnchorStyle.GitHubAscii).Next(heading).ShouldBe(expected, why);

    [Theory]
    [InlineData("accents stay, marks are one hyphen", "L'été, c'est fini !", "l-été-c-est-fini")]
    [InlineData("no hyphen at either end", "🚀 Lancer !", "lancer")]
    [InlineData("dashes are one hyphen", "SRI - Sub Resource", "sri-sub-resource")]
    public void As_Blackfriday_made_them(string why, string heading, string expected) =>
        new Anchors(AnchorStyle.Blackfriday).Next(heading).ShouldBe(expected, why);

    [Theory]
    [InlineData("all before the first letter goes", "1. L'été, c'est fini !", "lt-cest-fini-")]
    [InlineData("emoji and its blank go", "🚀 Lancer", "lancer")]
    [InlineData("underscores go", "nom_de_variable", "nomdevariable")]
    [InlineData("digits stay within", "Go 1.22", "go-122")]
    [InlineData("nothing left", "42", "section")]
    public void As_kramdown_makes_them(string why, string heading, string expected) =>
        new Anchors(AnchorStyle.Kramdown).Next(heading).ShouldBe(expected, why);

    [Theory]
    [InlineData("Pandoc", AnchorStyle.Pandoc, "1. L'été, c'est « fini » !", "lété-cest-fini")]
    [InlineData("Pandoc keeps full stops and hyphens", AnchorStyle.Pandoc, "SRI - Go 1.22", "sri---go-1.22")]
    [InlineData("Pandoc, nothing left", AnchorStyle.Pandoc, "42", "section")]
    [InlineData("Python-Markdown", AnchorStyle.PythonMarkdown, "L'été, c'est « fini » !", "lete-cest-fini")]
    [InlineData("Python-Markdown drops what has no plain letter", AnchorStyle.PythonMarkdown, "Cœur - nom_de_variable", "cur-nom_de_variable")]
    [InlineData("Docutils", AnchorStyle.Docutils, "1. L'été, c’est « fini » !", "l-ete-cest-fini")]
    [InlineData("VitePress", AnchorStyle.VitePress, "L'été, c’est fini !", "l-ete-c-est-fini")]
    [InlineData("VitePress, a digit in front", AnchorStyle.VitePress, "3 idées", "_3-idees")]
    [InlineData("Hexo keeps capitals", AnchorStyle.Hexo, "L'Été, c'est fini !", "L-Ete-c-est-fini")]
    [InlineData("Zola", AnchorStyle.Slug, "L'été, c’est « fini » !", "l-ete-c-est-fini")]
    public void As_other_generators_make_them(string why, AnchorStyle style, string heading, string expected) =>
        new Anchors(style).Next(heading).ShouldBe(expected, why);

    [Theory]
    [InlineData(AnchorStyle.PythonMarkdown, "Fin|Fin|Fin", "fin|fin_1|fin_2")]
    [InlineData(AnchorStyle.Docutils, "Fin|Fin|Suite", "fin||suite")]
    [InlineData(AnchorStyle.Counted, "Fin|Suite|Fin", "headline-1|headline-2|headline-3")]
    [InlineData(AnchorStyle.Slug, "Fin|Fin|!", "fin|fin-1|")]
    public void Equal_headings_are_told_apart_in_each_way(AnchorStyle style, string headings, string expected)
    {
        var anchors = new Anchors(style);

        string.Join('|', headings.Split('|').Select(heading => anchors.Next(heading))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("equal ones are numbered", "Fin|Fin|Fin", "fin|fin-1|fin-2")]
    [InlineData("a number that is taken is passed over", "Fin|Fin 1|Fin", "fin|fin-1|fin-2")]
    [InlineData("a number taken later counts on", "Fin|Fin|Fin 1", "fin|fin-1|fin-1-1")]
    [InlineData("equal but for marks", "Fin !|Fin ?", "fin-|fin--1")]
    public void Equal_headings_are_numbered(string why, string headings, string expected)
    {
        var anchors = new Anchors(AnchorStyle.GitHub);

        string.Join('|', headings.Split('|').Select(heading => anchors.Next(heading))).ShouldBe(expected, why);
    }

    [Fact]
    public void A_heading_without_an_id_gives_none_and_numbers_none()
    {
        var anchors = new Anchors(AnchorStyle.GitHub);

        anchors.Next("Fin", "").ShouldBeNull();
        anchors.Next("Fin").ShouldBe("fin");
    }

    [Fact]
    public void A_style_without_ids_gives_none() => new Anchors(AnchorStyle.None).Next("Fin").ShouldBeNull();

    [Theory]
    [InlineData("code is text", "## Le `kubectl` nouveau", "le-kubectl-nouveau")]
    [InlineData("a link is its text", "## [Un titre](https://b.example/x)", "un-titre")]
    [InlineData("bold is text", "## **Un titre**", "un-titre")]
    [InlineData("an entity is its character", "## R&amp;D à part", "rd-à-part")]
    [InlineData("an id by hand", "## Un titre {#mon-id}", "mon-id")]
    [InlineData("an id by hand with a class", "## Un titre {#mon-id .grand}", "mon-id")]
    [InlineData("a class by hand", "## Un titre {.grand}", "un-titre")]
    [InlineData("an id by hand behind a class", "## Un titre {.grand #mon-id}", "mon-id")]
    [InlineData("an id in HTML", "<h2 id=\"mon-id\">Un titre</h2>", "mon-id")]
    [InlineData("numbered behind another heading", "## Un titre\n\nrien\n\n## Un titre", "un-titre-1")]
    public void A_talk_leads_to_the_anchor_of_its_heading(string why, string heading, string expected)
    {
        var settings = SiteSettings.Default with { BaseUrl = "https://b.example/" };
        var body = Encoding.UTF8.GetBytes($"{heading}\n\n_Par Alice Martin_\n\nElle raconte sa mise en production, pas à pas.\n");

        var talk = new PostReader(settings, Glossary.Empty).Read(new PostFile("x.md", body)).Talks.Last(found => found.Kind == TalkKind.Talk);

        Uri.UnescapeDataString(talk.Url!.Split('#')[1]).ShouldBe(expected, why);
    }
}
