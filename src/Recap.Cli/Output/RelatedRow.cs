using Recap.Engine.Relating;

namespace Recap.Cli.Output;

/// <summary>A suggestion as <c>recap related</c> writes it.</summary>
internal sealed record RelatedRow(string Qid, int Rank, string Id, string Post, int Line, string Title, double Score)
{
    public bool SameTalk { get; init; }

    public required IReadOnlyList<ReasonRow> Reasons { get; init; }

    public static RelatedRow Of(string qid, int rank, RelatedTalk related)
    {
        var talk = related.Talk.Talk;
        return new RelatedRow(qid, rank, talk.Id, talk.Post, talk.Line, talk.Title, Math.Round(related.Score, 4))
        {
            SameTalk = related.SameTalk,
            Reasons = [.. related.Reasons.Select(reason => new ReasonRow(reason.Kind, reason.Labels, Math.Round(reason.Share, 3)))],
        };
    }
}

/// <summary>A reason as <c>recap related</c> writes it.</summary>
internal sealed record ReasonRow(RelatedReasonKind Kind, IReadOnlyList<string> Labels, double Share);
