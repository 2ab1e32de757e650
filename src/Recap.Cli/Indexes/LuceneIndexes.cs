using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet;
using Recap.Engine.Querying.Understanding;

namespace Recap.Cli.Indexes;

/// <summary>The embedded engine. Nothing else in the tool knows which engine it is.</summary>
internal sealed class LuceneIndexes(TimeProvider clock) : IIndexOpener
{
    public bool Exists(string folder) =>
        Directory.Exists(folder) && Directory.EnumerateFiles(folder, "segments_*").Any();

    public bool HasRemains(string folder) =>
        !Exists(folder) && Directory.Exists(folder) && Directory.EnumerateFiles(folder, "_*.si").Any();

    public ITalkIndex Open(string folder, ReadingRules rules, Action<string> said)
    {
        var index = LuceneTalkIndex.OpenAsItIs(Options(rules) with { Path = folder }, out var damage);
        if (damage is not null)
        {
            said($"the index is damaged ({damage}); this is generation {index.Current.Number}, built {index.Current.BuiltAt:yyyy-MM-dd HH:mm:ss} UTC. A reindex mends it.");
        }

        return index;
    }

    public ITalkIndex OpenSound(string folder, ReadingRules rules, bool mayPutAside, Action<string> said)
    {
        if (HasRemains(folder))
        {
            said(mayPutAside
                ? "the folder of the index has files and no generation: a first reindex broke off, or the list of generations was lost; the index is built anew from the posts, reindex its other sources as well"
                : throw new IndexUnusableException($"'{folder}' has files of an index and no generation: a first reindex broke off, or the list of generations was lost. Reindex: that builds the index anew."));
        }

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
