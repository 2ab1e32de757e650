using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Recap.Engine.Indexing.Pushing;

/// <summary>
/// Keeps what was pushed: contents by their hash, and for each source the list of its files. Nothing that a caller
/// names becomes a path of this machine: a source's folder is the hash of its name, a content's file its own hash.
/// </summary>
/// <param name="folder">Absolute path; made when something is first pushed.</param>
public sealed class PushStore(string folder)
{
    private const string ListName = "source.json";

    /// <summary>The source as it was last pushed; null where it never was.</summary>
    public PushedSource? Find(string source) => Read(Path.Combine(FolderOf(source), ListName));

    /// <summary>Every source that was pushed, by name.</summary>
    public ImmutableArray<PushedSource> List() => Directory.Exists(folder)
        ? [.. Directory.EnumerateDirectories(folder).Select(source => Read(Path.Combine(source, ListName))).OfType<PushedSource>()
            .OrderBy(source => source.Name, StringComparer.Ordinal)]
        : [];

    /// <summary>Whether the content of a hash is there, from this push or one before.</summary>
    public bool Holds(string source, string hash) => File.Exists(ContentPath(source, hash));

    /// <summary>Where the content of a hash is, or will be.</summary>
    public string ContentPath(string source, string hash) => Path.Combine(FolderOf(source), "content", hash);

    /// <summary>
    /// Makes room for a push: drops what neither it nor the source as it is kept names, such as pushes that broke off left behind.
    /// </summary>
    /// <param name="source">Name of the source.</param>
    /// <param name="hashes">The contents of the push.</param>
    /// <returns>Bytes that are there of the push.</returns>
    public long MakeRoom(string source, IReadOnlySet<string> hashes)
    {
        if (!Directory.Exists(ContentFolder(source)))
        {
            return 0;
        }

        DropOthers(source, [.. hashes, .. Find(source)?.Files.Select(file => file.Hash) ?? []]);
        return new DirectoryInfo(ContentFolder(source)).EnumerateFiles().Where(file => hashes.Contains(file.Name)).Sum(file => file.Length);
    }

    /// <summary>Begins to receive a content. It is there when it is complete, and not before.</summary>
    public IncomingContent Receive(string source, string hash)
    {
        Directory.CreateDirectory(ContentFolder(source));
        return new IncomingContent(ContentPath(source, hash), hash);
    }

    /// <summary>Keeps the list of a source, whole or not at all, and drops the contents that it no longer names.</summary>
    public void Keep(PushedSource source)
    {
        var path = Path.Combine(FolderOf(source.Name), ListName);
        Directory.CreateDirectory(FolderOf(source.Name));
        var temporary = path + ".new";
        using (var stream = File.Create(temporary))
        {
            JsonSerializer.Serialize(stream, source);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        DropOthers(source.Name, [.. source.Files.Select(file => file.Hash)]);
    }

    /// <summary>Forgets a source and its contents; one that was never pushed is no error.</summary>
    public void Forget(string source)
    {
        if (Directory.Exists(FolderOf(source)))
        {
            Directory.Delete(FolderOf(source), recursive: true);
        }
    }

    private void DropOthers(string source, HashSet<string> named)
    {
        if (!Directory.Exists(ContentFolder(source)))
        {
            return;
        }

        foreach (var path in Directory.EnumerateFiles(ContentFolder(source)).Where(path => !named.Contains(Path.GetFileName(path))))
        {
            File.Delete(path);
        }
    }

    private static PushedSource? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<PushedSource>(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            // Without its list a source is as if it had never been pushed: the next push brings it anew.
            return null;
        }
    }

    private string ContentFolder(string source) => Path.Combine(FolderOf(source), "content");

    private string FolderOf(string source) =>
        Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)))[..32]);
}
