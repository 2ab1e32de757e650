using Recap.Talks;

namespace Recap.Topics.Tests;

/// <summary>A folder of topic data small enough to train in a moment; gone when disposed.</summary>
internal sealed class SmallData : IDisposable
{
    private static readonly string[] Ebpf =
    [
        "Charger un programme dans le noyau", "Sondes et verifieur", "Filtrer les paquets avec XDP", "Tracer les appels système", "Cilium sans iptables",
        "A probe in the kernel", "Verifier errors explained", "Packets dropped early with XDP", "Tracing system calls", "Cilium at scale",
    ];

    private static readonly string[] Coffee =
    [
        "Torréfier le café à la maison", "Choisir son moulin", "L'espresso sans machine", "Grains, mouture et eau", "Le filtre en papier",
        "Roasting at home", "Choosing a grinder", "Espresso without a machine", "Beans, grind and water", "The paper filter",
    ];

    public SmallData()
    {
        Folder = Path.Combine(Path.GetTempPath(), $"recap-topics-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Path.Combine(Folder, "examples"));
        Write("topics.json", """
            {
              "groups": [ { "id": "all", "name": { "fr": "Tout", "en": "All" } } ],
              "topics": [
                { "id": "ebpf", "group": "all", "parents": [], "name": { "fr": "eBPF", "en": "eBPF" }, "description": { "fr": "Noyau.", "en": "Kernel." } },
                { "id": "coffee", "group": "all", "parents": [], "name": { "fr": "Café", "en": "Coffee" }, "description": { "fr": "Tasse.", "en": "Cup." } }
              ]
            }
            """);
        Write("examples/small.tsv", string.Join('\n', new[] { "language\ttopics\ttitle\ttext" }.Concat(Rows("ebpf", Ebpf)).Concat(Rows("coffee", Coffee))) + "\n");
        Write("terms.tsv", "term\ttopics\nnoyau\tebpf\nkernel\tebpf\nappel système\tebpf\ncafé\tcoffee\nespresso\tcoffee\n");
        Write("talks.tsv", "title\tevent\tyear\tlanguage\ttrack\ttopics\nXDP for everyone\tKernelConf\t2021\ten\teBPF\tebpf\n");
    }

    public string Folder { get; }

    public static Glossary Glossary { get; } =
        Glossary.Parse("glossary.tsv", "name\taliases\tkind\ttopics\tmatch\nCilium\t\tproject\tebpf\tany\nGo\tgolang\tlanguage\tebpf\tcontext\n").Glossary;

    public void Write(string name, string content) => File.WriteAllText(Path.Combine(Folder, name), content);

    public TopicData Load() => TopicData.Load(Folder, Glossary);

    public TopicModel Train() => TopicTrainer.Train(Load(), TestContext.Current.CancellationToken);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static IEnumerable<string> Rows(string topic, string[] titles) =>
        titles.Select((title, i) => $"{(i < titles.Length / 2 ? "fr" : "en")}\t{topic}\t{title}\t{title}, {titles[(i + 1) % titles.Length].ToLowerInvariant()}.");
}
