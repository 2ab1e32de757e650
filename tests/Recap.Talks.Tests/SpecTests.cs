using System.Text.Json;

namespace Recap.Talks.Tests;

/// <summary>Each layout and trap is a post in <c>Specs</c> with its expected talks beside it.</summary>
public sealed class SpecTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static TheoryData<string> Posts =>
        [.. Directory.EnumerateFiles(Checkout.Specs).Select(path => Path.GetFileName(path)!).Where(name => !name.EndsWith(".talks.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Posts))]
    public void A_post_gives_the_talks_that_stand_beside_it(string name)
    {
        var path = Path.Combine(Checkout.Specs, name);
        var expected = JsonSerializer.Deserialize<Expected[]>(File.ReadAllText(Path.ChangeExtension(path, ".talks.json")), Web)!;

        var post = new PostReader(SiteSettings.Default, Checkout.Glossary).Read(new PostFile(name, File.ReadAllBytes(path)));

        post.Failed.ShouldBeFalse(string.Join('\n', post.Diagnostics));
        Told(post).ShouldBe(expected.Select(talk => talk.ToString()), string.Join('\n', post.Evidence.Select(item => $"{item.Passage}: {item.Score} {string.Join(", ", item.Reasons)}")));
    }

    [Fact]
    public void There_are_sixty_specs_or_more() => Posts.Count.ShouldBeGreaterThanOrEqualTo(60);

    private static IEnumerable<string> Told(PostTalks post) => post.Talks.Where(talk => talk.Kind != TalkKind.Notes)
        .Select(talk => new Expected(talk.Title, [.. talk.Speakers.Select(Named)], talk.Kind.ToString().ToLowerInvariant()).ToString());

    private static string Named(Speaker speaker) => speaker.Organization is { } organization ? $"{speaker.Name} ({organization})" : speaker.Name;

    private sealed record Expected(string Title, string[] Speakers, string Kind)
    {
        public override string ToString() => $"{Title} | {string.Join("; ", Speakers)} | {Kind}";
    }
}
