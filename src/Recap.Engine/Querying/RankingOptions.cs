using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.Querying;

/// <summary>
/// Weights of the one formula that ranks hits. For a talk d and a query of words w:
/// <code>
/// score(d) = ((sum over w of idf(w) * best form of w [ worth * tf * (k1 + 1) / (tf + k1) ] + closeness)
///             * coverage ^ CoveragePower + (Topics * agreement + Meaning * nearness) * alone) * notes * recency
/// tf       = sum over fields of weight * occurrences / (1 - b + b * length / mean length)
/// </code>
/// A word answers by its best form: as typed, compound, stem, alias, prefix, typing error, each worth what
/// <see cref="Understanding"/> says. Coverage is the share of the query's idf that the talk answers. Agreement is how much
/// of what the query is about, by the topic model, the talk is about; nearness is how far its vector stands out, beside all others, as near to the query's, where the user brought a
/// sentence model; alone is TopicsAlone where it answers no word, else 1. The numbers that come with Recap stand in
/// <c>data/relevance/search-weights.json</c> and are tuned by <c>recap evaluate search --tune</c>.
/// </summary>
public sealed record RankingOptions
{
    /// <summary>The weights built into the product.</summary>
    public static RankingOptions Default { get; } = ReadDefault();

    /// <summary>How the title counts.</summary>
    public required FieldRanking Title { get; init; }

    /// <summary>How names of speakers count.</summary>
    public required FieldRanking Speakers { get; init; }

    /// <summary>How organisations of speakers count.</summary>
    public required FieldRanking Organizations { get; init; }

    /// <summary>How technologies count.</summary>
    public required FieldRanking Technologies { get; init; }

    /// <summary>How the event's name, year and city count.</summary>
    public required FieldRanking Event { get; init; }

    /// <summary>How the text counts.</summary>
    public required FieldRanking Text { get; init; }

    /// <summary>k1: how soon further occurrences of a word stop counting. Above 0.</summary>
    public required float Saturation { get; init; }

    /// <summary>How much a talk gains that answers more of the query. 0 (not at all) or more.</summary>
    public required float CoveragePower { get; init; }

    /// <summary>What two neighbouring words of the query are worth that are neighbours in the talk too, as a share of the rarer one's idf. 0 or more.</summary>
    public required float Closeness { get; init; }

    /// <summary>Words farther apart than this gain nothing. 1 or more.</summary>
    public required int ClosenessWindow { get; init; }

    /// <summary>How many of the best talks are looked at for closeness. 0 or more.</summary>
    public required int ClosenessDepth { get; init; }

    /// <summary>What a talk gains that is wholly about what the query is about. 0 or more; a rare word in the text brings some 4.</summary>
    public required float Topics { get; init; }

    /// <summary>What a talk gains whose vector stands out as near to the query's. 0 or more; without effect where there is no sentence model.</summary>
    public required float Meaning { get; init; }

    /// <summary>What a talk keeps of that which answers no word of the query. 0..1.</summary>
    public required float TopicsAlone { get; init; }

    /// <summary>What a word of grammar counts beside others. 0..1.</summary>
    public required float StopWords { get; init; }

    /// <summary>What entries of kind notes keep of their score. 0..1.</summary>
    public required float Notes { get; init; }

    /// <summary>What the newest talk gains over one that is very old, as a share. 0 or more.</summary>
    public required float Recency { get; init; }

    /// <summary>After how many years the gain of recency is halved, counted from the newest talk of the index. Above 0.</summary>
    public required float RecencyHalfLife { get; init; }

    /// <summary>What each form of a word is worth.</summary>
    public required UnderstandingWeights Understanding { get; init; }

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

    /// <summary>Reads weights.</summary>
    /// <exception cref="FormatException">The text is no such JSON, or lacks a weight.</exception>
    public static RankingOptions Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, RankingJson.Default.RankingOptions) ?? throw new FormatException("These are no weights: null.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"These are no weights: {e.Message}", e);
        }
    }

    /// <summary>The weights as JSON, indented.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, RankingJson.Default.RankingOptions) + "\n";

    private static RankingOptions ReadDefault()
    {
        using var stream = typeof(RankingOptions).Assembly.GetManifestResourceStream("relevance/search-weights.json")
            ?? throw new InvalidOperationException("The weights are not built into this assembly.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }
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

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(RankingOptions))]
internal sealed partial class RankingJson : JsonSerializerContext;
