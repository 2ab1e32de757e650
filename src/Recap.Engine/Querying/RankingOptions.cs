using System.Runtime.InteropServices;

namespace Recap.Engine.Querying;

/// <summary>
/// Weights of the one formula that ranks hits. For a talk d and a query of words w:
/// <code>
/// score(d) = (sum over w of idf(w) * best form of w [ worth * tf * (k1 + 1) / (tf + k1) ] + closeness)
///            * coverage ^ CoveragePower * notes * recency
/// tf       = sum over fields of weight * occurrences / (1 - b + b * length / mean length)
/// </code>
/// A word answers by its best form: as typed, compound, stem, alias, prefix, typing error, each worth what query
/// understanding says. Coverage is the share of the query's idf that the talk answers.
/// </summary>
public sealed record RankingOptions
{
    /// <summary>The weights that come with Recap.</summary>
    public static RankingOptions Default { get; } = new();

    /// <summary>How the title counts.</summary>
    public FieldRanking Title { get; init; } = new(7f, 0.3f);

    /// <summary>How names of speakers count.</summary>
    public FieldRanking Speakers { get; init; } = new(3f, 0.2f);

    /// <summary>How organisations of speakers count.</summary>
    public FieldRanking Organizations { get; init; } = new(2f, 0.2f);

    /// <summary>How technologies count.</summary>
    public FieldRanking Technologies { get; init; } = new(1.5f, 0.3f);

    /// <summary>How the event's name, year and city count.</summary>
    public FieldRanking Event { get; init; } = new(0.5f, 0.2f);

    /// <summary>How the text counts.</summary>
    public FieldRanking Text { get; init; } = new(1f, 0.6f);

    /// <summary>k1: how soon further occurrences of a word stop counting. Above 0; 5 by default.</summary>
    public float Saturation { get; init; } = 5f;

    /// <summary>How much a talk gains that answers more of the query. 0 (not at all) or more; 1 by default.</summary>
    public float CoveragePower { get; init; } = 1f;

    /// <summary>What two neighbouring words of the query are worth that are neighbours in the talk too, as a share of the rarer one's idf. 0 or more.</summary>
    public float Closeness { get; init; } = 0.5f;

    /// <summary>Words farther apart than this gain nothing. 1 or more; 8 by default.</summary>
    public int ClosenessWindow { get; init; } = 8;

    /// <summary>How many of the best talks are looked at for closeness. 0 or more; 200 by default.</summary>
    public int ClosenessDepth { get; init; } = 200;

    /// <summary>What a word of grammar counts beside others. 0..1; 0.05 by default.</summary>
    public float StopWords { get; init; } = 0.05f;

    /// <summary>What entries of kind notes keep of their score. 0..1; 0.5 by default.</summary>
    public float Notes { get; init; } = 0.5f;

    /// <summary>What the newest talk gains over one that is very old, as a share. 0 or more; 0.05 by default.</summary>
    public float Recency { get; init; } = 0.05f;

    /// <summary>After how many years the gain of recency is halved, counted from the newest talk of the index. Above 0; 3 by default.</summary>
    public float RecencyHalfLife { get; init; } = 3f;

    /// <summary>How a field counts.</summary>
    public FieldRanking Of(TalkField field) => field switch
    {
        TalkField.Title => Title,
        TalkField.Speakers => Speakers,
        TalkField.Organizations => Organizations,
        TalkField.Technologies => Technologies,
        TalkField.Event => Event,
        TalkField.Text => Text,
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}

/// <summary>How a field counts.</summary>
/// <param name="Weight">What an occurrence in the field counts beside one in the text. 0 or more.</param>
/// <param name="LengthPenalty">b: how much a long field loses, 0 (nothing) to 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FieldRanking(float Weight, float LengthPenalty);

/// <summary>The parts of a talk that words are looked for in.</summary>
public enum TalkField
{
    /// <summary>Title.</summary>
    Title,

    /// <summary>Names of speakers.</summary>
    Speakers,

    /// <summary>Organisations of speakers.</summary>
    Organizations,

    /// <summary>Technologies, in canonical spelling.</summary>
    Technologies,

    /// <summary>Name, year and city of the event.</summary>
    Event,

    /// <summary>Text.</summary>
    Text,
}
