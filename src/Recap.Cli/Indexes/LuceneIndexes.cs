using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet;
using Recap.Engine.Querying.Understanding;

namespace Recap.Cli.Indexes;

/// <summary>The embedded engine. Nothing else in the tool knows which engine it is.</summary>
internal sealed class LuceneIndexes(TimeProvider clock) : IIndexOpener
{
    public bool Exists(string folder) =>
        Directory.Exists(folder) && Directory.EnumerateFiles(folder, "segments_*").Any();

    public ITalkIndex Open(string folder, ReadingRules rules) => LuceneTalkIndex.Open(Options(rules) with { Path = folder });

    public ITalkIndex OpenSound(string folder, ReadingRules rules, bool mayPutAside, Action<string> said)
    {
        var index = LuceneTalkIndex.OpenSound(Options(rules) with { Path = folder }, mayPutAside, out var repair);
        if (repair is not null)
        {
            said($"the index is damaged ({repair.Damage}); " + (repair.WentBackTo is { } generation
                ? $"went back to generation {generation.Number}, built {generation.BuiltAt:yyyy-MM-dd HH:mm:ss} UTC"
                : $"no generation of it is sound: it was moved to {repair.PutAside}, and is built anew from the posts; reindex its other sources as well"));
        }

        return index;
    }

    public ITalkIndex InMemory(ReadingRules rules) => LuceneTalkIndex.Open(Options(rules));

    private LuceneIndexOptions Options(ReadingRules rules) => new()
    {
        Fingerprint = $"{rules.Glossary.Fingerprint}-{rules.Topics.Fingerprint}",
        Reader = new QueryReader(new Lazy<NameTable>(() => new NameTable([.. NameGroups.Of(rules.Glossary), .. NameGroups.CommonNouns]))),
        Topics = rules.Topics,
        Sentences = rules.Sentences,
        TimeProvider = clock,
    };
}
