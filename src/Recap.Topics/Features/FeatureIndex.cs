namespace Recap.Topics.Features;

/// <summary>What a feature stands for.</summary>
internal enum FeatureKind
{
    /// <summary>A word, wherever it stands.</summary>
    Word,

    /// <summary>A word of the title.</summary>
    TitleWord,

    /// <summary>The first five letters of a longer word: cognates of French and English share them.</summary>
    Prefix,

    /// <summary>Two words in a row.</summary>
    Pair,
}

/// <summary>Numbers the features of texts, and says how telling each is.</summary>
internal sealed class FeatureIndex
{
    public const int Kinds = 4;

    private readonly Dictionary<string, int>[] _byKind = [.. Enumerable.Range(0, Kinds).Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];

    public FeatureIndex(bool grows) => Grows = grows;

    /// <summary>Whether features met for the first time get a number.</summary>
    public bool Grows { get; }

    public int Count { get; private set; }

    /// <summary>Weight of each feature by its rarity; empty while the index grows.</summary>
    public float[] Rarity { get; private init; } = [];

    /// <summary>The number of a feature; -1 where it has none.</summary>
    public int Find(FeatureKind kind, ReadOnlySpan<char> key)
    {
        var keys = _byKind[(int)kind].GetAlternateLookup<ReadOnlySpan<char>>();
        if (keys.TryGetValue(key, out var number))
        {
            return number;
        }

        if (!Grows)
        {
            return -1;
        }

        keys[key] = Count;
        return Count++;
    }

    /// <summary>The features in the order of their numbers, kind by kind.</summary>
    public IEnumerable<(FeatureKind Kind, string Key, int Number)> All() =>
        _byKind.SelectMany((keys, kind) => keys.OrderBy(pair => pair.Value).Select(pair => ((FeatureKind)kind, pair.Key, pair.Value)));

    /// <summary>A frozen index with given features, in this order, and their weights.</summary>
    public static FeatureIndex Frozen(IEnumerable<(FeatureKind Kind, string Key)> features, float[] rarity)
    {
        var index = new FeatureIndex(grows: false) { Rarity = rarity };
        foreach (var (kind, key) in features)
        {
            index._byKind[(int)kind][key] = index.Count++;
        }

        return index;
    }

    /// <summary>A frozen index of the features that enough texts have, weighed by how few those are.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="read">Numbers of the features of a text, found in an index that grows.</param>
    /// <param name="least">Texts a feature must be in.</param>
    public static FeatureIndex Of<T>(IReadOnlyCollection<T> texts, Func<T, FeatureIndex, IEnumerable<int>> read, int least)
    {
        var growing = new FeatureIndex(grows: true);
        var seen = new List<int>();
        foreach (var text in texts)
        {
            var features = read(text, growing).ToHashSet();
            seen.AddRange(Enumerable.Repeat(0, growing.Count - seen.Count));
            foreach (var feature in features)
            {
                seen[feature]++;
            }
        }

        var kept = growing.All().Where(feature => seen[feature.Number] >= least).ToArray();
        return Frozen(
            kept.Select(feature => (feature.Kind, feature.Key)),
            [.. kept.Select(feature => MathF.Log((texts.Count + 1f) / (seen[feature.Number] + 1f)) + 1f)]);
    }
}
