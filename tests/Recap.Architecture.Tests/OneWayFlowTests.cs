using System.Xml.Linq;

namespace Recap.Architecture.Tests;

/// <summary>Data flows to the right only, and a project knows only those to its left.</summary>
public sealed class OneWayFlowTests
{
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Recap.Talks"] = [],
        ["Recap.Topics"] = ["Recap.Talks"],
        ["Recap.Engine"] = ["Recap.Talks", "Recap.Topics"],
        ["Recap.Engine.LuceneNet"] = ["Recap.Talks", "Recap.Topics", "Recap.Engine"],
        ["Recap.Embeddings"] = ["Recap.Talks", "Recap.Topics", "Recap.Engine"],
        ["Recap.Protocol"] = [],
        ["Recap.Server"] = ["Recap.Talks", "Recap.Topics", "Recap.Engine", "Recap.Protocol"],
        ["Recap.Cli"] =
        [
            "Recap.Talks", "Recap.Topics", "Recap.Engine", "Recap.Engine.LuceneNet", "Recap.Embeddings", "Recap.Protocol", "Recap.Server",
        ],
    };

    public static TheoryData<string> Projects =>
        [.. Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Checkout.Root, path))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_those_to_its_left(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        MayKnow.ShouldContainKey(name, "a new project needs a row that says whom it may know");

        var references = XDocument.Load(Path.Combine(Checkout.Root, path)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

        references.Except(MayKnow[name]).ShouldBeEmpty();
    }
}
