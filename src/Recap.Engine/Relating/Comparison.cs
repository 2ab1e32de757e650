using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Recap.Engine.Relating;

/// <summary>Compares a seed with another talk's profile.</summary>
/// <param name="seed">The talk or text started from.</param>
internal sealed class Comparison(RelatedSeed seed)
{
    /// <summary>Sums at which a saturating feature is one half.</summary>
    public const double WordingHalf = 3;
    public const double TopicHalf = 4;
    public const double IdeaHalf = 0.5;

    public RelatedFeatures With(TalkProfile other) => new()
    {
        Wording = Wording(other),
        Topic = Rarity.Saturated(seed.Topics.Sum(topic => topic.Rarity * TopicWeight.Of(Shared(topic, other))), TopicHalf),
        Idea = Rarity.Saturated(SharedPassages(other).Sum(passage => passage.Worth), IdeaHalf),
        Speaker = seed.Profile.Speakers.Any(speaker => other.Speakers.Contains(speaker)) ? 1 : 0,
    };

    /// <summary>Shared words, those that tell most first.</summary>
    public ImmutableArray<SharedWord> SharedWords(TalkProfile other) =>
    [
        .. other.Words.Select(word => (Known: seed.TryGetWord(word.Key, out var own), Own: own, Other: word))
            .Where(pair => pair.Known)
            .Select(pair => new SharedWord(pair.Own, pair.Other, pair.Own.Worth * pair.Other.Weight))
            .OrderByDescending(word => word.Worth)
            .ThenBy(word => word.Own.Stem, StringComparer.Ordinal),
    ];

    /// <summary>Shared technologies, the rarest first.</summary>
    public IEnumerable<SeedName> SharedTechnologies(TalkProfile other) =>
        Technologies(other).OrderByDescending(name => name.Rarity).ThenBy(name => name.Name, StringComparer.Ordinal);

    /// <summary>Shared topics with the lower affinity of the two, those that tell most first.</summary>
    public IEnumerable<(string Id, double Affinity)> SharedTopics(TalkProfile other) =>
        seed.Topics
            .Select(topic => (topic, Grade: Shared(topic, other)))
            .Where(shared => TopicWeight.Of(shared.Grade) > 0)
            .OrderByDescending(shared => TopicWeight.Of(shared.Grade) * shared.topic.Rarity)
            .ThenBy(shared => shared.topic.Name, StringComparer.Ordinal)
            .Select(shared => (shared.topic.Name, Math.Round(shared.Grade / (double)byte.MaxValue, 3)));

    /// <summary>Words by which either talk is near to the passages that both are near to, of the nearest passage first.</summary>
    public IEnumerable<string> WordsOfIdeas(TalkProfile other) => SharedPassages(other)
        .OrderByDescending(passage => passage.Worth)
        .ThenBy(passage => passage.Key)
        .SelectMany(passage => Passages.Default.WordsOf(passage.Key).Where(word => IsOfOne(word, other)).Take(2))
        .DistinctBy(word => word.Stem, StringComparer.Ordinal)
        .Select(word => word.Surface);

    /// <summary>Shared speakers, as the seed spells them.</summary>
    public IEnumerable<string> SharedSpeakers(TalkProfile other) =>
        seed.Traits.Speakers.Where(name => other.Speakers.Contains(TalkKey.Hash(TalkTraits.SpeakerKey(name))));

    /// <summary>What both say is told as wording.</summary>
    private bool IsOfOne(TraitWord word, TalkProfile other)
    {
        var key = TalkKey.Hash(TalkKey.Word(word.Stem));
        return seed.TryGetWord(key, out _) != other.Words.Any(theirs => theirs.Key == key);
    }

    private double Wording(TalkProfile other)
    {
        var shared = Technologies(other).Sum(name => name.Worth);
        foreach (var word in other.Words)
        {
            if (seed.TryGetWord(word.Key, out var own))
            {
                shared += own.Worth * word.Weight;
            }
        }

        return shared > 0 ? Rarity.Saturated(shared / (seed.Norm * other.Norm()), WordingHalf) : 0;
    }

    private IEnumerable<SeedName> Technologies(TalkProfile other) => seed.Technologies.Where(name => other.Technologies.Contains(name.Hash));

    /// <summary>The lower of the two affinities, in parts of 255.</summary>
    private static byte Shared(SeedTopic topic, TalkProfile other)
    {
        foreach (var theirs in other.Topics)
        {
            if (theirs.Key == topic.Hash)
            {
                return Math.Min(topic.Grade, theirs.Grade);
            }
        }

        return 0;
    }

    /// <summary>Both sides are sorted by key.</summary>
    private IEnumerable<(uint Key, double Worth)> SharedPassages(TalkProfile other)
    {
        var (own, theirs) = (seed.Profile.Passages, other.Passages);
        for (int i = 0, j = 0; i < own.Length && j < theirs.Length;)
        {
            var order = own[i].Key.CompareTo(theirs[j].Key);
            if (order == 0)
            {
                yield return (own[i].Key, own[i].Value * theirs[j].Value);
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
    }
}

/// <summary>A word that two talks share.</summary>
/// <param name="Own">The word in the seed.</param>
/// <param name="Other">The word in the other talk.</param>
/// <param name="Worth">What sharing it adds.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SharedWord(SeedWord Own, ProfileWord Other, double Worth)
{
    /// <summary>Whether a reader sees by it what both are about: it stands in a title, or both come back to it.</summary>
    public bool IsTelling => Own.InTitle || Other.InTitle || (Own.Word.Count > 1 && Other.Count > 1);
}
