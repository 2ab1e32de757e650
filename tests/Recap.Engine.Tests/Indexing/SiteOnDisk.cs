namespace Recap.Engine.Tests.Indexing;

/// <summary>A folder of posts that goes away with the test.</summary>
internal sealed class SiteOnDisk : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recap-site-");

    public string Root => _folder.FullName;

    public string PathOf(string path) => Path.Combine(Root, path);

    public SiteOnDisk Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
        return this;
    }

    /// <summary>A post of an event that tells one talk for each title.</summary>
    public SiteOnDisk Tell(string path, params string[] titles) => Write(path, Post(titles));

    public SiteOnDisk Delete(string path)
    {
        File.Delete(PathOf(path));
        return this;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    public static string Post(params string[] titles) =>
        "---\ntitle: \"Devoxx France 2024\"\ndate: 2024-04-18\n---\n\n"
        + string.Concat(titles.Select(title =>
            $"## {title} (par Alice Durand, Acme)\n\nAlice montre comment {title} se comporte en production, chiffres et graphes à l'appui.\n\n"));
}
