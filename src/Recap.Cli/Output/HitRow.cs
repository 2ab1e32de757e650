using System.Text.Json.Serialization;
using Recap.Engine.Querying;

namespace Recap.Cli.Output;

/// <summary>A hit as <c>recap search</c> writes it.</summary>
internal sealed record HitRow(string Qid, int Rank, string Id, string Post, int Line, string Title, float Score)
{
    /// <summary>Why it has its score, in words; left out unless asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Reasons { get; init; }

    /// <summary>Names of further talks that tell the same session; left out where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Tellings { get; init; }

    public static HitRow Of(string qid, int rank, TalkHit hit)
    {
        var talk = hit.Talk.Talk;
        return new HitRow(qid, rank, talk.Id, talk.Post, talk.Line, talk.Title, hit.Score)
        {
            Reasons = hit.Explanation is { } explanation ? MatchWording.Say(explanation) : null,
            Tellings = hit.Tellings.IsEmpty ? null : hit.Tellings,
        };
    }
}
