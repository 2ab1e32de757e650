using System.Collections.Immutable;

namespace Recap.Engine.Relating;

/// <summary>
/// What each feature of <see cref="Comparison"/> can be at most, by the keys that two talks share: an engine then finds every
/// talk whose score may matter. A feature that no key carries would need its weight added to all.
/// </summary>
internal static class FeatureBounds
{
    private static readonly ImmutableArray<float> Any = [1];

    /// <summary>One group for each feature, in the order of <see cref="RelatedFeatures.Names"/>, all weighing the same.</summary>
    public static ImmutableArray<KeyGroup> Of(RelatedSeed seed) =>
    [
        new() { Keys = [.. Wording(seed)], Weight = 1, Half = Comparison.WordingHalf, ByLength = true },
        new() { Keys = [.. Topics(seed)], Weight = 1, Half = Comparison.TopicHalf },
        new() { Keys = [.. Ideas(seed)], Weight = 1, Half = Comparison.IdeaHalf },
        new() { Keys = [.. seed.Traits.Speakers.Select(name => new WeightedKey(TalkTraits.SpeakerKey(name), Any))], Weight = 1, Half = 0 },
    ];

    /// <summary>The groups with the weights of a model.</summary>
    public static ImmutableArray<KeyGroup> Of(RelatedSeed seed, RelatedModel model) =>
        [.. Of(seed).Select((group, feature) => group with { Weight = model.WeightOf(feature) })];

    /// <summary>Finds talks whose title may make them the same session, however little they score.</summary>
    public static (KeyGroup Group, double Least) OfTitle(RelatedSeed seed)
    {
        var words = seed.Profile.TitleWords.Length;
        var group = new KeyGroup
        {
            Keys = [.. seed.Words.Where(word => word.InTitle).Select(word => new WeightedKey(TalkKey.TitleWord(word.Stem), Any))],
            Weight = 1,
            Half = 1,
        };
        var least = SessionIdentity.LeastShared(words);
        return (group, Rarity.Saturated(least, group.Half));
    }

    private static IEnumerable<WeightedKey> Wording(RelatedSeed seed)
    {
        foreach (var word in seed.Words.Where(word => word.Rarity > 0))
        {
            var worth = word.Worth / seed.Norm;
            yield return new WeightedKey(TalkKey.Word(word.Stem), [.. ProfileWord.MostByStrength.Select(weight => (float)(worth * weight))]);
            yield return new WeightedKey(TalkKey.TitleWord(word.Stem), [(float)(worth * ProfileWord.TitleBonus)]);
        }

        foreach (var name in seed.Technologies.Where(name => name.Rarity > 0))
        {
            yield return new WeightedKey(TalkKey.Technology(name.Name), [(float)(name.Worth / seed.Norm)]);
        }
    }

    private static IEnumerable<WeightedKey> Topics(RelatedSeed seed) =>
        from topic in seed.Topics
        where topic.Rarity > 0
        select new WeightedKey(TalkKey.Topic(topic.Name), ByStrength(most => topic.Rarity * Math.Min(topic.Weight, most)));

    private static IEnumerable<WeightedKey> Ideas(RelatedSeed seed) =>
        from passage in seed.Traits.Passages
        let own = ProfileGrade.Of("", passage.Nearness).Value
        select new WeightedKey(TalkKey.Passage(passage.Text), ByStrength(most => own * most));

    private static ImmutableArray<float> ByStrength(Func<float, double> gain) =>
        [.. Enumerable.Range(1, HeldKey.Strongest).Select(strength => (float)gain(HeldKey.MostOf(strength)))];
}
