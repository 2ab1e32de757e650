using System.Collections.Frozen;
using System.Collections.Immutable;
using Recap.Engine.Analysis;

namespace Recap.Engine.Querying.Understanding;

/// <summary>Names of one thing: a technology with its abbreviations, a French expression with its English one.</summary>
public sealed record NameGroup
{
    /// <summary>What explanations call it.</summary>
    public required string Name { get; init; }

    /// <summary>All its names, <see cref="Name"/> among them.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>Whether its names are common nouns that take a plural, rather than names of products.</summary>
    public bool Inflects { get; init; }

    /// <summary>Whether a name is also an ordinary word (flux, go, spring): typed in small letters it says less.</summary>
    public bool IsOrdinaryWord { get; init; }

    /// <summary>What the names are to each other.</summary>
    public NameRelation Relation { get; init; } = NameRelation.Aliases;

    /// <summary>Ids of the topics that the thing belongs to, the nearest first.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];
}

/// <summary>What names of a group are to each other.</summary>
public enum NameRelation
{
    /// <summary>Names of one thing.</summary>
    Aliases,

    /// <summary>Common nouns that mean the same, mostly in two languages.</summary>
    Translations,

    /// <summary>Words of one idea (énergie, watt, Kepler).</summary>
    Ideas,

    /// <summary>A general name (NoSQL), and things of that kind (MongoDB, Riak): it brings them, and none of them brings another.</summary>
    Kinds,
}

/// <summary>Finds what else something is called. Names compare without case, accents, hyphens and blanks.</summary>
public sealed class NameTable
{
    /// <summary>A topic of more concepts is a field of its own: of the 48 topics, six are.</summary>
    private const int MostConceptsOfOneIdea = 20;

    private readonly FrozenDictionary<string, ImmutableArray<KnownGroup>> _byKey;
    private readonly FrozenDictionary<string, ImmutableArray<KnownGroup>> _byStems;
    private readonly FrozenDictionary<string, int> _conceptsOfTopics;

    /// <summary>Makes the table of these names. A name may stand in several groups.</summary>
    public NameTable(IEnumerable<NameGroup> groups)
    {
        var byKey = new Dictionary<string, List<KnownGroup>>();
        var byStems = new Dictionary<string, List<KnownGroup>>();
        var known = groups.Select(KnownGroup.Of).ToList();
        foreach (var entry in known)
        {
            foreach (var name in entry.Group.Relation == NameRelation.Kinds ? entry.Names.Take(1) : entry.Names)
            {
                Add(byKey, string.Concat(name.Parts), entry);
                LongestName = Math.Max(LongestName, name.Parts.Length);
                if (entry.Group.Inflects && name.Stems.Length > 0)
                {
                    Add(byStems, string.Concat(name.Stems), entry);
                }
            }
        }

        _conceptsOfTopics = known.Select(entry => MainTopic(entry.Group)).OfType<string>().CountBy(topic => topic).ToFrozenDictionary();
        _byKey = byKey.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToImmutableArray());
        _byStems = byStems.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToImmutableArray());
    }

    /// <summary>Knows no name.</summary>
    public static NameTable Empty { get; } = new([]);

    /// <summary>Parts of the longest name.</summary>
    public int LongestName { get; }

    /// <summary>Whether folded parts written in one are a name: no typing error is looked for in it.</summary>
    public bool IsName(string whole) => _byKey.TryGetValue(whole, out var groups) && groups.Any(known => known.Group.Relation is NameRelation.Aliases or NameRelation.Translations);

    /// <summary>Whether folded parts written in one are the name of a technology, complete as it is (<c>java</c> is no beginning of JavaScript).</summary>
    public bool IsTechnology(string whole) => _byKey.TryGetValue(whole, out var groups) && groups.Any(known => known.Group.Relation == NameRelation.Aliases);

    /// <summary>The topic of what folded words name, where that is a concept and no product: accessibility, IaC; else null.</summary>
    internal string? TopicOfConcept(string words) => TextAnalysis.Scan(words).SelectMany(word => word.Parts).Select(part => part.Text).ToImmutableArray() is { IsEmpty: false } parts
        ? Find(parts).Select(known => known.Group).Select(MainTopic).FirstOrDefault(topic => topic is not null)
        : null;

    /// <summary>Whether a topic holds so many concepts (architecture, security) that a talk about it is hardly about any one of them.</summary>
    internal bool IsField(string topic) => _conceptsOfTopics.GetValueOrDefault(topic) > MostConceptsOfOneIdea;

    private static string? MainTopic(NameGroup group) => group is { Inflects: true, Topics.Length: > 0 } ? group.Topics[0] : null;

    /// <summary>The groups that these folded parts in a row are a name of; those found by inflection last.</summary>
    internal ImmutableArray<KnownGroup> Find(ImmutableArray<string> parts)
    {
        var exact = _byKey.GetValueOrDefault(string.Concat(parts), []);
        return !StopWords.Contains(parts[0]) && !StopWords.Contains(parts[^1]) && _byStems.TryGetValue(StemKey(parts), out var inflected)
            ? exact.AddRange(inflected.Except(exact))
            : exact;
    }

    private static string StemKey(ImmutableArray<string> parts) => string.Concat(Stemming.OfRow(parts));

    private static void Add(Dictionary<string, List<KnownGroup>> table, string key, KnownGroup group)
    {
        if (!table.TryGetValue(key, out var groups))
        {
            table.Add(key, groups = []);
        }

        if (!groups.Contains(group))
        {
            groups.Add(group);
        }
    }
}

/// <summary>A group with its names analysed.</summary>
internal sealed record KnownGroup(NameGroup Group, ImmutableArray<KnownName> Names)
{
    /// <summary>Analyses the names that hold any word.</summary>
    public static KnownGroup Of(NameGroup group) => new(group, [.. group.Names.Select(KnownName.Of).Where(name => name.Parts.Length > 0)]);
}

/// <summary>A name: its folded parts in a row, and their stems.</summary>
internal sealed record KnownName(ImmutableArray<string> Parts, ImmutableArray<string> Stems)
{
    /// <summary>Analyses a name.</summary>
    public static KnownName Of(string name)
    {
        ImmutableArray<string> parts = [.. TextAnalysis.Scan(name).SelectMany(word => word.Parts).Select(part => part.Text)];
        var stems = Stemming.OfRow(parts);
        // "lock-in" is no "lock": a name that grammar is part of is looked for as it is written.
        return new(parts, parts.Length > 1 && stems.Length < 2 ? [] : stems);
    }
}
