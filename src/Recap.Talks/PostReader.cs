using System.Collections.Immutable;
using Recap.Talks.Facts;
using Recap.Talks.Judging;
using Recap.Talks.Posts;
using Recap.Talks.Posts.Markup;
using Recap.Talks.Sites;
using Recap.Talks.Splitting;

namespace Recap.Talks;

/// <summary>Reads the posts of a site into talks. Pure: the same file gives the same talks, on any thread.</summary>
/// <param name="settings">How the site makes its addresses, and which of its files are posts.</param>
/// <param name="glossary">The technologies to look for.</param>
public sealed class PostReader(SiteSettings settings, Glossary glossary)
{
    private readonly JudgeWeights _weights = JudgeWeights.Shipped;

    /// <summary>A reader that judges by other weights, to measure them.</summary>
    internal PostReader(SiteSettings settings, Glossary glossary, JudgeWeights weights)
        : this(settings, glossary) => _weights = weights;

    /// <summary>How many of a file's first bytes <see cref="IsPost(string, Func{ReadOnlyMemory{byte}})"/> wants to see.</summary>
    public const int Head = 64 * 1024;

    /// <summary>Whether a file is to be read as a post: by extension, and by the globs of the settings.</summary>
    /// <param name="path">Path below the root of the source, with forward slashes.</param>
    public bool IsPost(string path) => IsPost(path, () => default);

    /// <summary>The same; a file whose name has no extension is a post where it opens with front matter that has a title or a date.</summary>
    /// <param name="path">Path below the root of the source, with forward slashes.</param>
    /// <param name="head">Reads the file's first bytes, <see cref="Head"/> of them or fewer; asked only where the name does not tell.</param>
    public bool IsPost(string path, Func<ReadOnlyMemory<byte>> head)
    {
        var below = Below(path);
        if (settings.Exclude.Any(glob => Glob.IsMatch(glob, below)))
        {
            return false;
        }

        return !settings.Include.IsEmpty ? settings.Include.Any(glob => Glob.IsMatch(glob, below))
            : Path.GetExtension(path).Length > 0 ? Notations.Of(path) is not null
            : FrontMatter.Opens(head().Span);
    }

    /// <summary>Whether a file looks like a post by its extension and is none, since its notation is not read; one that globs leave out does not.</summary>
    /// <param name="path">Path below the root of the source, with forward slashes.</param>
    public bool IsUnread(string path) =>
        Notations.IsUnread(path) && settings.Include.IsEmpty && Below(path) is var below && !settings.Exclude.Any(glob => Glob.IsMatch(glob, below));

    /// <summary>Reads one post.</summary>
    /// <param name="file">The file, whatever its bytes.</param>
    /// <returns>Its talks; where it cannot be read, none and a diagnostic of severity error.</returns>
    public PostTalks Read(PostFile file)
    {
        try
        {
            return ReadPost(file);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            // A post that trips the reader must not cost the others of its site.
            return new PostTalks { Post = file.Path, Diagnostics = [Codes.Unreadable.At(1, $"The post cannot be read: {e.Message}").In(file.Path)] };
        }
    }

    private string Below(string path) =>
        settings.Folder.Length > 0 && path.StartsWith(settings.Folder + "/", StringComparison.Ordinal) ? path[(settings.Folder.Length + 1)..] : path;

    private PostTalks ReadPost(PostFile file)
    {
        var post = Post.Read(file);
        if (post.Remarks.Any(remark => remark.Code.Severity == Severity.Error))
        {
            return new PostTalks { Post = file.Path, Diagnostics = InOrder(file.Path, post.Remarks) };
        }

        var facts = PostFacts.Of(post, settings);
        if (Hidden(facts) is { } hidden)
        {
            return new PostTalks
            {
                Post = file.Path,
                Title = facts.Title,
                Event = facts.Event,
                Date = facts.Date,
                IsDraft = true,
                Diagnostics = InOrder(file.Path, [.. post.Remarks, .. facts.Remarks, hidden]),
            };
        }

        var talks = new TalkAssembly(post, facts, settings, glossary, _weights).Assemble();
        ImmutableArray<Remark> nowhere = facts.Event is null && talks.Talks.Any(talk => talk.Kind != TalkKind.Notes)
            ? [Codes.EventUnknown.At(1, "No conference was recognised in title, path, tags or introduction.")] : [];
        return new PostTalks
        {
            Post = file.Path,
            Title = facts.Title,
            Event = facts.Event,
            Date = facts.Date,
            IsDraft = facts.IsDraft,
            Talks = talks.Talks,
            Evidence = talks.Evidence,
            Diagnostics = InOrder(file.Path, [.. post.Remarks, .. facts.Remarks, .. talks.Remarks, .. nowhere]),
        };
    }

    private Remark? Hidden(PostFacts facts) => settings.Drafts ? null
        : facts.IsDraft ? Codes.Draft.At(1, "The post is a draft; its talks are left out. Set \"drafts\": true in recap.json to read drafts.")
        : facts.Date > settings.PublishedUntil ? Codes.Future.At(1, $"The post is dated {facts.Date:yyyy-MM-dd}, which is still to come; its talks are left out until then.")
        : null;

    private static ImmutableArray<Diagnostic> InOrder(string path, ImmutableArray<Remark> remarks) =>
        [.. remarks.OrderBy(remark => remark.Line).Select(remark => remark.In(path))];
}
