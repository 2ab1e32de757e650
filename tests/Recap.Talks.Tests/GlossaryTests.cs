namespace Recap.Talks.Tests;

public sealed class GlossaryTests
{
    private const string Terms = "name\taliases\tkind\ttopics\tmatch\n"
        + "Kubernetes\tk8s;kube\tproject\tkubernetes-core\tany\n"
        + "Go\tgolang\tlanguage\tgo\tcontext\n"
        + "GoReleaser\t\ttool\tgo\tany\n"
        + "REST\t\tstandard\tapi-rpc\tcase\n"
        + "C++\t\tlanguage\tlanguages-other\tany\n"
        + "C\t\tlanguage\tlanguages-other\tcontext\n"
        + ".NET\tdotnet\tplatform\tdotnet\tany\n"
        + "Spring Boot\t\tframework\tjava-jvm\tany\n"
        + "Node.js\tNode;NodeJS\tplatform\tfrontend\tcontext\n"
        + "SonarQube\t\tproduct\tcicd\tcase\n"
        + "KinD\t\ttool\tkubernetes-core\tcase\n"
        + "HTTP\t\tprotocol\tnetworking\tany\n"
        + "Kubernetes operator\topérateur Kubernetes\tconcept\tkubernetes-core\tany\n"
        + "TDD\t\tconcept\ttesting-quality\tany\n";

    [Theory]
    [InlineData("un cluster k8s et du kubernetes", "Kubernetes")]
    [InlineData("une API REST, le reste attendra", "REST")]
    [InlineData("le reste du monde", "")]
    [InlineData("écrit en C++ puis en C", "C++, C")]
    [InlineData("migrer vers .NET", ".NET")]
    [InlineData("du Spring Boot natif", "Spring Boot")]
    [InlineData("on écrit tout en Go", "Go")]
    [InlineData("Go ! la salle est pleine", "")]
    [InlineData("un binaire en Go avec GoReleaser", "Go, GoReleaser")]
    [InlineData("voir https://kubernetes.example/k8s", "")]
    [InlineData("on a fait du TDD", "")]
    [InlineData("a custom kubernetes operator", "Kubernetes")]
    [InlineData("un opérateur Kubernetes maison", "Kubernetes")]
    [InlineData("Sonarqube et nodejs", "SonarQube, Node.js")]
    [InlineData("a kind word", "")]
    [InlineData("https://b.example", "")]
    [InlineData("voir http.ServeMux, kubernetes.default et C. Martin", "")]
    [InlineData("tout sur Kubernetes.Ensuite le reste", "Kubernetes")]
    public void A_text_names_its_technologies(string text, string expected) =>
        string.Join(", ", Glossary.Parse("g.tsv", Terms).Glossary.FindIn(text)).ShouldBe(expected);

    [Theory]
    [InlineData("Kubernetes", "Kubernetes")]
    [InlineData("K8S", "Kubernetes")]
    [InlineData("nichts", null)]
    public void A_name_or_alias_finds_its_term(string name, string? expected) =>
        Glossary.Parse("g.tsv", Terms).Glossary.Find(name)?.Name.ShouldBe(expected);

    [Fact]
    public void A_bad_line_is_told_and_the_others_are_kept()
    {
        var result = Glossary.Parse("g.tsv", "Kubernetes\t\tproject\t\tany\nseul\nGo\t\tlanguage\t\tparfois\nKubernetes\t\tproject\t\tany\n");

        result.Glossary.Terms.Length.ShouldBe(1);
        result.Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.Line)).ShouldBe([("RCP1501", 2), ("RCP1501", 3), ("RCP1502", 4)]);
    }

    [Fact]
    public void The_glossary_of_the_project_is_read_without_a_complaint()
    {
        var path = Path.Combine(Checkout.Root, "data", "glossary.tsv");
        Assert.SkipUnless(File.Exists(path), "the glossary is not in this checkout");

        var result = Glossary.Parse(path, File.ReadAllText(path));

        result.Diagnostics.ShouldBeEmpty();
        result.Glossary.Terms.Length.ShouldBeGreaterThan(1_500);
    }
}
