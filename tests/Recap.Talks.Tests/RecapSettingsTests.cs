using System.Text;

namespace Recap.Talks.Tests;

/// <summary><c>recap.json</c>: what each setting overrides, and what is told of a bad one.</summary>
public sealed class RecapSettingsTests
{
    private static readonly SiteSettings Above = SiteSettings.Read(SiteSettings.Default, "", Files("hugo.toml", "baseURL = 'https://b.example/'\ncontentDir = 'notes'")).Settings;

    [Theory]
    [InlineData("source", """{ "source": "port" }""", "port")]
    [InlineData("base URL", """{ "baseUrl": "https://c.example/blog" }""", "https://c.example/blog/")]
    [InlineData("permalink", """{ "permalink": "/:year/:slug/" }""", "/:year/:slug/")]
    [InlineData("permalinks by section", """{ "permalinks": { "posts": "/p/:slug/" } }""", "/p/:slug/")]
    [InlineData("anchors", """{ "anchors": "github-ascii" }""", "GitHubAscii")]
    [InlineData("include", """{ "include": ["a/**", "b.md"] }""", "a/**,b.md")]
    [InlineData("include, one", """{ "include": "a/**" }""", "a/**")]
    [InlineData("exclude", """{ "exclude": ["c/**"] }""", "c/**")]
    [InlineData("exclude, none at all", """{ "exclude": [] }""", "")]
    [InlineData("content", """{ "content": "/billets/" }""", "billets")]
    [InlineData("content of another generator", """{ "generator": "astro" }""", "src/content")]
    [InlineData("generator", """{ "generator": "eleventy" }""", "Eleventy")]
    [InlineData("language", """{ "language": "en" }""", "en")]
    [InlineData("drafts", """{ "drafts": true }""", "True")]
    public void A_setting_wins_over_the_generators_own(string what, string json, string expected)
    {
        var (settings, diagnostics) = SiteSettings.Read(Above, "", Files("recap.json", json));

        diagnostics.ShouldBeEmpty();
        var told = what.Split(' ', ',')[0] switch
        {
            "source" => settings.Source,
            "base" => settings.BaseUrl,
            "permalink" => settings.Permalink,
            "permalinks" => settings.SectionPermalinks["posts"],
            "anchors" => settings.Anchors.ToString(),
            "include" => string.Join(',', settings.Include),
            "exclude" => string.Join(',', settings.Exclude),
            "content" => settings.ContentFolder,
            "generator" => settings.Generator.ToString(),
            "language" => settings.Language,
            _ => settings.Drafts.ToString(),
        };
        told.ShouldBe(expected);
    }

    [Fact]
    public void What_it_does_not_say_stays()
    {
        var settings = SiteSettings.Read(Above, "", Files("recap.json", "{ // nothing yet\n }")).Settings;

        settings.ShouldBe(Above);
    }

    [Theory]
    [InlineData("no JSON", "{\n  \"baseUrl\": \n}", "RCP1401", 3, "cannot be read")]
    [InlineData("no object", "[\"a\"]", "RCP1401", 1, "one object")]
    [InlineData("no setting", "{\n  \"bseUrl\": \"x\"\n}", "RCP1402", 2, "\"bseUrl\"")]
    [InlineData("no address", "{\n\n  \"baseUrl\": \"ftp://x\"\n}", "RCP1402", 3, "\"baseUrl\"")]
    [InlineData("no text", "{ \"source\":\n 3.5e, }", "RCP1401", 2, "cannot be read")]
    [InlineData("a list for a text", "{\n\"source\": [\"a\"] }", "RCP1402", 2, "\"source\"")]
    [InlineData("no such style", "{\n\"anchors\": \"sideways\" }", "RCP1402", 2, "gitHub, gitHubAscii, blackfriday, kramdown, none")]
    [InlineData("a number for a choice", "{ \"anchors\": 1 }", "RCP1402", 1, "\"anchors\"")]
    [InlineData("no such generator", "{ \"source\": \"a\",\n \"generator\": \"wordpress\" }", "RCP1402", 2, "jekyll")]
    [InlineData("neither true nor false", "{ \"drafts\": \"perhaps\" }", "RCP1402", 1, "\"drafts\"")]
    [InlineData("no list of texts", "{ \"include\":\n [\"a\", {}] }", "RCP1402", 2, "\"include\"")]
    [InlineData("no pattern", "{ \"permalinks\": {\n \"posts\": [] } }", "RCP1402", 2, "\"permalinks.posts\"")]
    [InlineData("a pattern without a section", "{ \"permalinks\": \"/x/\" }", "RCP1402", 1, "\"permalinks\"")]
    public void A_bad_setting_is_told_with_its_line_and_name(string why, string json, string code, int line, string told)
    {
        var diagnostic = SiteSettings.Read(Above, "site", Files("recap.json", json)).Diagnostics.ShouldHaveSingleItem(why);

        diagnostic.File.ShouldBe("site/recap.json");
        diagnostic.Code.ShouldBe(code);
        diagnostic.Line.ShouldBe(line, why);
        diagnostic.Message.ShouldContain(told);
    }

    [Theory]
    [InlineData("hugo.toml", "title = 'x'\nbaseURL = ", 2)]
    [InlineData("_config.yml", "title: x\nurl: [", 2)]
    [InlineData("hugo.json", "{ \"baseURL\": ", 1)]
    public void A_configuration_that_cannot_be_read_is_told_and_passed_over(string name, string text, int line)
    {
        var (settings, diagnostics) = SiteSettings.Read(Above, "", Files(name, text));

        settings.ShouldBe(Above);
        diagnostics.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            diagnostic => diagnostic.Code.ShouldBe("RCP1401"),
            diagnostic => diagnostic.Line.ShouldBeGreaterThanOrEqualTo(line));
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Files(string name, string text) => new() { [name] = Encoding.UTF8.GetBytes(text) };
}
