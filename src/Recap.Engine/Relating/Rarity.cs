namespace Recap.Engine.Relating;

/// <summary>What sharing a key is worth: the rarer, the more. In nats; 0 for what every talk has.</summary>
internal static class Rarity
{
    public static double Of(string key, KeyCounts counts) => Of(counts.ByKey.GetValueOrDefault(key), counts.Talks);

    public static double Of(int having, int talks) => Math.Log(1 + ((Math.Max(talks, having) - having + 0.5) / (having + 0.5)));

    /// <summary>Sums that have no upper bound as 0..1: half of it at <paramref name="half"/>.</summary>
    public static double Saturated(double sum, double half) => sum / (sum + half);
}
