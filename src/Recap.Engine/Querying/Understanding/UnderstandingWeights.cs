namespace Recap.Engine.Querying.Understanding;

/// <summary>What a match of each kind is worth beside the word as typed, each above 0 and up to 1.</summary>
public sealed record UnderstandingWeights
{
    /// <summary>The same word in one, with a hyphen, or apart.</summary>
    public float Compound { get; init; } = 0.95f;

    /// <summary>Another inflection.</summary>
    public float Stem { get; init; } = 0.85f;

    /// <summary>Another name of the same thing.</summary>
    public float Alias { get; init; } = 0.8f;

    /// <summary>A common noun that means the same, mostly in the other language.</summary>
    public float Translation { get; init; } = 0.7f;

    /// <summary>Another name of what may be meant by an ordinary word.</summary>
    public float DoubtfulAlias { get; init; } = 0.35f;

    /// <summary>A word of the same idea.</summary>
    public float Related { get; init; } = 0.25f;

    /// <summary>A project or product of the topic of a concept.</summary>
    public float Topic { get; init; } = 0.2f;

    /// <summary>A longer word, where the word itself is unknown; half of it where it is known.</summary>
    public float Prefix { get; init; } = 0.5f;

    /// <summary>A word one typing error away, where the word itself is unknown; half of it where it is hardly known.</summary>
    public float Fuzzy { get; init; } = 0.6f;
}
