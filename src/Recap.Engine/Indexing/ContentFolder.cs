using System.Collections.Immutable;
using Recap.Talks;

namespace Recap.Engine.Indexing;

/// <summary>
/// Walks a folder of posts. Never leaves it: symbolic links are not followed, and hidden folders, version control,
/// packages and generated sites are passed over.
/// </summary>
public static class ContentFolder
{
    /// <summary>Deeper folders are not entered: no site is laid out so, and a runaway tree must end.</summary>
    internal const int MaxDepth = 40;

    // Packages of the site's generator, and the sites it generates: copies of posts, or no posts at all.
    private static readonly ImmutableHashSet<string> PassedOver =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "node_modules", "bower_components", "vendor", "_site");

    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
        RecurseSubdirectories = false,
    };

    /// <summary>Lists the files of a source; what cannot be listed becomes a diagnostic.</summary>
    /// <exception cref="ContentException">The folder itself is not there or may not be listed.</exception>
    public static ContentListing List(ContentSource source, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(source.Root))
        {
            throw new ContentException($"There is no folder '{source.Root}'.");
        }

        var walk = new Walk(source, cancellationToken);
        walk.Enter(new DirectoryInfo(source.Root), "", 0);
        return walk.Result();
    }

    // Hidden folders that hold a site's settings: what else lies in them are copies of posts.
    private static readonly ImmutableHashSet<string> OfSettings =
        [.. SiteSettings.ConfigurationPaths.Where(path => path.StartsWith('.') && path.Contains('/')).Select(ParentOf)];

    /// <summary>Whether a file may be read, by the names of its folders and its own.</summary>
    /// <param name="path">Path below the root, with forward slashes.</param>
    internal static bool MayBeRead(string path)
    {
        var names = path.Split('/');
        return !Array.Exists(names[..^1], IsPassedOver) && (!Array.Exists(names, IsHidden) || SiteSettings.ConfiguredBy(path) is not null);
    }

    private static bool IsHidden(string name) => name.StartsWith('.');

    private static bool IsPassedOver(string folder) => IsHidden(folder) ? !OfSettings.Contains(folder) : PassedOver.Contains(folder);

    /// <summary>The folder of a path below the root, with forward slashes; empty for the root.</summary>
    internal static string ParentOf(string path) =>
        path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    /// <summary>Whether a path lies in a folder or below it; the empty folder is the root.</summary>
    internal static bool IsBelow(string path, string folder) =>
        folder.Length == 0 || (path.StartsWith(folder, StringComparison.Ordinal) && path.Length > folder.Length && path[folder.Length] == '/');

    // Whether a folder of the root may hold files that configure its site.
    private static bool Configures(string folder) => SiteSettings.ConfigurationPaths.Any(file => IsBelow(file, folder));

    private sealed class Walk(ContentSource source, CancellationToken cancellationToken)
    {
        private readonly ImmutableArray<ContentFile>.Builder _files = ImmutableArray.CreateBuilder<ContentFile>();
        private readonly ImmutableArray<string>.Builder _unreadable = ImmutableArray.CreateBuilder<string>();
        private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

        public void Enter(DirectoryInfo folder, string path, int depth)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var entry in Entries(folder, path))
            {
                var below = path.Length == 0 ? entry.Name : $"{path}/{entry.Name}";
                if (entry.LinkTarget is not null)
                {
                    _diagnostics.Add(ContentDiagnostics.LinkNotFollowed(below));
                }
                else if (entry is DirectoryInfo child)
                {
                    Descend(child, below, depth + 1);
                }
                else if (MayBeRead(below))
                {
                    _files.Add(new ContentFile(below, entry.FullName));
                }
            }
        }

        public ContentListing Result()
        {
            _files.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
            return new ContentListing
            {
                Files = _files.DrainToImmutable(),
                Unreadable = _unreadable.DrainToImmutable(),
                Diagnostics = _diagnostics.DrainToImmutable(),
            };
        }

        private void Descend(DirectoryInfo child, string path, int depth)
        {
            if (IsPassedOver(child.Name) || OfSettings.Contains(ParentNameOf(path)) || (source.OnlyPost is { } post && !IsBelow(post, path) && !Configures(path)))
            {
                return;
            }

            if (depth > MaxDepth)
            {
                _unreadable.Add(path);
                _diagnostics.Add(ContentDiagnostics.TooDeep(path, MaxDepth));
                return;
            }

            Enter(child, path, depth);
        }

        private static string ParentNameOf(string path) => ParentOf(path) is var parent && parent.LastIndexOf('/') is var slash ? parent[(slash + 1)..] : "";

        private FileSystemInfo[] Entries(DirectoryInfo folder, string path)
        {
            try
            {
                var entries = folder.GetFileSystemInfos("*", Everything);
                Array.Sort(entries, (left, right) => string.CompareOrdinal(left.Name, right.Name));
                return entries;
            }
            catch (Exception e) when (e is UnauthorizedAccessException or IOException)
            {
                if (path.Length == 0)
                {
                    throw new ContentException($"The folder '{source.Root}' cannot be listed: {e.Message}");
                }

                _unreadable.Add(path);
                _diagnostics.Add(ContentDiagnostics.FolderUnreadable(path, e.Message));
                return [];
            }
        }
    }
}
