using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using Recap.Engine.Indexing;

namespace Recap.Engine.Relating;

/// <summary>
/// Remembers the answers of one generation. Exact: an answer is the same for the same question until the next reindex, when
/// all are forgotten. Free text is not remembered: nobody asks about the same text twice.
/// </summary>
/// <param name="related">Answers what is not remembered.</param>
/// <param name="neighbourhood">Tells which generation is current.</param>
/// <param name="capacity">Answers remembered at most, 1 or more; beyond that new ones are not kept until the next generation.</param>
public sealed class CachedRelatedTalks(IRelatedTalks related, INeighbourhood neighbourhood, int capacity = CachedRelatedTalks.DefaultCapacity) : IRelatedTalks
{
    /// <summary>Some 20 MB of answers.</summary>
    public const int DefaultCapacity = 2000;

    private volatile Answers _answers = new(Number: -1, BuiltAt: default);

    /// <inheritdoc/>
    public async Task<RelatedAnswer> SuggestAsync(RelatedQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.About is RelatedSubject.OfText)
        {
            return await related.SuggestAsync(query, cancellationToken);
        }

        var answers = AnswersOf(neighbourhood.Current);
        var key = JsonSerializer.Serialize(query, RelatedQueryJson.Default.RelatedQuery);
        if (answers.ByQuestion.TryGetValue(key, out var known))
        {
            return known;
        }

        var answer = await related.SuggestAsync(query, cancellationToken);
        if (answers.Is(answer.Generation) && answers.ByQuestion.Count < capacity)
        {
            answers.ByQuestion.TryAdd(key, answer);
        }

        return answer;
    }

    private Answers AnswersOf(Generation generation)
    {
        var answers = _answers;
        if (!answers.Is(generation))
        {
            _answers = answers = new Answers(generation.Number, generation.BuiltAt);
        }

        return answers;
    }

    /// <summary>The answers of one generation. Numbers begin anew when an index is deleted, so the time of the commit tells too.</summary>
    private sealed record Answers(long Number, DateTimeOffset BuiltAt)
    {
        public ConcurrentDictionary<string, RelatedAnswer> ByQuestion { get; } = new(StringComparer.Ordinal);

        public bool Is(Generation generation) => generation.Number == Number && generation.BuiltAt == BuiltAt;
    }
}

/// <summary>Writes a question so that equal questions are equal strings.</summary>
[JsonSerializable(typeof(RelatedQuery))]
internal sealed partial class RelatedQueryJson : JsonSerializerContext;
