using System.Collections.Immutable;

namespace Recap.Engine.Relating;

/// <summary>Compares a seed with another talk's profile.</summary>
/// <param name="seed">The talk or text started from.</param>
internal sealed class Comparison(RelatedSeed seed)
{
    private readonly double _meanTopicRarity = seed.Topics.IsEmpty ? 0 : seed.Topics.Average(topic => topic.Rarity);

    /// <summary>Sums of rarity at which a saturating feature is one half.</summary>
    private const double TitleHalf = 5;
    private const double TitleInTextHalf = 8;
    private const double TechnologyHalf = 4;

    /// <summary>Words of an ordinary talk's text; longer ones have more by chance.</summary>
    private const double OrdinaryLength = 120;
    private const double LengthShare = 0.5;

    public RelatedFeatures With(TalkProfile other)
    {
        var (wording, title, titleInText) = Words(other);
        var technology = Rarity.Saturated(Shared(other).Sum(name => name.Rarity), TechnologyHalf);
        var topic = Topic(other);
        return new RelatedFeatures
        {
            Wording = wording,
            Title = title,
            TitleInText = titleInText,
            Technology = technology,
            Topic = topic,
            Speaker = SharesSpeaker(other) ? 1 : 0,
            EventSeries = other.Series != 0 && other.Series == seed.Profile.Series ? Math.Min(1, wording + title + technology + topic) : 0,
        };
    }

    /// <summary>Shared words, those that tell most first.</summary>
    public IEnumerable<SeedWord> SharedWords(TalkProfile other) =>
        other.Words.Select(word => (Known: seed.TryGetWord(word.Key, out var own), Own: own, Count: SeedWord.CountOf(word)))
            .Where(pair => pair.Known)
            .OrderByDescending(pair => pair.Own.Worth * SeedWord.Saturate(pair.Count, 1))
            .ThenBy(pair => pair.Own.Stem, StringComparer.Ordinal)
            .Select(pair => pair.Own);

    /// <summary>Shared technologies, the rarest first.</summary>
    public IEnumerable<SeedName> SharedTechnologies(TalkProfile other) =>
        Shared(other).OrderByDescending(name => name.Rarity).ThenBy(name => name.Name, StringComparer.Ordinal);

    /// <summary>Shared topics with the lower affinity of the two, those that tell most first.</summary>
    public IEnumerable<(string Id, double Affinity)> SharedTopics(TalkProfile other) =>
        seed.Topics
            .Select(topic => (topic, Affinity: Math.Min(seed.Traits.Topics[topic.Name], AffinityOf(other.Topics, topic.Hash))))
            .Where(shared => shared.Affinity >= TalkTraits.TopicFloor)
            .OrderByDescending(shared => shared.Affinity * shared.topic.Rarity)
            .ThenBy(shared => shared.topic.Name, StringComparer.Ordinal)
            .Select(shared => (shared.topic.Name, (double)shared.Affinity));

    /// <summary>Shared speakers, as the seed spells them.</summary>
    public IEnumerable<string> SharedSpeakers(TalkProfile other) =>
        seed.Traits.Speakers.Where(name => other.Speakers.Contains(TalkKey.Hash(TalkTraits.SpeakerKey(name))));

    private (double Wording, double Title, double TitleInText) Words(TalkProfile other)
    {
        var lengthRatio = 1 - LengthShare + (LengthShare * other.Length / OrdinaryLength);
        double wording = 0, title = 0, titleInText = 0;
        foreach (var word in other.Words)
        {
            if (!seed.TryGetWord(word.Key, out var own))
            {
                continue;
            }

            wording += own.Worth * SeedWord.Saturate(SeedWord.CountOf(word), lengthRatio);
            title += own.InTitle && word.InTitle ? own.Rarity : 0;
            titleInText += own.InTitle != word.InTitle ? own.Rarity : 0;
        }

        return (
            seed.WordingBound > 0 ? Math.Sqrt(Math.Min(1, wording / seed.WordingBound)) : 0,
            Rarity.Saturated(title, TitleHalf),
            Rarity.Saturated(titleInText, TitleInTextHalf));
    }

    private IEnumerable<SeedName> Shared(TalkProfile other) => seed.Technologies.Where(name => other.Technologies.Contains(name.Hash));

    private bool SharesSpeaker(TalkProfile other) => seed.Profile.Speakers.Any(speaker => other.Speakers.Contains(speaker));

    /// <summary>
    /// Cosine of the two affinity vectors, each topic weighed by rarity; a topic that the seed has not weighs as its topics do
    /// on average.
    /// </summary>
    private double Topic(TalkProfile other)
    {
        double shared = 0, own = 0, others = 0;
        foreach (var topic in seed.Topics)
        {
            double mine = seed.Traits.Topics[topic.Name], theirs = AffinityOf(other.Topics, topic.Hash);
            shared += topic.Rarity * mine * theirs;
            own += topic.Rarity * mine * mine;
            others += topic.Rarity * theirs * theirs;
        }

        foreach (var topic in other.Topics)
        {
            others += AffinityOf(seed.Profile.Topics, topic.Key) > 0 ? 0 : _meanTopicRarity * topic.Affinity * topic.Affinity;
        }

        return own * others > 0 ? shared / Math.Sqrt(own * others) : 0;
    }

    private static float AffinityOf(ImmutableArray<ProfileTopic> topics, uint key)
    {
        foreach (var topic in topics)
        {
            if (topic.Key == key)
            {
                return topic.Affinity;
            }
        }

        return 0;
    }
}
