using System.Text;
using CsCheck;
using Recap.Talks.Posts.Markup;

namespace Recap.Talks.Tests;

/// <summary>Whatever the bytes: no exception, no hang, and a word about what is wrong.</summary>
public sealed class HostileInputTests
{
    private static readonly string[] Pieces =
    [
        "# ", "## ", "- ", "> ", "**", "_", "[", "](", ")", "« ", " »", "\"", "Alice Martin", " par ", " - ", " : ", "(", "---\n", "```\n", "<b>", "</b>", "{{<", ">}}", "\n", "\n\n", "talk ", "sur ", "é", "\u00A0", "|", "1. ", "9h ",
    ];

    private static readonly string[] PiecesOfNotations =
    [
        "\n====\n", "\n----\n", "====\n", ".. note:: ", ".. ", "..\n", "::\n\n", "    ", "  ", ":date: ", "`a <b>`_ ", "`", "``", "_ ", "|a| ", ".. |a| replace:: b\n", ".. _a: ", ":ref:`",
        "* ", "** ", "#+TITLE: a\n", "#+begin_src\n", "#+end_src\n", "#+begin_quote\n", "#+end_quote\n", ":END:\n", ":PROPERTIES:\n", "[[", "][", "]]", "/", "=", "~", "+", "[fn:1]", "| a |\n", "|-\n", "{{{", "@@html:",
        "h2. ", "bc. ", "bc.. ", "p. ", "\"a\":b ", "!a.png!", "@", "%", "::: tip\n", ":::\n", "::a\n", "::\n", "{.a}", "```{note}\n", "!!! note\n", "#| a\n",
    ];

    // What sentences, items and titles of a recap are made of, so that people, titles and words for sessions stand in every order.
    private static readonly string[] PiecesOfSentences =
    [
        "Alice Martin", "Alice", "Bruno", "Martin", "M. Lefèvre", "A. B. Cé", "@alice_m", "[Alice Martin](https://a.fr/speaker/a)", "**Alice Martin**", "Kévin de La Tour", "GRACE HOPPER", "Zyx Qwert",
        " et ", " & ", ", ", " (", ")", " par ", " de ", " d'", " avec ", " chez ", " : ", " - ", " – ", ".", ". ", " ; ", "\u00A0", "'", "’", "\"", "« ", " »", "‘", "’", "“", "”", "_", "*", "**", "[", "](https://youtu.be/a)", "![a](b)",
        " nous a parlé ", " nous présente ", " explique ", " a ouvert la journée ", " sur ", " comment ", "Il ", "Elle nous ", "Ensuite, ", "Puis ", "Avec ", "Place à ", "J'ai vu ", "J'ai assisté à ", "Quelqu'un de ",
        "la conférence", "une session", "le talk", "la keynote", "son quickie", "un retour d'expérience", "ce talk", "les talks", "Une heure ", "Les conférences que j'ai vues :",
        "le port expliqué", "Un Titre Anglais", "Kubernetes", "Go", "les navires", "été", "9h30 ", "Jour 1", "1. ", "\n", "\n\n", "\n- ", "\n## ", "\n### ", "\n> ", "\n**", "**\n", "\n|", "|", "\n: ",
    ];

    private const string Front = "---\ntitle: Retour sur la Conf du Port 2024\n---\n";

