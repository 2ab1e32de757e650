namespace Recap.Talks.Tests;

/// <summary>The checkout these tests stand in.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Specs => Path.Combine(Root, "tests", "Recap.Talks.Tests", "Specs");

    /// <summary>The technologies that are shipped: a title that names one is more likely a talk's.</summary>
    public static Glossary Glossary { get; } = Glossary.Parse("glossary.tsv", File.ReadAllText(Path.Combine(Root, "data", "glossary.tsv"))).Glossary;

    private static string Find(string from) =>
        File.Exists(Path.Combine(from, "Search.sln")) ? from : Find(Path.GetDirectoryName(from)!);
}
