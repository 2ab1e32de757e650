using Recap.Talks;

namespace Recap.Topics.Tests;

/// <summary>The checkout these tests stand in, and what may lie beside it.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Topics => Path.Combine(Root, "data", "topics");

    public static Glossary Glossary { get; } = Glossary.Parse("glossary.tsv", File.ReadAllText(Path.Combine(Root, "data", "glossary.tsv"))).Glossary;

    /// <summary>A file of labelled material that is not part of the project; the test is skipped where it is not there.</summary>
    public static string Beside(string path)
    {
        var file = Path.Combine(Root, "..", "shared", path);
        Assert.SkipUnless(File.Exists(file), $"{path} is not beside the checkout.");
        return file;
    }

    private static string Find(string from) =>
        File.Exists(Path.Combine(from, "Search.sln")) ? from : Find(Path.GetDirectoryName(from)!);
}
