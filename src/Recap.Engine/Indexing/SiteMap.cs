using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Recap.Talks;

namespace Recap.Engine.Indexing;

/// <summary>
/// Parts a source into sites: a folder with configuration files of its own begins a site, which inherits the settings
/// of the folders above. Every post belongs to the innermost.
/// </summary>
internal sealed class SiteMap
{
    private readonly ImmutableSortedDictionary<string, SiteSettings> _settings;

    private SiteMap(ImmutableSortedDictionary<string, SiteSettings> settings, ImmutableArray<Diagnostic> diagnostics)
    {
        _settings = settings;
        Diagnostics = diagnostics;
    }

    /// <summary>What the configuration files had to say.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Whether the root has configuration files.</summary>
    public required bool RootIsConfigured { get; init; }

    /// <summary>Reads the configuration files of a listing.</summary>
    public static SiteMap Read(ContentListing listing)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var settings = ImmutableSortedDictionary.CreateBuilder<string, SiteSettings>(StringComparer.Ordinal);
        settings[""] = SiteSettings.Default;

        var folders = listing.Files.Select(file => (File: file, Site: SiteSettings.ConfiguredBy(file.Path))).Where(pair => pair.Site is not null)
            .GroupBy(pair => pair.Site!.Value.Folder, pair => (pair.Site!.Value.Name, pair.File)).OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            // Ordinal order puts a folder before those below it, so its own settings are there by now.
            var parent = settings[Nearest(settings.ContainsKey, folder.Key)];
            var result = SiteSettings.Read(parent, folder.Key, Contents(folder, diagnostics));
            diagnostics.AddRange(result.Diagnostics);
            settings[folder.Key] = result.Settings;
        }

        return new SiteMap(settings.ToImmutable(), diagnostics.ToImmutable())
        {
            RootIsConfigured = listing.Files.Any(file => SiteSettings.ConfiguredBy(file.Path)?.Folder is ""),
        };
    }

    /// <summary>The sites of a listing that have posts, in ordinal order of folders.</summary>
    /// <param name="listing">The listing that the map was read from.</param>
    /// <param name="onlyPost">The one post meant; null for all.</param>
    /// <param name="reading">What decides, besides bytes and settings, what a reader makes of a post.</param>
    public ImmutableArray<Site> Sites(ContentListing listing, string? onlyPost, ReadingRules reading)
    {
        var sites = ImmutableArray.CreateBuilder<Site>();
        var today = DateOnly.FromDateTime(reading.Clock.GetLocalNow().DateTime);
        foreach (var group in listing.Files.GroupBy(file => SiteOf(file.Path)).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var settings = _settings[group.Key] with { PublishedUntil = today };
            var reader = new PostReader(settings, reading.Glossary);
            var posts = group.Where(file => onlyPost is null ? reader.IsPost(file.Path, () => ContentReader.Head(file, PostReader.Head)) : file.Path == onlyPost).ToImmutableArray();
            if (posts.Length > 0)
            {
                sites.Add(new Site { Folder = group.Key, Reader = reader, SettingsHash = Hash(settings, onlyPost, reading), Posts = posts });
            }
        }

        return sites.ToImmutable();
    }

    /// <summary>Files that look like posts in a notation that is not read.</summary>
    public ImmutableArray<string> Unread(ContentListing listing)
    {
        var readers = _settings.ToDictionary(site => site.Key, site => new PostReader(site.Value, Glossary.Empty), StringComparer.Ordinal);
        return [.. listing.Files.Select(file => file.Path).Where(path => readers[SiteOf(path)].IsUnread(path))];
    }

    /// <summary>Folder of the site that a path belongs to, whether or not there is a file of that path.</summary>
    public string SiteOf(string path) => Nearest(_settings.ContainsKey, ContentFolder.ParentOf(path));

    private static string Nearest(Func<string, bool> exists, string folder)
    {
        while (!exists(folder))
        {
            folder = ContentFolder.ParentOf(folder);
        }

        return folder;
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Contents(
        IEnumerable<(string Name, ContentFile File)> files, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var contents = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var (name, file) in files)
        {
            var read = ContentReader.Read(file);
            if (read.Failure is { } failure)
            {
                diagnostics.Add(failure);
            }
            else
            {
                contents[name] = read.Content;
            }
        }

        return contents;
    }

    // A post read alone lacks what the others of its series tell, so it is read again when they come.
    private static string Hash(SiteSettings settings, string? onlyPost, ReadingRules reading) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{settings.Fingerprint()}\n{reading.Fingerprint}\n{onlyPost}")));
}
