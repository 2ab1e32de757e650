using Recap.Talks;

namespace Recap.Engine.Indexing;

/// <summary>A folder of posts, and the name its posts go by in the index.</summary>
public sealed record ContentSource
{
    /// <summary>Name of the source: the first half of every <see cref="PostKey"/> that comes from it.</summary>
    public required string Name { get; init; }

    /// <summary>Absolute path of the folder; where there is a <see cref="Listing"/>, what messages call it.</summary>
    public required string Root { get; init; }

    /// <summary>The files, where they do not lie in a folder of their own: what was pushed. Null: what <see cref="Root"/> holds.</summary>
    public ContentListing? Listing { get; init; }

    /// <summary>Path below <see cref="Root"/> of the one post meant, with forward slashes; null for all of them.</summary>
    public string? OnlyPost { get; init; }

    /// <summary>
    /// The source that a path names: a folder, or one post. A post belongs to the nearest site above it, which its file of
    /// configuration tells, so that it goes by the same name, date and address as when the whole site is read.
    /// </summary>
    /// <param name="path">Absolute, or relative to the current folder.</param>
    /// <param name="name">Name of the source; null for the name of its root folder.</param>
    /// <exception cref="ContentException">There is neither file nor folder of that path.</exception>
    public static ContentSource At(string path, string? name = null)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Directory.Exists(full))
        {
            return new ContentSource { Name = name ?? NameOf(full), Root = full };
        }

        if (!File.Exists(full))
        {
            throw new ContentException($"There is no folder or file '{path}'.");
        }

        var root = SiteAbove(full) ?? FolderOf(full);
        return new ContentSource { Name = name ?? NameOf(root), Root = root, OnlyPost = Path.GetRelativePath(root, full).Replace('\\', '/') };
    }

    /// <summary>The nearest folder above a file or folder that is a site by its configuration; null where there is none up to the root of the repository.</summary>
    internal static string? SiteAbove(string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (IsSite(folder))
            {
                return folder;
            }

            if (Path.Exists(Path.Combine(folder, ".git")))
            {
                return null;
            }
        }

        return null;
    }

    // Many programs have a config.json; beside a folder of content it is Hugo's.
    private static bool IsSite(string folder) => SiteSettings.ConfigurationPaths.Any(file =>
        File.Exists(Path.Combine(folder, file)) && (!file.StartsWith("config.", StringComparison.Ordinal) || Directory.Exists(Path.Combine(folder, "content"))));

    // A bundle (2024-05-16-devfest/index.md) is called, and dated, by its folder.
    private static string FolderOf(string post)
    {
        var folder = Path.GetDirectoryName(post)!;
        return Path.GetFileNameWithoutExtension(post) is "index" && Path.GetDirectoryName(folder) is { } above ? above : folder;
    }

    private static string NameOf(string folder) =>
        Path.GetFileName(folder) is { Length: > 0 } name ? name : "root";
}

/// <summary>The content asked for cannot be indexed as asked; nothing was changed.</summary>
public sealed class ContentException(string message) : Exception(message);