    public static TheoryData<string, string> Attacks => new()
    {
        { "open quotes", Repeat("« ", 200_000) },
        { "open brackets", Repeat("[", 200_000) },
        { "open links", Repeat("[a](", 60_000) },
        { "emphasis", Repeat("*a _b ", 60_000) },
        { "backticks", string.Concat(Enumerable.Range(1, 600).Select(n => new string('`', n) + " ")) },
        { "quotes in quotes", Repeat("> ", 100_000) + "x" },
        { "lists in lists", string.Concat(Enumerable.Range(0, 500).Select(n => new string(' ', n * 2) + "- a\n")) },
        { "a line of ten megabytes", new string('a', 10_000_000) },
        { "a heading of ten megabytes", "# " + Repeat("par ", 2_500_000) },
        { "many headings", Repeat("## Un titre par Alice Martin\n\ntexte\n\n", 7_000) },
        { "headings and nothing else", Repeat("# a\n", 70_000) },
        { "underlined headings", Repeat("a\n===\n", 45_000) },
        { "open brackets on many lines", Repeat(Repeat("[", 60) + "\n", 4_500) },
        { "emphasis on many lines", Repeat(Repeat("*a _b ", 60) + "\n", 800) },
        { "link definitions", Repeat("[a]: b\n\n", 35_000) },
        { "titles in prose", Repeat("« Un titre » de Alice Martin. ", 9_000) },
        { "many names", Repeat("Alice Martin et Bruno Lefèvre, ", 20_000) },
        { "names and dashes", "## " + Repeat("Alice Martin - ", 2_000) },
        { "open templates", Repeat("{{< ", 100_000) },
        { "open comments", Repeat("<!-- ", 100_000) },
        { "open tags", Repeat("<a href='", 50_000) },
        { "nested tags", Repeat("<div>", 50_000) },
        { "pipes", Repeat("|a|b|c\n", 20_000) },
        { "footnotes", Repeat("[^1]: a\n", 20_000) },
        { "blanks", Repeat(" ", 250_000) + "x" },
        { "sessions about", Repeat("une conférence de Alice Martin ", 10_000) },
        { "surrogates", Repeat("\uD83D", 10_000) },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public void An_attack_is_read_or_refused_and_gives_no_more_than_it_holds(string name, string body)
    {
        var post = Read("post.md", Encoding.UTF8.GetBytes(Front + body));

        post.Post.ShouldBe("post.md");
        post.Diagnostics.ShouldNotContain(diagnostic => diagnostic.Code == "RCP1005" && !diagnostic.Message.Contains("nest"), name);
        post.Talks.Sum(talk => talk.Text.Length).ShouldBeLessThanOrEqualTo(body.Length * 2, name);
    }

    [Theory]
    [InlineData("post.md", "## a\n")]
    [InlineData("post.html", "<h2>a</h2>\n")]
    [InlineData("post.org", "* a\n")]
    public void More_headings_than_a_post_has_are_refused(string path, string heading)
    {
        var post = Read(path, Encoding.UTF8.GetBytes(Repeat(heading, 10_001)));

        post.Failed.ShouldBeTrue();
        post.Diagnostics.ShouldHaveSingleItem().ToString().ShouldContain("10001 headings");
        Read(path, Encoding.UTF8.GetBytes(Repeat(heading, 10_000))).Failed.ShouldBeFalse();
    }

    public static TheoryData<string, string, string> AttacksOnNotations => new()
    {
        { "post.rst", "quotations in quotations", string.Concat(Enumerable.Range(0, 700).Select(n => new string(' ', n) + "a\n\n")) },
        { "post.rst", "items in items", string.Concat(Enumerable.Range(0, 350).Select(n => new string(' ', n * 2) + "- a\n\n")) },
        { "post.rst", "directives in directives", string.Concat(Enumerable.Range(0, 350).Select(n => new string(' ', n * 2) + ".. note::\n\n")) },
        { "post.rst", "ways of underlining", string.Concat(Enumerable.Range(0, 30_000).Select(n => $"titre\n{new string("=-~^+*#:.\"'`<>_!$%&(){}|@/;,?"[n % 28], 5)}\n\n")) },
        { "post.rst", "open literals", Repeat("``a `b ", 40_000) },
        { "post.rst", "references", Repeat("`a <b>`__ c_ |d| [1]_ ", 12_000) },
        { "post.rst", "targets for targets", string.Concat(Enumerable.Range(0, 10_000).Select(n => $".. _a{n}: a{n + 1}_\n")) + "a0_" },
        { "post.rst", "open roles", Repeat(":a", 100_000) },
        { "post.rst", "terms", Repeat("a\n b\n", 40_000) },
        { "post.rst", "tables", Repeat("+-+\n|a|\n+-+\n", 20_000) },
        { "post.rst", "one line", ".. " + new string('a', 10_000_000) },
        { "post.org", "open blocks", Repeat("#+begin_a\n", 25_000) },
        { "post.org", "blocks in blocks", Repeat("#+begin_a\n", 12_000) + Repeat("#+end_a\n", 12_000) },
        { "post.org", "open drawers", Repeat(":a:\n", 60_000) + ":END:" },
        { "post.org", "stress in stress", Repeat("*a /b _c +d ", 20_000) },
        { "post.org", "open links", Repeat("[[a][", 50_000) },
        { "post.org", "open footnotes", Repeat("[fn:a", 50_000) },
        { "post.org", "items in items", string.Concat(Enumerable.Range(0, 700).Select(n => new string(' ', n) + "- a\n")) },
        { "post.org", "tables", Repeat("|a\n|-\n", 40_000) },
        { "post.org", "headings", Repeat("* a\n", 60_000) },
        { "post.org", "one line", "* " + new string('*', 10_000_000) },
        { "post.textile", "stress", Repeat("*a @b %c ??d ", 20_000) },
        { "post.textile", "links", Repeat("\"a\":", 60_000) },
        { "post.textile", "images", Repeat("!a", 100_000) },
        { "post.textile", "items", Repeat("********** a\n", 20_000) },
        { "post.md", "containers", Repeat("::: tip a\n", 30_000) },
        { "post.md", "components", Repeat("::a\n---\n", 30_000) },
        { "post.md", "admonitions", Repeat("!!! note\n", 30_000) },
        { "post.md", "directives", Repeat("```{note}\n", 25_000) },
        { "post.md", "attributes", Repeat("[a]{.b", 40_000) },
        { "post.md", "brackets before attributes", Repeat("[", 400) + Repeat("]{.a}", 50_000) },
        { "post.md", "code before attributes", Repeat("`{.a}", 50_000) },
        { "post.md", "roles", Repeat("{ref}`a", 40_000) },
    };

    [Theory]
    [MemberData(nameof(AttacksOnNotations))]
    public void An_attack_in_another_notation_is_read_or_refused(string path, string name, string body)
    {
        var post = Read(path, Encoding.UTF8.GetBytes(body));

        post.Post.ShouldBe(path);
        post.Diagnostics.ShouldNotContain(diagnostic => diagnostic.Code == "RCP1005" && !diagnostic.Message.Contains("nest"), name);
        post.Talks.Sum(talk => talk.Text.Length).ShouldBeLessThanOrEqualTo(body.Length * 2, name);
    }

    [Theory]
    [InlineData("post.rst")]
    [InlineData("post.org")]
    [InlineData("post.textile")]
    [InlineData("post.qmd")]
    public void Random_markup_of_other_notations_never_throws(string path) =>
        Gen.OneOf(PiecesOfNotations.Concat(Pieces).Select(piece => Gen.Const(piece)).ToArray())
            .Array[0, 150].Select(string.Concat)
            .Sample(text => !Read(path, Encoding.UTF8.GetBytes(text)).Diagnostics.Any(diagnostic => diagnostic.Code == "RCP1005"), iter: 300, seed: "0000KOIPZS2D1");

    [Theory]
    [InlineData("post.rst")]
    [InlineData("post.org")]
    [InlineData("post.textile")]
    public void Lines_keep_their_numbers_whatever_the_markup(string path) =>
        Gen.OneOf(PiecesOfNotations.Concat(Pieces).Select(piece => Gen.Const(piece)).ToArray())
            .Array[0, 150].Select(string.Concat)
            .Sample(text => Rewritten.From(Notations.Of(path)!.Value, text.AsMemory(), false)!.Markdown.Count(c => c == '\n') == text.Count(c => c == '\n'), iter: 500, seed: "0000KOIPZS2D1");

    [Theory]
    [InlineData("one run of lines", "[a](", MarkupCrowds.MostInRun)]
    [InlineData("one run of many lines", "*a _b\n", MarkupCrowds.MostInRun)]
    [InlineData("many runs", "[a]\n\n", MarkupCrowds.MostInPost)]
    public void No_more_marks_reach_the_parser_than_it_can_compare(string why, string piece, int most) =>
        MarkupCrowds.Calm(Repeat(piece, 40_000)).Count(c => c is '[' or '*' or '_').ShouldBeInRange(1, most, why);

    [Theory]
    [InlineData("few marks", "[a](b) *c*\n", 300)]
    [InlineData("many paragraphs", "un [lien](b) et *ceci*\n\n", 2_000)]
    public void Marks_that_do_not_crowd_stay(string why, string piece, int times) =>
        MarkupCrowds.Calm(Repeat(piece, times)).ShouldBe(Repeat(piece, times), why);

    [Fact]
    public void Marks_in_code_stay()
    {
        var code = $"```\n{Repeat("[*_\n", 5_000)}```\n";

        MarkupCrowds.Calm(code).ShouldBe(code);
    }

    [Theory]
    [InlineData("---\n", "a: b\n", "---\n")]
    [InlineData("+++\n", "a = [[[[\n", "+++\n")]
    [InlineData("{\n", "\"a\": [[[[\n", "}\n")]
    public void Front_matter_without_end_is_refused(string open, string piece, string close) =>
        Read("post.md", Encoding.UTF8.GetBytes(open + Repeat(piece, 60_000) + close)).Failed.ShouldBeTrue();

    [Fact]
    public void An_alias_bomb_is_no_bomb()
    {
        var bomb = new StringBuilder("---\na0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (var level = 1; level < 40; level++)
        {
            bomb.Append($"a{level}: &a{level} [{string.Join(',', Enumerable.Repeat($"*a{level - 1}", 10))}]\n");
        }

        bomb.Append("title: *a39\n---\n\n## Un titre par Alice Martin\n\ntexte\n");

        var post = Read("post.md", Encoding.UTF8.GetBytes(bomb.ToString()));

        post.Failed.ShouldBeFalse();
        post.Talks.ShouldContain(talk => talk.Title == "Un titre");
    }

    [Fact]
    public void Deeply_nested_front_matter_is_refused()
    {
        var post = Read("post.md", Encoding.UTF8.GetBytes($"---\ntitle: {Repeat("[", 5_000)}\n---\ntexte"));

        post.Diagnostics.ShouldContain(diagnostic => diagnostic.Code == "RCP1102");
    }

    [Fact]
    public void Random_bytes_never_throw() =>
        Gen.Byte.Array[0, 3_000].Sample(bytes => Read("post.md", bytes).Post == "post.md", iter: 400, seed: "0000KOIPZS2D1");

    [Fact]
    public void Random_markup_never_throws() =>
        Gen.OneOf(Pieces.Select(piece => Gen.Const(piece)).ToArray())
            .Array[0, 200].Select(string.Concat)
            .Sample(text => !Read("post.md", Encoding.UTF8.GetBytes(text)).Diagnostics.Any(diagnostic => diagnostic.Code == "RCP1005"), iter: 600, seed: "0000KOIPZS2D1");

    [Fact]
    public void Random_sentences_of_people_and_titles_give_talks_that_can_be_shown() =>
        Gen.OneOf(PiecesOfSentences.Select(piece => Gen.Const(piece)).ToArray())
            .Array[0, 80].Select(string.Concat)
            .Sample(text => CanBeShown(Read("post.md", Encoding.UTF8.GetBytes(Front + text)), Front + text), iter: 5_000, seed: "0000KOIPZS2D1");

    // A title with words, on a line of the file, each speaker once, and none of the marks that stand for them while prose is read.
    private static bool CanBeShown(PostTalks post, string text) =>
        !post.Diagnostics.Any(diagnostic => diagnostic.Code == "RCP1005")
        && post.Talks.Where(talk => talk.Kind != TalkKind.Notes).All(talk =>
            talk.Title.Any(char.IsLetterOrDigit) && !talk.Title.AsSpan().ContainsAny("¤§\n") && talk.Title == talk.Title.Trim()
            && talk.Line >= 1 && talk.Line <= text.Count(c => c == '\n') + 1
            && talk.Speakers.All(person => person.Name.Length > 0 && person.Name == person.Name.Trim() && !person.Name.AsSpan().ContainsAny("¤§\n"))
            && talk.Speakers.DistinctBy(person => person.Name, StringComparer.OrdinalIgnoreCase).Count() == talk.Speakers.Length);

    [Fact]
    public void A_post_cut_off_anywhere_never_throws()
    {
        foreach (var path in Directory.EnumerateFiles(Checkout.Specs, "*.md").Order(StringComparer.Ordinal).Take(25))
        {
            var bytes = File.ReadAllBytes(path);
            for (var length = 0; length < bytes.Length; length += 37)
            {
                Read("post.md", bytes[..length]).Diagnostics.ShouldNotContain(diagnostic => diagnostic.Code == "RCP1005");
            }
        }
    }

    [Fact]
    public void A_post_in_another_notation_cut_off_anywhere_never_throws()
    {
        foreach (var path in Directory.EnumerateFiles(Checkout.Specs, "notation-*").Where(path => !path.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(path);
            for (var length = 0; length < bytes.Length; length += 53)
            {
                Read("post" + Path.GetExtension(path), bytes[..length]).Diagnostics.ShouldNotContain(diagnostic => diagnostic.Code == "RCP1005");
            }
        }
    }

    [Theory]
    [InlineData("empty", new byte[0], "RCP1001", Severity.Warning, 1)]
    [InlineData("NUL", new byte[] { (byte)'a', (byte)'\n', 0, 1, 2 }, "RCP1003", Severity.Error, 2)]
    [InlineData("Latin-1", new byte[] { (byte)'#', (byte)' ', (byte)'a', (byte)'\n', (byte)'c', 0xE9, (byte)'d' }, "RCP1004", Severity.Warning, 2)]
    [InlineData("UTF-16", new byte[] { 0xFF, 0xFE, (byte)'a', 0 }, "RCP1004", Severity.Warning, 1)]
    public void Odd_bytes_are_told_with_their_line(string name, byte[] bytes, string code, Severity severity, int line)
    {
        var diagnostic = Read("post.md", bytes).Diagnostics.First(found => found.Code == code);

        diagnostic.Severity.ShouldBe(severity, name);
        diagnostic.Line.ShouldBe(line, name);
    }

    [Theory]
    [InlineData("---\ntitle: a\n\n## b\n", "RCP1101", 1)]
    [InlineData("---\ntitle: [a\n---\n\n## b\n", "RCP1102", 3)]
    [InlineData("+++\ntitle = \n+++\n", "RCP1102", 2)]
    [InlineData("{\n\"title\": \n}\n", "RCP1102", 3)]
    public void Front_matter_that_cannot_be_read_fails_the_post_at_its_line(string text, string code, int line)
    {
        var post = Read("post.md", Encoding.UTF8.GetBytes(text));

        post.Failed.ShouldBeTrue();
        post.Diagnostics.Single(diagnostic => diagnostic.Severity == Severity.Error).ShouldSatisfyAllConditions(
            diagnostic => diagnostic.Code.ShouldBe(code),
            diagnostic => diagnostic.Line.ShouldBe(line));
    }

    private static PostTalks Read(string path, byte[] bytes) => new PostReader(SiteSettings.Default, Glossary.Empty).Read(new PostFile(path, bytes));

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
