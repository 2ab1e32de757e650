using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recap.Engine.Relating;

/// <summary>How features become a score: a logistic function of their weighted sum. The numbers are learned; see <c>data/relevance/README.md</c>.</summary>
public sealed record RelatedModel
{
    /// <summary>What the sum begins with.</summary>
    public required double Bias { get; init; }

    /// <summary>Weight by name of feature, 0 or more: nothing that two talks share speaks against them.</summary>
    public required ImmutableSortedDictionary<string, double> Weights { get; init; }

    /// <summary>Lowest score that is suggested, 0..1.</summary>
    public required double Floor { get; init; }

    /// <summary>The weights built into the product.</summary>
    public static RelatedModel Default { get; } = ReadDefault();

    /// <summary>Score 0..1.</summary>
    public double Score(RelatedFeatures features)
    {
        var values = features.Values;
        var sum = Bias;
        for (var i = 0; i < values.Length; i++)
        {
            sum += WeightOf(i) * values[i];
        }

        return Logistic(sum);
    }

    /// <summary>The score of a talk whose weighted features add up to that.</summary>
    public double ScoreOf(double sum) => Logistic(Bias + sum);

    /// <summary>What the weighted features of a talk add up to that scores <see cref="Floor"/>; 0 or more.</summary>
    [JsonIgnore]
    public double LeastSum => Math.Max(0, Math.Log(Floor / (1 - Floor)) - Bias);

    /// <summary>Weight of a feature by its place in <see cref="RelatedFeatures.Names"/>.</summary>
    public double WeightOf(int feature) => Weights.GetValueOrDefault(RelatedFeatures.Names[feature]);

    /// <summary>Reads weights.</summary>
    /// <exception cref="FormatException">The text is no such JSON, or names a feature that does not exist.</exception>
    public static RelatedModel Parse(string json)
    {
        RelatedModel? model;
        try
        {
            model = JsonSerializer.Deserialize(json, RelatedModelJson.Default.RelatedModel);
        }
        catch (JsonException e)
        {
            throw new FormatException($"These are no weights: {e.Message}", e);
        }

        var unknown = model?.Weights.Keys.FirstOrDefault(name => !RelatedFeatures.Names.Contains(name));
        return unknown is null && model is not null
            ? model
            : throw new FormatException($"There is no feature '{unknown}'. Features are {string.Join(", ", RelatedFeatures.Names)}.");
    }

    /// <summary>The weights as JSON, indented, names sorted.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, RelatedModelJson.Default.RelatedModel) + "\n";

    private static double Logistic(double sum) => 1 / (1 + Math.Exp(-sum));

    private static RelatedModel ReadDefault()
    {
        using var stream = typeof(RelatedModel).Assembly.GetManifestResourceStream("relevance/related-weights.json")
            ?? throw new InvalidOperationException("The weights are not built into this assembly.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(RelatedModel))]
internal sealed partial class RelatedModelJson : JsonSerializerContext;
