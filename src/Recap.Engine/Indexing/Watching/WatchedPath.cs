namespace Recap.Engine.Indexing.Watching;

/// <summary>Tells what may be a post, a site's settings or a folder of them from what version control and editors do beside.</summary>
internal static class WatchedPath
{
    // Copies that editors make while they write, whichever file they edit.
    private static readonly string[] Temporary = ["~", ".swp", ".swx", ".tmp", ".bak", ".part", "#", "___jb_tmp___", "___jb_old___"];

    // Vim makes a file of this name, and removes it, to see whether it may write.
    private const string Probe = "4913";

    /// <param name="path">Path below the root, as the system writes it.</param>
    public static bool Matters(string path)
    {
        var parts = path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        return ContentFolder.MayBeRead(string.Join('/', parts))
            && parts[^1] != Probe
            && !Array.Exists(Temporary, ending => parts[^1].EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }
}
