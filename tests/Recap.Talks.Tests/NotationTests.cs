using System.Text;
using Recap.Talks.Posts.Markup;
using Recap.Talks.Posts.Markup.Org;
using Recap.Talks.Posts.Markup.Rst;

namespace Recap.Talks.Tests;

/// <summary>A post says the same in every notation, and nothing of the notation itself.</summary>
public sealed class NotationTests
{
    private const string Text = "Une file qui déborde, et une solution simple. J'ai noté trois commandes à essayer en rentrant.";

    // What only marks consist of, whatever the notation.
    private static readonly string[] Marks =
        [":::", "{.", "{#", "{{", "}}", "#+", "#|", "::", "`_", "`__", "[[", "]]", "[fn:", "[1]", ".. ", ":ref:", ":END:", ":PROPERTIES:", "bq.", "!!!", "???", "CLOSED:", "{ref}", "{note}", "![", "<iframe"];

    public static TheoryData<string> Posts =>
        [.. Directory.EnumerateFiles(Checkout.Specs, "notation-*").Select(path => Path.GetFileName(path)!).Where(name => !name.EndsWith(".talks.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static TheoryData<string, string> SamePost => new()
    {
        { "post.md", $"---\ntitle: Retour sur la Conf du Port 2024\ndate: 2024-05-16\ntags: [conf, port]\n---\n\n## Un titre\n\n_Par_ [Alice Martin](https://a.example)\n\n{Text}\n\n- **un** point\n- et `deux`\n\n## Un autre\n\nPar Bruno Lefèvre\n\n{Text}\n" },
        { "post.qmd", $"---\ntitle: Retour sur la Conf du Port 2024\ndate: 2024-05-16\n---\n\n## Un titre {{.unnumbered}}\n\n_Par_ [Alice Martin](https://a.example){{target=\"_blank\"}}\n\n::: {{.column}}\n{Text}\n\n- **un** point\n- et `deux`{{.r}}\n:::\n\n## Un autre\n\nPar Bruno Lefèvre\n\n{Text}\n" },
        { "post.rst", $"Retour sur la Conf du Port 2024\n===============================\n\n:date: 2024-05-16\n\nUn titre\n--------\n\n*Par* `Alice Martin <https://a.example>`_\n\n{Text}\n\n- **un** point\n- et ``deux``\n\nUn autre\n--------\n\nPar Bruno Lefèvre\n\n{Text}\n" },
        { "post.org", $"#+TITLE: Retour sur la Conf du Port 2024\n#+DATE: <2024-05-16 jeu.>\n\n* Un titre\n/Par/ [[https://a.example][Alice Martin]]\n\n{Text}\n\n- *un* point\n- et =deux=\n\n* Un autre\n\nPar Bruno Lefèvre\n\n{Text}\n" },
        { "post.textile", $"---\ntitle: Retour sur la Conf du Port 2024\ndate: 2024-05-16\n---\n\nh2. Un titre\n\n_Par_ \"Alice Martin\":https://a.example\n\n{Text}\n\n* *un* point\n* et @deux@\n\nh2. Un autre\n\nPar Bruno Lefèvre\n\n{Text}\n" },
    };

    [Theory]
    [MemberData(nameof(SamePost))]
    public void The_same_post_gives_the_same_talks_in_every_notation(string path, string text)
    {
        var post = Read(path, text);

        post.Title.ShouldBe("Retour sur la Conf du Port 2024");
        post.Date.ShouldBe(new DateOnly(2024, 5, 16));
        post.Talks.Select(talk => talk.Title).ShouldBe(["Un titre", "Un autre"]);
        post.Talks.Select(talk => talk.Speakers.Single().Name).ShouldBe(["Alice Martin", "Bruno Lefèvre"]);
        post.Talks.Select(talk => talk.Text).ShouldBe([$"{Text}\nun point\net deux", Text]);
        post.Talks[0].Links.Select(link => link.Url).ShouldBe(["https://a.example"]);
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public void A_talk_has_the_line_of_its_title_and_nothing_of_the_markup(string name)
    {
        var text = File.ReadAllText(Path.Combine(Checkout.Specs, name));
        var post = Read(name, text);

        post.Title.ShouldBe("Retour sur la Conf du Port 2024");
        post.Date.ShouldBe(new DateOnly(2024, 5, 16));
        foreach (var talk in post.Talks.Where(talk => talk.Kind != TalkKind.Notes))
        {
            text.Split('\n')[talk.Line - 1].ShouldContain(talk.Title.Split(' ')[0]);
        }

        foreach (var talk in post.Talks)
        {
            Marks.Where(mark => talk.Text.Contains(mark, StringComparison.Ordinal) || talk.Title.Contains(mark, StringComparison.Ordinal)).ShouldBeEmpty(talk.Text);
            talk.Text.ShouldNotContain("fantôme");
        }
    }

    [Theory]
    [InlineData("wrapped link", "`une\nsession <https://a.example>`_", "[une\nsession](https://a.example)")]
    [InlineData("wrapped address", "`session\n<https://a.example>`__ !", "[session](https://a.example)\n !")]
    [InlineData("named target", "le programme_.", "le [programme](https://p.example).")]
    [InlineData("long named target", "le `Programme`_", "le [Programme](https://p.example)")]
    [InlineData("no target", "le `Reste`_", "le Reste")]
    [InlineData("title of a work", "dans `Le livre`", "dans *Le livre*")]
    [InlineData("code", "``a_b``", "`a_b`")]
    [InlineData("a role of code", ":func:`main`", "`main`")]
    [InlineData("a role of text", ":doc:`Le guide </guide>`", "Le guide")]
    [InlineData("a role behind", "`fort`:strong:", "**fort**")]
    [InlineData("footnote", "Un mot [1]_ et [#n]_.", "Un mot  et .")]
    [InlineData("replacement", "|conf| 2024", "Conf du Port 2024")]
    [InlineData("escapes", "H\\ :sub:`2`\\ O \\*", "H2O \\*")]
    [InlineData("names with low lines", "nom_de_variable", "nom\\_de\\_variable")]
    [InlineData("an address with low lines", "https://a.example/a_b_", "https://a.example/a_b_")]
    [InlineData("a time", "10:30 : Alice", "10:30 : Alice")]
    public void What_stands_in_a_line_of_reStructuredText_is_Markdown(string why, string text, string expected) =>
        new RstInline(RstTargets.Of([".. _programme: https://p.example", ".. |conf| replace:: Conf du Port"])).Rewrite(text).ShouldBe(expected, why);

    [Theory]
    [InlineData("link", "[[https://a.example][une session]]", "[une session](https://a.example)")]
    [InlineData("place on the page", "[[#plus-bas][plus bas]]", "plus bas")]
    [InlineData("image", "[[file:salle.jpg]]", "![](salle.jpg)")]
    [InlineData("video", "[[youtube:abc][la vidéo]]", "[la vidéo](https://www.youtube.com/watch?v=abc)")]
    [InlineData("stress", "*gras*, /penché/ et =code=", "**gras**, *penché* et `code`")]
    [InlineData("stress behind an apostrophe", "l'/idée/", "l'*idée*")]
    [InlineData("no stress", "2*3*4 et a/b/c", "2\\*3\\*4 et a/b/c")]
    [InlineData("an address", "https://a.example/x/y/ fin", "https://a.example/x/y/ fin")]
    [InlineData("footnote", "un mot[fn:1].", "un mot.")]
    [InlineData("time", "le <2024-05-16 jeu.>", "le 2024-05-16 jeu.")]
    [InlineData("struck", "+non+", "~~non~~")]
    public void What_stands_in_a_line_of_Org_is_Markdown(string why, string text, string expected) =>
        OrgInline.Rewrite(text).ShouldBe(expected, why);

    [Theory]
    [InlineData("x.mkdn", nameof(Notation.Markdown))]
    [InlineData("x.RMD", nameof(Notation.Markdown))]
    [InlineData("a.b/x.rest", nameof(Notation.ReStructuredText))]
    [InlineData("x.htm", nameof(Notation.Html))]
    [InlineData("x.txt", "")]
    [InlineData("org", "")]
    public void A_name_tells_the_notation(string path, string expected) => (Notations.Of(path)?.ToString() ?? "").ShouldBe(expected);

    private static PostTalks Read(string path, string text) => new PostReader(SiteSettings.Default, Checkout.Glossary).Read(new PostFile(path, Encoding.UTF8.GetBytes(text)));
}
