using System.Text.Json;
using Recap.Talks;
using Recap.Talks.Judging;

namespace Recap.Benchmarks.Judging;

/// <summary>
/// A folder of posts and their annotations: lines of JSON, one a talk with <c>post</c>, <c>line</c>, <c>title</c>, <c>marked</c> and <c>n</c>,
/// one a post with <c>post</c> and <c>talks</c>.
/// </summary>
internal sealed class AnnotatedPosts
{
    private readonly string _folder;
    private readonly string _name;
    private readonly ILookup<string, AnnotatedTalk> _talks;
    private readonly List<string> _posts;
    private readonly List<string> _blogs;

    /// <param name="folder">Folder of the posts; its first folders are blogs.</param>
    /// <param name="annotations">Path of the annotations.</param>
    /// <param name="name">Begins the names of the blogs, which are numbered.</param>
    public AnnotatedPosts(string folder, string annotations, string name)
    {
        (_folder, _name) = (folder, name);
        var rows = File.ReadLines(annotations).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        _talks = rows.Where(row => row.TryGetProperty("n", out _)).ToLookup(PostOf, AnnotatedTalk.Of, StringComparer.Ordinal);
        _posts = [.. rows.Where(row => row.TryGetProperty("talks", out _)).Select(PostOf).Where(post => File.Exists(Path.Combine(folder, post)))];
        _blogs = [.. _posts.Select(FolderOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Each post with its blog and what a reader makes of it.</summary>
    /// <param name="weightsOf">The weights to read a blog's posts by.</param>
    public IEnumerable<ReadPost> Read(Func<string, JudgeWeights> weightsOf) => _posts.Select(post =>
    {
        var blog = $"{_name}-{_blogs.IndexOf(FolderOf(post)) + 1:d2}";
        var reader = new PostReader(SiteSettings.Default with { Drafts = true }, SampleData.Glossary, weightsOf(blog));
        return new ReadPost(blog, [.. _talks[post]], reader.Read(new PostFile(post, File.ReadAllBytes(Path.Combine(_folder, post)))));
    });

    private static string PostOf(JsonElement row) => row.GetProperty("post").GetString()!;

    private static string FolderOf(string post) => post.Split('/')[0];
}

/// <summary>A talk that an annotator found.</summary>
/// <param name="Line">Line it begins on.</param>
/// <param name="Title">Its title.</param>
/// <param name="Mark">How the post marks it; empty where nobody said.</param>
internal sealed record AnnotatedTalk(int Line, string Title, string Mark)
{
    /// <summary>Mark of a talk that its post tells from beginning to end.</summary>
    public const string Whole = "whole-post";

    private const int Near = 2;
    private const double AlikeWhereNear = 0.3;
    private const double Alike = 0.6;

    public static AnnotatedTalk Of(JsonElement row) => new(
        row.GetProperty("line").GetInt32(), row.GetProperty("title").GetString() ?? "", row.TryGetProperty("marked", out var marked) ? marked.GetString()! : "");

    /// <summary>How surely a title found on a line is this talk; null where it is not.</summary>
    public double? Likeness(int line, string title)
    {
        var (a, b) = (Words(Title), Words(title));
        var likeness = a.Count + b.Count == 0 ? 0 : 2.0 * a.Intersect(b).Count() / (a.Count + b.Count);
        var near = Math.Abs(Line - line) <= Near;
        return likeness >= Alike || near && likeness >= AlikeWhereNear ? likeness + (near ? 0.5 : 0) : null;
    }

    private static HashSet<string> Words(string text) =>
        [.. string.Concat(text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}

/// <summary>A post as annotated and as read.</summary>
internal sealed record ReadPost(string Blog, IReadOnlyList<AnnotatedTalk> Annotated, PostTalks Read)
{
    /// <summary>All that was judged of it, as rows to learn from.</summary>
    public IEnumerable<JudgedPassage> Rows()
    {
        return Read.Evidence.Where(item => item.Reasons.Any(reason => reason.Code == JudgeWeights.Prior))
            .Select(item => JudgedPassage.Of(Blog, item.Mark == PassageMark.Post ? IsWhole(item) : Annotated.Any(talk => talk.Mark != AnnotatedTalk.Whole && talk.Likeness(item.Line, item.Passage) is not null), item));
    }

    // A lone talk that is called as its post is the whole of it, whatever heading repeats the title.
    private bool IsWhole(TalkEvidence post) => Annotated is [var only] && (only.Mark == AnnotatedTalk.Whole || only.Likeness(post.Line, post.Passage) is not null);

    /// <summary>The annotated talks that were found and as what, one for one, the likeliest pairs first.</summary>
    public Dictionary<AnnotatedTalk, Talk> Found()
    {
        var (found, used) = (new Dictionary<AnnotatedTalk, Talk>(ReferenceEqualityComparer.Instance), new HashSet<Talk>(ReferenceEqualityComparer.Instance));
        foreach (var (talk, read, _) in Annotated.SelectMany(talk => Talks.Select(read => (talk, read, Likeness: talk.Likeness(read.Line, read.Title))))
            .Where(pair => pair.Likeness is not null).OrderByDescending(pair => pair.Likeness))
        {
            if (!found.ContainsKey(talk) && used.Add(read))
            {
                found.Add(talk, read);
            }
        }

        return found;
    }

    /// <summary>The talks that the reader found.</summary>
    public IEnumerable<Talk> Talks => Read.Talks.Where(talk => talk.Kind != TalkKind.Notes);
}
