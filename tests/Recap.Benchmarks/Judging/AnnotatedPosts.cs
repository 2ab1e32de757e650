using System.Text.Json;
using Recap.Talks;

namespace Recap.Benchmarks.Judging;

/// <summary>
/// Annotated posts as rows of <c>data/judging/passages.tsv</c>. Annotations are lines of JSON: one a talk with <c>post</c>,
/// <c>line</c>, <c>title</c> and <c>n</c>, one a post with <c>post</c> and <c>talks</c>.
/// </summary>
internal static class AnnotatedPosts
{
    private const int Near = 2;
    private const double AlikeWhereNear = 0.3;
    private const double Alike = 0.6;

    /// <param name="folder">Folder of the posts; its first folders are blogs.</param>
    /// <param name="annotations">Path of the annotations.</param>
    /// <param name="name">Begins the names of the blogs, which are numbered.</param>
    public static IEnumerable<JudgedPassage> Read(string folder, string annotations, string name)
    {
        var rows = File.ReadLines(annotations).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var talks = rows.Where(row => row.TryGetProperty("n", out _)).ToLookup(PostOf, row => new Told(row.GetProperty("line").GetInt32(), row.GetProperty("title").GetString() ?? ""), StringComparer.Ordinal);
        var posts = rows.Where(row => row.TryGetProperty("talks", out _)).Select(PostOf).Where(post => File.Exists(Path.Combine(folder, post))).ToList();
        var blogs = posts.Select(BlogOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var reader = new PostReader(SiteSettings.Default with { Drafts = true }, SampleData.Glossary);
        return posts.SelectMany(post => reader.Read(new PostFile(post, File.ReadAllBytes(Path.Combine(folder, post)))).Evidence
            .Where(evidence => evidence.Mark != PassageMark.Inline && evidence.Reasons.Length > 1)
            .Select(evidence => JudgedPassage.Of($"{name}-{blogs.IndexOf(BlogOf(post)) + 1:d2}", talks[post].Any(talk => Is(talk, evidence)), evidence)));
    }

    private static string PostOf(JsonElement row) => row.GetProperty("post").GetString()!;

    private static string BlogOf(string post) => post.Split('/')[0];

    private static bool Is(Told talk, TalkEvidence evidence)
    {
        var likeness = Likeness(talk.Title, evidence.Passage);
        return likeness >= Alike || (Math.Abs(talk.Line - evidence.Line) <= Near && likeness >= AlikeWhereNear);
    }

    /// <summary>Dice coefficient of the words, 0..1.</summary>
    private static double Likeness(string one, string other)
    {
        var (a, b) = (Words(one), Words(other));
        return a.Count + b.Count == 0 ? 0 : 2.0 * a.Intersect(b).Count() / (a.Count + b.Count);
    }

    private static HashSet<string> Words(string text) =>
        [.. string.Concat(text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private sealed record Told(int Line, string Title);
}
