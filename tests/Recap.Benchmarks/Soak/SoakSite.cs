using System.Globalization;
using System.Text;
using Recap.Engine.Indexing;

namespace Recap.Benchmarks.Soak;

/// <summary>Folders of generated posts: one that is followed, one that is pushed. Edits leave their size as it is.</summary>
internal sealed class SoakSite : IDisposable
{
    /// <summary>How many posts the followed folder has.</summary>
    public const int WatchedPosts = 100;

    private const int PushedPosts = 20;
    private const int TalksOfPost = 20;
    private const int Seed = 20260319;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recap-soak-");
    private readonly List<IndexedPost> _posts;

    public SoakSite(IEnumerable<string> topics)
    {
        _posts = [.. new GeneratedTalks(Seed, topics).Posts((WatchedPosts + PushedPosts) * TalksOfPost)];
        Directory.CreateDirectory(Content);
        for (var post = 0; post < WatchedPosts; post++)
        {
            Edit(post, "Première version");
        }
    }

    public string Folder => _folder.FullName;

    /// <summary>The folder that is followed.</summary>
    public string Content => Path.Combine(Folder, "content");

    /// <summary>Writes a post of the followed folder anew, its first talk under another title: at once, or as editors do.</summary>
    public void Edit(int post, string title, bool byRename = false)
    {
        var path = Path.Combine(Content, string.Create(CultureInfo.InvariantCulture, $"post-{post:d3}.md"));
        var written = byRename ? path + ".tmp" : path;
        File.WriteAllText(written, GeneratedMarkdown.Of(_posts[post], title));
        if (byRename)
        {
            File.Move(written, path, overwrite: true);
        }
    }

    /// <summary>The posts to push; the first talk of one of them has another title in each version.</summary>
    public IReadOnlyList<(string Path, byte[] Content)> Pushed(int version) =>
        [.. _posts.Skip(WatchedPosts).Select((post, i) => (
            $"pushed-{i}.md",
            Encoding.UTF8.GetBytes(GeneratedMarkdown.Of(post, i == version % PushedPosts ? string.Create(CultureInfo.InvariantCulture, $"Version {version}") : "Première version"))))];

    public void Dispose() => _folder.Delete(recursive: true);
}
