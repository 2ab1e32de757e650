using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recap.Engine.Evaluating;

/// <summary>How good the answers to a judged set are.</summary>
public sealed record EvaluationReport
{
    /// <summary>Depth of nDCG.</summary>
    public required int Depth { get; init; }

    /// <summary>Mean over all questions.</summary>
    public required RankingMeasures Overall { get; init; }

    /// <summary>Mean by kind of question, where questions have kinds.</summary>
    public required ImmutableSortedDictionary<string, RankingMeasures> ByKind { get; init; }

    /// <summary>Each question, in the order of the set.</summary>
    public required ImmutableArray<EvaluatedQuestion> Questions { get; init; }

    /// <summary>Judged talks or questions that the index does not hold: figures are too low by them.</summary>
    public ImmutableArray<string> Unknown { get; init; } = [];

    /// <summary>Sums up questions.</summary>
    public static EvaluationReport Of(int depth, IEnumerable<EvaluatedQuestion> questions)
    {
        var all = questions.ToImmutableArray();
        return new EvaluationReport
        {
            Depth = depth,
            Overall = RankingMeasures.Mean([.. all.Select(question => question.Measures)]),
            ByKind = all.Where(question => question.Kind.Length > 0)
                .GroupBy(question => question.Kind, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(kind => kind.Key, kind => RankingMeasures.Mean([.. kind.Select(question => question.Measures)]), StringComparer.Ordinal),
            Questions = all,
        };
    }

    /// <summary>What is worse than it was by more than a tolerance: overall, by kind.</summary>
    /// <param name="baseline">What it was.</param>
    /// <param name="tolerance">Fall of nDCG that is let pass, 0..1.</param>
    public ImmutableArray<EvaluationFall> FallsBelow(EvaluationReport baseline, double tolerance)
    {
        var before = baseline.ByKind.Select(kind => (Name: kind.Key, kind.Value.Ndcg)).Prepend((Name: "overall", baseline.Overall.Ndcg));
        return
        [
            .. before
                .Select(kind => new EvaluationFall(kind.Name, kind.Ndcg, kind.Name == "overall" ? Overall.Ndcg : ByKind.GetValueOrDefault(kind.Name).Ndcg))
                .Where(fall => fall.Now < fall.Wanted - tolerance),
        ];
    }

    /// <summary>The report as JSON: what a later run compares itself with.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, EvaluationJson.Default.EvaluationReport) + "\n";

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">It is no report.</exception>
    public static EvaluationReport Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, EvaluationJson.Default.EvaluationReport) ?? throw new FormatException("This is no report: null.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"This is no report: {e.Message}", e);
        }
    }
}

/// <summary>How one question was answered.</summary>
/// <param name="Id">Id of the query, or name of the talk started from.</param>
/// <param name="Kind">Sort of query; empty where there are no kinds.</param>
/// <param name="Text">The query as typed, or title of the talk.</param>
/// <param name="Measures">How good the answer is.</param>
public sealed record EvaluatedQuestion(string Id, string Kind, string Text, RankingMeasures Measures);

/// <summary>A figure that is too low.</summary>
/// <param name="Name"><c>overall</c>, or a kind.</param>
/// <param name="Wanted">nDCG that was wanted.</param>
/// <param name="Now">nDCG measured.</param>
public sealed record EvaluationFall(string Name, double Wanted, double Now);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(EvaluationReport))]
internal sealed partial class EvaluationJson : JsonSerializerContext;
