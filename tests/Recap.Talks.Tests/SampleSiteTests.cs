namespace Recap.Talks.Tests;

/// <summary>The sample site, read whole: what its writers meant stands in <c>SampleSite.tsv</c>.</summary>
public sealed class SampleSiteTests
{
    private static readonly string Site = Path.Combine(Checkout.Root, "data", "posts");

    private static readonly Lazy<PostTalks[]> Read = new(() =>
    {
        var reader = new PostReader(SiteSettings.Default, Checkout.Glossary);
        return [.. PostSeries.Join([.. Directory.EnumerateFiles(Site, "*.md", SearchOption.AllDirectories)
            .Select(path => reader.Read(new PostFile(Path.GetRelativePath(Site, path).Replace('\\', '/'), File.ReadAllBytes(path))))])];
    });

    [Fact]
    public void Every_talk_is_found_at_its_line_and_nothing_else()
    {
        Assert.SkipUnless(Directory.Exists(Site), "the sample site is not in this checkout");

        Found().Select(row => $"{row.Post}:{row.Line} {row.Title}").Order(StringComparer.Ordinal)
            .ShouldBe(Expected().Select(row => $"{row.Post}:{row.Line} {row.Title}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nearly_everybody_who_speaks_is_named_and_nobody_else()
    {
        Assert.SkipUnless(Directory.Exists(Site), "the sample site is not in this checkout");
        var found = Found().ToDictionary(row => (row.Post, row.Line));

        var wrong = Expected().Where(row => found.GetValueOrDefault((row.Post, row.Line))?.Speakers != row.Speakers)
            .Select(row => $"{row.Post}:{row.Line} {row.Speakers}");

        // One man gives an initial for a surname.
        wrong.Count().ShouldBeLessThanOrEqualTo(1, string.Join('\n', wrong));
    }

    [Fact]
    public void The_kind_of_session_is_told_where_a_reader_would_know()
    {
        Assert.SkipUnless(Directory.Exists(Site), "the sample site is not in this checkout");
        var found = Found().ToDictionary(row => (row.Post, row.Line));

        var wrong = Expected().Where(row => found.GetValueOrDefault((row.Post, row.Line))?.Kind != row.Kind)
            .Select(row => $"{row.Post}:{row.Line} {row.Kind}");

        wrong.Count().ShouldBeLessThanOrEqualTo(1, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_post_names_its_conference_or_says_that_it_does_not()
    {
        Assert.SkipUnless(Directory.Exists(Site), "the sample site is not in this checkout");

        foreach (var post in Read.Value)
        {
            (post.Event is not null || post.Diagnostics.Any(diagnostic => diagnostic.Code == "RCP1202")).ShouldBeTrue(post.Post);
        }
    }

    [Fact]
    public void Ids_are_unique_across_the_site()
    {
        var ids = Read.Value.SelectMany(post => post.Talks).Select(talk => talk.Id).ToList();

        ids.Distinct(StringComparer.Ordinal).Count().ShouldBe(ids.Count);
    }

    private static IEnumerable<Row> Found() => Read.Value.SelectMany(post => post.Talks).Where(talk => talk.Kind != TalkKind.Notes).Select(talk => new Row(
        talk.Post, talk.Line, talk.Title, string.Join(';', talk.Speakers.Select(speaker => speaker.Name)),
        talk.Kind == TalkKind.BirdsOfAFeather ? "bof" : talk.Kind.ToString().ToLowerInvariant()));

    private static IEnumerable<Row> Expected() => File.ReadAllLines(Path.Combine(Checkout.Root, "tests", "Recap.Talks.Tests", "SampleSite.tsv"))
        .Skip(1).Select(line => line.Split('\t')).Select(cells => new Row(cells[0], int.Parse(cells[1]), cells[2], cells[3], cells[4]));

    private sealed record Row(string Post, int Line, string Title, string Speakers, string Kind);
}
