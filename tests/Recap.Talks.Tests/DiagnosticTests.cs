using System.Reflection;
using System.Text;
using Recap.Talks.Posts;

namespace Recap.Talks.Tests;

/// <summary>Each code with the least that brings it about, and the line it is told at.</summary>
public sealed class DiagnosticTests
{
    private const string Talk = "## Lire un plan par Alice Martin\n\nElle raconte sa mise en production, pas à pas, avec ses pannes et ce que le groupe en a appris dans la semaine qui suivit.\n";

    private static readonly SiteSettings Settings = SiteSettings.Default with { PublishedUntil = new DateOnly(2024, 5, 16) };

    public static TheoryData<string, int, string> OfOnePost => new()
    {
        { "RCP1001", 1, "" },
        { "RCP1002", 1, new string('a', 2_000_001) },
        { "RCP1003", 2, "a\n\0" },
        { "RCP1004", 2, "a\n\u00E9" },
        { "RCP1005", 1, string.Concat(Enumerable.Repeat("> ", 2_000)) },
        { "RCP1006", 3, "a\n\n" + new string('a', 40_000) },
        { "RCP1101", 1, "---\ntitle: a\n" },
        { "RCP1102", 4, "---\ntitle: a\ntags: [\n---\n" },
        { "RCP1103", 1, "---\ntitle: Un plan : le lire\n---\n" },
        { "RCP1104", 1, Talk },
        { "RCP1105", 3, "---\ntitle: a\ndate: hier\n---\n" },
        { "RCP1106", 3, "---\ntitle: a\ndate: 2020-01-02\n---\n" },
        { "RCP1108", 1, "---\ndraft: true\n---\n" },
        { "RCP1109", 1, "---\ndate: 2024-05-17\n---\n" },
        { "RCP1201", 1, "Rien à dire.\n" },
        { "RCP1202", 1, $"---\ntitle: Un plan\n---\n{Talk}" },
        { "RCP1203", 5, $"{Talk}\n{Talk}" },
    };

    [Theory]
    [MemberData(nameof(OfOnePost))]
    public void A_post_is_told_what_is_wrong_with_it(string code, int line, string text)
    {
        var latin = code == "RCP1004" ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text);

        var post = new PostReader(Settings, Glossary.Empty).Read(new PostFile("2024-05-01-x.md", latin));

        var told = post.Diagnostics.Where(found => found.Code == code).ShouldHaveSingleItem(string.Join('\n', post.Diagnostics));
        told.Line.ShouldBe(line);
        told.Message.ShouldEndWith(".");
        post.Failed.ShouldBe(told.Severity == Severity.Error);
    }

    [Fact]
    public void RCP1107_A_post_without_a_day_is_told() =>
        new PostReader(Settings, Glossary.Empty).Read(new PostFile("x.md", Encoding.UTF8.GetBytes(Talk))).Diagnostics.ShouldContain(found => found.Code == "RCP1107");

    [Fact]
    public void Every_code_is_brought_about_by_some_test()
    {
        string[] others = ["RCP1107", "RCP1301", "RCP1302", "RCP1401", "RCP1402", "RCP1501", "RCP1502"];
        var codes = typeof(Codes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => ((DiagnosticCode)field.GetValue(null)!).Id);

        codes.Order(StringComparer.Ordinal).ShouldBe(OfOnePost.Select(row => row.Data.Item1).Concat(others).Order(StringComparer.Ordinal));
    }
}
