namespace Recap.Engine.Relating;

/// <summary>Keeps five suggestions from being one event or one post. The best is always first.</summary>
internal static class Diversity
{
    /// <summary>Of a list, the share that one event or post may have before others are preferred.</summary>
    private const double Share = 0.6;

    /// <summary>A talk from elsewhere must have this share of the score of the one it displaces; less is clearly worse.</summary>
    private const double CloseEnough = 0.8;

    /// <summary>Picks from talks in order of decreasing score.</summary>
    public static List<ScoredTalk> Pick(IReadOnlyList<ScoredTalk> ranked, int limit)
    {
        var most = Math.Max(1, (int)Math.Ceiling(limit * Share));
        var rest = ranked.ToList();
        var picked = new List<ScoredTalk>();
        while (picked.Count < limit && rest.Count > 0)
        {
            var best = rest[0];
            var next = rest.Find(talk => talk.Score >= best.Score * CloseEnough && CountLike(picked, talk) < most) ?? best;
            picked.Add(next);
            rest.Remove(next);
        }

        return picked;
    }

    private static int CountLike(List<ScoredTalk> picked, ScoredTalk talk) =>
        picked.Count(other => other.Neighbour.Post == talk.Neighbour.Post
            || (other.Neighbour.Event is not null && other.Neighbour.Event == talk.Neighbour.Event));
}
