namespace Recap.Engine.Relating;

/// <summary>What sharing a key is worth: the rarer, the more. In nats; 0 for what every talk has.</summary>
internal static class Rarity
{
    /// <summary>How many talks the knowledge of recaps at large stands for: half of what is believed in an index of as many.</summary>
    private const double Believed = 150;

    /// <summary>The examples that words are counted in are short; a talk has more words, hence each word more often.</summary>
    private const double TalkPerExample = 3;

    public static double Of(string key, KeyCounts counts) => OfShare((counts.ByKey.GetValueOrDefault(key) + 0.5) / (counts.Talks + 1));

    public static double OfWord(string stem, KeyCounts counts)
    {
        var atLarge = Math.Min(0.9, CommonWords.ShareOf(stem) * TalkPerExample);
        var having = counts.ByKey.GetValueOrDefault(TalkKey.Word(stem));
        return OfShare((having + 0.5 + (Believed * atLarge)) / (counts.Talks + 1 + Believed));
    }

    private static double OfShare(double share) => Math.Max(0, -Math.Log(Math.Min(1, share)));

    /// <summary>Sums that have no upper bound as 0..1: half of it at <paramref name="half"/>.</summary>
    public static double Saturated(double sum, double half) => sum / (sum + half);
}
