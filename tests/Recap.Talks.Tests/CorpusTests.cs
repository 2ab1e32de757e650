using System.Text.Json;

namespace Recap.Talks.Tests;

/// <summary>Floors on real posts of four blogs, where they are at hand; HoppR was held back while the rules were made.</summary>
public sealed class CorpusTests
{
    private static readonly string Corpus = Path.Combine(Checkout.Root, "..", "shared", "corpus");
    private static readonly string Gold = Path.Combine(Checkout.Root, "..", "shared", "corpus-gold", "gold_dev.jsonl");

    [Theory]
    [InlineData("zibok", 0.95, 0.95)]
    [InlineData("alexandre", 0.90, 0.90)]
    [InlineData("Michael", 0.80, 0.75)]
    [InlineData("HoppR", 0.85, 0.92)]
    public void Talks_of_a_blog_are_found_at_their_lines(string blog, double precision, double recall)
    {
        Assert.SkipUnless(Directory.Exists(Corpus), "the corpus of real posts is not beside this checkout");
        var gold = File.ReadLines(Gold).Select(line => JsonDocument.Parse(line).RootElement).Where(row => row.TryGetProperty("n", out _) && Post(row).StartsWith(blog, StringComparison.Ordinal)).ToList();
        var reader = new PostReader(SiteSettings.Default, Checkout.Glossary);

        var found = gold.Select(Post).Distinct(StringComparer.Ordinal)
            .SelectMany(post => reader.Read(new PostFile(post, File.ReadAllBytes(Path.Combine(Corpus, post)))).Talks)
            .Where(talk => talk.Kind != TalkKind.Notes).ToList();

        var hits = gold.Count(row => found.Any(talk => talk.Post == Post(row) && Math.Abs(talk.Line - row.GetProperty("line").GetInt32()) <= 2));
        var right = found.Count(talk => gold.Any(row => talk.Post == Post(row) && Math.Abs(talk.Line - row.GetProperty("line").GetInt32()) <= 2));
        (hits / (double)gold.Count).ShouldBeGreaterThanOrEqualTo(recall);
        (right / (double)found.Count).ShouldBeGreaterThanOrEqualTo(precision);
    }

    private static string Post(JsonElement row) => row.GetProperty("post").GetString()!;
}
