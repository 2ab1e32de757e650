namespace Recap.Engine.Querying.Understanding;

/// <summary>What a match of each kind is worth beside the word as typed, each above 0 and up to 1.</summary>
public sealed record UnderstandingWeights
{
    /// <summary>The same word in one, with a hyphen, or apart.</summary>
    public required float Compound { get; init; }

    /// <summary>Another inflection.</summary>
    public required float Stem { get; init; }

    /// <summary>Another name of the same thing.</summary>
    public required float Alias { get; init; }

    /// <summary>A common noun that means the same, mostly in the other language.</summary>
    public required float Translation { get; init; }

    /// <summary>Another name of what may be meant by an ordinary word.</summary>
    public required float DoubtfulAlias { get; init; }

    /// <summary>A word of the same idea.</summary>
    public required float Related { get; init; }

    /// <summary>Something of the kind that a word names: MongoDB for NoSQL.</summary>
    public required float Kind { get; init; }

    /// <summary>A longer word, where the word itself is unknown; half of it where it is known.</summary>
    public required float Prefix { get; init; }

    /// <summary>A word one typing error away, where the word itself is unknown; half of it where it is hardly known.</summary>
    public required float Fuzzy { get; init; }
}
