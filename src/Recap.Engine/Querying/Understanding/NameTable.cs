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
}

/// <summary>Finds what else something is called. Names compare without case, accents, hyphens and blanks.</summary>
public sealed class NameTable
{
    private readonly FrozenDictionary<string, ImmutableArray<NameGroup>> _byKey;
    private readonly FrozenDictionary<string, ImmutableArray<NameGroup>> _byStems;

    /// <summary>Makes the table of these names. A name may stand in several groups.</summary>
    public NameTable(IEnumerable<NameGroup> groups)
    {
        var byKey = new Dictionary<string, List<NameGroup>>();
        var byStems = new Dictionary<string, List<NameGroup>>();
        foreach (var group in groups)
        {
            foreach (var parts in group.Names.Select(PartsOf).Where(parts => parts.Length > 0))
            {
                Add(byKey, string.Concat(parts), group);
                LongestName = Math.Max(LongestName, parts.Length);
                if (group.Inflects)
                {
                    Add(byStems, StemKey(parts), group);
                }
            }
        }

        _byKey = byKey.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToImmutableArray());
        _byStems = byStems.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToImmutableArray());
    }

    /// <summary>Knows no name.</summary>
    public static NameTable Empty { get; } = new([]);

    /// <summary>Parts of the longest name.</summary>
    public int LongestName { get; }

    /// <summary>Whether the folded word is a name as it stands: no typing error is looked for in it.</summary>
    public bool IsName(string word) => _byKey.ContainsKey(word);

    /// <summary>The groups that these folded parts in a row are a name of; those found by inflection last.</summary>
    public ImmutableArray<NameGroup> Find(IReadOnlyList<string> parts)
    {
        var exact = _byKey.GetValueOrDefault(string.Concat(parts), []);
        return _byStems.TryGetValue(StemKey(parts), out var inflected) ? exact.AddRange(inflected.Except(exact)) : exact;
    }

    /// <summary>The folded parts of a name, in a row.</summary>
    internal static ImmutableArray<string> PartsOf(string name) =>
        [.. TextAnalysis.Scan(name).SelectMany(word => word.Parts).Select(part => part.Text)];

    private static string StemKey(IEnumerable<string> parts) => string.Concat(parts.Select(part => Stemming.Stems(part)[0]));

    private static void Add(Dictionary<string, List<NameGroup>> table, string key, NameGroup group)
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
