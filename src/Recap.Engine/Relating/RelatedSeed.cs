using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Recap.Engine.Relating;

/// <summary>The talk or text that others are compared with, and what each of its traits is worth in this generation.</summary>
internal sealed class RelatedSeed
{
    /// <summary>Words beyond the heaviest of these find hardly any talk that the others do not.</summary>
    private const int MostWordsLookedFor = 48;

    /// <summary>How a shared speaker and topic weigh beside a shared word when talks are looked for.</summary>
    private const double SpeakerWorth = 100;
    private const double TopicWorth = 100;

    private readonly Dictionary<uint, SeedWord> _words;

    public RelatedSeed(TalkTraits traits, KeyCounts counts)
    {
        Traits = traits;
        Profile = TalkProfile.Of(traits);
        Norm = Profile.Norm();
        Words = [.. traits.Words.Select(word => new SeedWord(word, TalkKey.Hash(TalkKey.Word(word.Stem)), Rarity.OfWord(word.Stem, counts)))];
        _words = Words.DistinctBy(word => word.Hash).ToDictionary(word => word.Hash);
        Technologies = [.. traits.Technologies.Select(name => Weigh(name, TalkKey.Technology(name), counts))];
        Topics = [.. traits.Topics.Select(topic => Weigh(topic.Key, TalkKey.Topic(topic.Key), counts))];
    }

    public TalkTraits Traits { get; }

    public TalkProfile Profile { get; }

    /// <summary>As <see cref="TalkProfile.Norm"/>.</summary>
    public double Norm { get; }

    public ImmutableArray<SeedWord> Words { get; }

    public ImmutableArray<SeedName> Technologies { get; }

    public ImmutableArray<SeedName> Topics { get; }

    public bool IsEmpty => Words.IsEmpty && Technologies.IsEmpty && Topics.IsEmpty;

    /// <summary>The keys to be counted before a seed can be made.</summary>
    public static ImmutableArray<string> KeysToCount(TalkTraits traits) => [.. traits.Keys];

    public bool TryGetWord(uint hash, out SeedWord word) => _words.TryGetValue(hash, out word);

    /// <summary>What to look for, each key with its worth.</summary>
    public ImmutableArray<WeightedKey> KeysToFind()
    {
        IEnumerable<WeightedKey> keys =
        [
            .. Words.OrderByDescending(word => word.Worth).Take(MostWordsLookedFor).Select(word => new WeightedKey(TalkKey.Word(word.Stem), word.Worth)),
            .. Technologies.Select(name => new WeightedKey(TalkKey.Technology(name.Name), name.Worth)),
            .. Traits.Speakers.Select(name => new WeightedKey(TalkTraits.SpeakerKey(name), SpeakerWorth)),
            .. Topics.Select(topic => new WeightedKey(TalkKey.Topic(topic.Name), TopicWorth * topic.Rarity * Traits.Topics[topic.Name])),
        ];
        return [.. keys.Where(key => key.Weight > 0)];
    }

    private static SeedName Weigh(string name, string key, KeyCounts counts) => new(name, TalkKey.Hash(key), Rarity.Of(key, counts));
}

/// <summary>A word of the seed.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SeedWord(TraitWord Word, uint Hash, double Rarity)
{
    public string Stem => Word.Stem;

    public string Surface => Word.Surface;

    public bool InTitle => Word.InTitle;

    /// <summary>What sharing it is worth. Rarity counts twice: once for what the word says of this talk, once for what it says of the other.</summary>
    public double Worth => Rarity * Rarity * new ProfileWord(Hash, Math.Min(Word.Count, sbyte.MaxValue), InTitle).Weight;
}

/// <summary>A technology or topic of the seed with its rarity.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SeedName(string Name, uint Hash, double Rarity)
{
    /// <summary>What sharing it is worth, as a technology beside words.</summary>
    public double Worth => Rarity * Rarity * TalkProfile.TechnologyWeight * TalkProfile.TechnologyWeight;
}
