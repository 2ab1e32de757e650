using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Recap.Engine.Relating;

/// <summary>The talk or text that others are compared with, and what each of its traits is worth in this generation.</summary>
internal sealed class RelatedSeed
{
    /// <summary>Words beyond the heaviest of these find hardly any talk that the others do not.</summary>
    private const int MostWordsLookedFor = 48;

    /// <summary>How a shared technology, speaker and topic weigh beside a shared word when talks are looked for.</summary>
    private const double TechnologyWorth = 2;
    private const double SpeakerWorth = 1.5;
    private const double TopicWorth = 2.5;

    private readonly Dictionary<uint, SeedWord> _words;

    public RelatedSeed(TalkTraits traits, KeyCounts counts)
    {
        Traits = traits;
        Profile = TalkProfile.Of(traits);
        Talks = counts.Talks;
        Words = [.. traits.Words.Select(word => Weigh(word, counts))];
        _words = Words.DistinctBy(word => word.Hash).ToDictionary(word => word.Hash);
        Technologies = [.. traits.Technologies.Select(name => Weigh(name, TalkKey.Technology(name), counts))];
        Topics = [.. traits.Topics.Select(topic => Weigh(topic.Key, TalkKey.Topic(topic.Key), counts))];
        WordingBound = Words.Sum(word => word.Worth * SeedWord.MostCounted);
        TitleBound = Words.Where(word => word.InTitle).Sum(word => word.Rarity);
    }

    public TalkTraits Traits { get; }

    public TalkProfile Profile { get; }

    public int Talks { get; }

    public ImmutableArray<SeedWord> Words { get; }

    public ImmutableArray<SeedName> Technologies { get; }

    public ImmutableArray<SeedName> Topics { get; }

    /// <summary>Wording of a talk that had every word of this one many times.</summary>
    public double WordingBound { get; }

    /// <summary>Rarity of all words of the title together.</summary>
    public double TitleBound { get; }

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
            .. Technologies.Select(name => new WeightedKey(TalkKey.Technology(name.Name), TechnologyWorth * name.Rarity)),
            .. Traits.Speakers.Select(name => new WeightedKey(TalkTraits.SpeakerKey(name), SpeakerWorth * Rarity.Highest(Talks))),
            .. Topics.Select(topic => new WeightedKey(TalkKey.Topic(topic.Name), TopicWorth * topic.Rarity * Traits.Topics[topic.Name])),
        ];
        return [.. keys.Where(key => key.Weight > 0)];
    }

    private static SeedWord Weigh(TraitWord word, KeyCounts counts)
    {
        return new SeedWord(word, TalkKey.Hash(TalkKey.Word(word.Stem)), Rarity.OfWord(word.Stem, counts));
    }

    private static SeedName Weigh(string name, string key, KeyCounts counts) => new(name, TalkKey.Hash(key), Rarity.Of(key, counts));
}

/// <summary>A word of the seed with what sharing it is worth.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SeedWord(TraitWord Word, uint Hash, double Rarity)
{
    /// <summary>Upper bound of <see cref="Saturate"/>.</summary>
    public const double MostCounted = 1 + Saturation;

    private const double Saturation = 1.2;
    private const double TitleBonus = 2;

    public string Stem => Word.Stem;

    public string Surface => Word.Surface;

    public bool InTitle => Word.InTitle;

    /// <summary>Rarity counts twice: once for what the word says of this talk, once for what it says of the other.</summary>
    public double Worth => Rarity * Rarity * Saturate(Word.Count + (InTitle ? TitleBonus : 0), 1);

    /// <summary>Repetition adds less and less, and less in a long text (BM25).</summary>
    public static double Saturate(double count, double lengthRatio) => count * MostCounted / (count + (Saturation * lengthRatio));

    /// <summary>Counts a word of the other talk.</summary>
    public static double CountOf(ProfileWord word) => word.Count + (word.InTitle ? TitleBonus : 0);
}

/// <summary>A technology or topic of the seed with its rarity.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SeedName(string Name, uint Hash, double Rarity);
