using Recap.Talks;

namespace Recap.Benchmarks;

/// <summary>The shipped data, found above the benchmark.</summary>
internal static class SampleData
{
    public static string Root { get; } = FindRoot();

    public static Glossary Glossary { get; } = Glossary.Parse("glossary.tsv", File.ReadAllText(PathOf("glossary.tsv"))).Glossary;

    public static string PathOf(params string[] parts) => Path.Combine([Root, "data", .. parts]);

    /// <summary>The posts of a folder, those of the sample site by default.</summary>
    public static IEnumerable<PostFile> Posts(PostReader reader, string? folder = null)
    {
        var root = folder ?? PathOf("posts");
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(reader.IsPost).Order(StringComparer.Ordinal)
            .Select(path => new PostFile(Path.GetRelativePath(root, path), File.ReadAllBytes(path)));
    }

    private static string FindRoot()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Search.sln")))
        {
            root = Path.GetDirectoryName(root) ?? throw new DirectoryNotFoundException("no Search.sln above the benchmark");
        }

        return root;
    }
}
