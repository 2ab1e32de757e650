using Recap.Engine.Querying;

namespace Recap.Cli.Output;

/// <summary>A hit as <c>recap search</c> writes it.</summary>
internal sealed record HitRow(string Qid, int Rank, string Id, string Post, int Line, string Title, float Score)
{
    public static HitRow Of(string qid, int rank, TalkHit hit)
    {
        var talk = hit.Talk.Talk;
        return new HitRow(qid, rank, talk.Id, talk.Post, talk.Line, talk.Title, hit.Score);
    }
}
