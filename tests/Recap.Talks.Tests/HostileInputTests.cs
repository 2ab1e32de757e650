using System.Text;
using CsCheck;

namespace Recap.Talks.Tests;

/// <summary>Whatever the bytes: no exception, no hang, and a word about what is wrong.</summary>
[Collection(nameof(HostileInputTests))]
[CollectionDefinition(nameof(HostileInputTests), DisableParallelization = true)]
public sealed class HostileInputTests
{
    // A second is promised to a warm reader; a cold one compiles as it reads. Time of the processor, not of the wall: tests share their machine.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly string[] Pieces =
    [
        "# ", "## ", "- ", "> ", "**", "_", "[", "](", ")", "« ", " »", "\"", "Alice Martin", " par ", " - ", " : ", "(", "---\n", "```\n", "<b>", "</b>", "{{<", ">}}", "\n", "\n\n", "talk ", "sur ", "é", "\u00A0", "|", "1. ", "9h ",
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
        { "lists in lists", string.Concat(Enumerable.Range(0, 1_500).Select(n => new string(' ', n * 2) + "- a\n")) },
        { "a line of ten megabytes", new string('a', 10_000_000) },
        { "a heading of ten megabytes", "# " + Repeat("par ", 2_500_000) },
        { "many headings", Repeat("## Un titre par Alice Martin\n\ntexte\n\n", 20_000) },
        { "many names", Repeat("Alice Martin et Bruno Lefèvre, ", 20_000) },
        { "names and dashes", "## " + Repeat("Alice Martin - ", 2_000) },
        { "open templates", Repeat("{{< ", 100_000) },
        { "open comments", Repeat("<!-- ", 100_000) },
        { "open tags", Repeat("<a href='", 50_000) },
        { "nested tags", Repeat("<div>", 50_000) },
        { "pipes", Repeat("|a|b|c\n", 20_000) },
        { "footnotes", Repeat("[^1]: a\n", 20_000) },
        { "blanks", Repeat(" ", 1_000_000) + "x" },
        { "sessions about", Repeat("une conférence de Alice Martin ", 10_000) },
        { "surrogates", Repeat("\uD83D", 10_000) },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public void An_attack_is_read_or_refused_in_time(string name, string body)
    {
        var before = Environment.CpuUsage.TotalTime;

        var post = Read("post.md", Encoding.UTF8.GetBytes(Front + body));

        (Environment.CpuUsage.TotalTime - before).ShouldBeLessThan(Patience, name);
        post.Post.ShouldBe("post.md");
    }

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
