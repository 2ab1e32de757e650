using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Recap.Engine.Relating;

/// <summary>The talk or text that others are compared with, and what each of its traits is worth in this generation.</summary>
internal sealed class RelatedSeed
{
    private readonly Dictionary<uint, SeedWord> _words;

    public RelatedSeed(TalkTraits traits, KeyCounts counts)
    {
        Traits = traits;
        Profile = TalkProfile.Of(traits);
        Norm = Profile.Norm();
        Words = [.. traits.Words.Select(word => new SeedWord(word, TalkKey.Hash(TalkKey.Word(word.Stem)), Rarity.OfWord(word.Stem, counts)))];
        _words = Words.DistinctBy(word => word.Hash).ToDictionary(word => word.Hash);
        Technologies = [.. traits.Technologies.Select(name => Weigh(name, TalkKey.Technology(name), counts))];
        Topics = [.. traits.Topics.Select(topic => SeedTopic.Of(Weigh(topic.Key, TalkKey.Topic(topic.Key), counts), topic.Value)).Where(topic => topic.Weight > 0)];
    }

    public TalkTraits Traits { get; }

    public TalkProfile Profile { get; }

    /// <summary>As <see cref="TalkProfile.Norm"/>.</summary>
    public double Norm { get; }

    public ImmutableArray<SeedWord> Words { get; }

    public ImmutableArray<SeedName> Technologies { get; }

    public ImmutableArray<SeedTopic> Topics { get; }

    public bool IsEmpty => Words.IsEmpty && Technologies.IsEmpty && Topics.IsEmpty;

    /// <summary>The keys to be counted before a seed can be made.</summary>
    public static ImmutableArray<string> KeysToCount(TalkTraits traits) => [.. traits.CountedKeys.Select(held => held.Key)];

    public bool TryGetWord(uint hash, out SeedWord word) => _words.TryGetValue(hash, out word);

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

/// <summary>A technology of the seed with its rarity.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SeedName(string Name, uint Hash, double Rarity)
{
    /// <summary>What sharing it is worth, as a technology beside words.</summary>
    public double Worth => Rarity * Rarity * TalkProfile.TechnologyWeight * TalkProfile.TechnologyWeight;
}

/// <summary>A topic of the seed.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Hash">Hash of its key.</param>
/// <param name="Rarity">How rare talks about it are.</param>
/// <param name="Grade">Affinity in parts of 255.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SeedTopic(string Name, uint Hash, double Rarity, byte Grade)
{
    public float Weight => TopicWeight.Of(Grade);

    public static SeedTopic Of(SeedName name, float affinity) => new(name.Name, name.Hash, name.Rarity, ProfileGrade.GradeOf(affinity));
}
